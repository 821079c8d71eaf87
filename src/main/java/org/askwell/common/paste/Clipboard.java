package org.askwell.common.paste;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a program put on the clipboard, in the forms in which it did.
 *
 * @param html as the program wrote it
 * @param inside the pictures of the text, in its order, as office programs keep them in RTF; none of length for one in a
 *     form that browsers do not show
 * @param beside the picture files that lie beside the text
 */
public record Clipboard(String html, List<byte[]> inside, List<byte[]> beside) {

    public Clipboard {
        inside = List.copyOf(inside);
        beside = List.copyOf(beside);
    }

    public static Clipboard of(String html) {
        return new Clipboard(html, List.of(), List.of());
    }

    /** The pictures of a text in Rich Text Format, which is read once and not kept: it is twice as long as they are. */
    public static List<byte[]> picturesOf(InputStream rtf) throws IOException {
        return RtfPictures.of(rtf);
    }
}
