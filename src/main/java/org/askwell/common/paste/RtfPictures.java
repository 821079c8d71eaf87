package org.askwell.common.paste;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pictures inside a text in Rich Text Format, in their order.
 *
 * <p>Office programs name files of their own computer in the HTML they copy, which no browser may read, and put the
 * bytes into the RTF beside it. Everything else of the format is passed over.
 */
final class RtfPictures {

    private static final int DEEPEST = 1_000;
    private static final int LARGEST = 25 * 1024 * 1024;

    /** Groups whose pictures do not stand in the text, or stand there a second time for older programs. */
    private static final Set<String> ELSEWHERE = Set.of(
            "nonshppict",
            "shprslt",
            "listpicture",
            "background",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf");

    private static final Set<String> SHOWN = Set.of("pngblip", "jpegblip");
    private static final Set<String> NOT_SHOWN =
            Set.of("emfblip", "wmetafile", "dibitmap", "wbitmap", "macpict", "pmmetafile");

    private static final int LONGEST_WORD = 40;

    private final PushbackInputStream rtf;
    private final List<byte[]> pictures = new ArrayList<>();
    private final Deque<Group> open = new ArrayDeque<>();

    private RtfPictures(InputStream rtf) {
        this.rtf = new PushbackInputStream(new BufferedInputStream(rtf, 64 * 1024));
    }

    /** The bytes of each picture; none for one in a form that browsers do not show. */
    static List<byte[]> of(InputStream rtf) throws IOException {
        var reading = new RtfPictures(rtf);
        reading.read();
        return reading.pictures;
    }

    private static final class Group {
        private final boolean elsewhere;
        private boolean apart;
        private @Nullable Hexadecimal picture;
        private boolean shown;

        Group(boolean elsewhere) {
            this.elsewhere = elsewhere;
        }

        boolean isElsewhere() {
            return elsewhere || apart;
        }
    }

    private void read() throws IOException {
        for (int letter = rtf.read(); letter >= 0; letter = rtf.read()) {
            switch (letter) {
                case '{' -> {
                    if (open.size() == DEEPEST) {
                        return;
                    }
                    var around = open.peek();
                    open.push(new Group(around != null && around.isElsewhere()));
                }
                case '}' -> close();
                case '\\' -> control();
                default -> {
                    var group = open.peek();
                    if (group != null && group.picture != null) {
                        group.picture.digit((char) letter);
                    }
                }
            }
        }
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        var group = open.pop();
        if (group.picture != null && !group.isElsewhere()) {
            pictures.add(group.shown ? group.picture.bytes() : new byte[0]);
        }
    }

    private void control() throws IOException {
        var word = letters();
        if (word.isEmpty()) {
            if (rtf.read() == '\'') {
                rtf.skipNBytes(2);
            }
            return;
        }
        int number = number();
        int behind = rtf.read();
        if (behind != ' ' && behind >= 0) {
            rtf.unread(behind);
        }
        var group = open.peek();
        if (group == null) {
            return;
        }
        if (ELSEWHERE.contains(word)) {
            group.apart = true;
        } else if (word.equals("pict")) {
            group.picture = new Hexadecimal();
        } else if (SHOWN.contains(word)) {
            group.shown = true;
        } else if (NOT_SHOWN.contains(word)) {
            group.shown = false;
        } else if (word.equals("bin")) {
            // Raw bytes do not survive on a clipboard of text.
            group.shown = false;
            rtf.skip(number);
        }
    }

    private String letters() throws IOException {
        var word = new StringBuilder();
        int letter = rtf.read();
        while (letter >= 0 && isLetter((char) letter) && word.length() < LONGEST_WORD) {
            word.append((char) letter);
            letter = rtf.read();
        }
        if (letter >= 0) {
            rtf.unread(letter);
        }
        return word.toString();
    }

    private int number() throws IOException {
        int number = 0;
        int letter = rtf.read();
        boolean negative = letter == '-';
        if (negative) {
            letter = rtf.read();
        }
        while (letter >= '0' && letter <= '9') {
            number = Math.min(number * 10 + letter - '0', LARGEST);
            letter = rtf.read();
        }
        if (letter >= 0) {
            rtf.unread(letter);
        }
        return negative ? 0 : number;
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    private static final class Hexadecimal {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int half = -1;

        void digit(char letter) {
            int value = Character.digit(letter, 16);
            if (value < 0 || bytes.size() > LARGEST) {
                return;
            }
            if (half < 0) {
                half = value;
            } else {
                bytes.write(half << 4 | value);
                half = -1;
            }
        }

        byte[] bytes() {
            return bytes.size() > LARGEST ? new byte[0] : bytes.toByteArray();
        }
    }
}
