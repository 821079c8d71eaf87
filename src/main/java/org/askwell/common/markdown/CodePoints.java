package org.askwell.common.markdown;

/**
 * Turns places in a Java string into places that every programming language counts alike.
 *
 * <p>Inside the house offsets are UTF-16 indexes; what leaves by REST counts Unicode code points, so that one emoji is
 * one step. The two are converted at the edge, here.
 */
public final class CodePoints {

    private CodePoints() {}

    /** How many code points stand before a UTF-16 index of the text. */
    public static int of(String text, int utf16) {
        return text.codePointCount(0, utf16);
    }

    /** The UTF-16 index before which that many code points of the text stand. */
    public static int toUtf16(String text, int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }
}
