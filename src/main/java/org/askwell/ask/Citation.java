package org.askwell.ask;

import org.askwell.common.markdown.CodePoints;

/**
 * The exact characters that prove a sentence.
 *
 * <p>{@code markdown.substring(start, end)} of that revision is the quote, in UTF-16 indexes; programs outside get the
 * same place {@linkplain #inCodePoints counted in code points}.
 *
 * @param article its public id
 * @param heading the heading above it, or the title
 */
public record Citation(String article, int revision, String title, String heading, int start, int end, String quote) {

    /** A place as everybody outside counts it. */
    public record Place(int start, int end) {}

    /**
     * Where the quote stands, in Unicode code points.
     *
     * @param markdown of the cited revision
     */
    public Place inCodePoints(String markdown) {
        var from = CodePoints.of(markdown, start);
        return new Place(from, from + quote.codePointCount(0, quote.length()));
    }

    /** Whether the quote stands in that Markdown where it says. */
    public boolean holds(String markdown) {
        return 0 <= start
                && start < end
                && end <= markdown.length()
                && markdown.substring(start, end).equals(quote);
    }
}
