package org.askwell.knowledge;

import com.ibm.icu.text.CharsetDetector;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.askwell.common.Refusal;

/** Turns the bytes of a text file into characters, whether it was saved as UTF-8, UTF-16 or GBK; refuses what is no text. */
final class SourceText {

    static final Charset CHINESE = Charset.forName("GB18030");

    private SourceText() {}

    static String decode(byte[] bytes, String name) {
        var text = marked(bytes)
                .or(() -> strictly(StandardCharsets.UTF_8, bytes))
                .or(() -> chinese(bytes))
                .orElseGet(() -> guessed(bytes));
        if (!isText(text)) {
            throw Refusal.invalid("import-not-text", name);
        }
        return text;
    }

    /** By the mark that Windows puts in front. */
    private static Optional<String> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(StandardCharsets.UTF_8, bytes).map(it -> it.substring(1));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(StandardCharsets.UTF_16, bytes);
        }
        return Optional.empty();
    }

    /** GBK only if it makes mostly Chinese: nearly any bytes can be read as some rare characters. */
    private static Optional<String> chinese(byte[] bytes) {
        return strictly(CHINESE, bytes).filter(text -> {
            long foreign = text.codePoints().filter(it -> it >= 0x80).count();
            long common = text.codePoints()
                    .filter(it -> it >= 0x4E00 && it <= 0x9FA5
                            || it >= 0x3000 && it <= 0x303F
                            || it >= 0xFF00 && it <= 0xFFEF)
                    .count();
            return foreign > 1
                    && common * 10 >= foreign * 8
                    && text.codePoints().anyMatch(SourceText::isHan);
        });
    }

    private static String guessed(byte[] bytes) {
        var match = new CharsetDetector().setText(bytes).detect();
        var charset = match == null || match.getName().startsWith("UTF")
                ? Charset.forName("windows-1252")
                : Charset.forName(match.getName());
        return new String(bytes, charset);
    }

    static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        long odd = text.chars()
                .filter(it -> it < 0x20 && it != '\n' && it != '\r' && it != '\t' && it != '\f')
                .count();
        return text.indexOf('\0') < 0 && odd * 100 <= text.length();
    }

    private static boolean isHan(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.HAN;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int at = 0; at < mark.length; at++) {
            if ((bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
