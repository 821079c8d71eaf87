package org.askwell.search;

import java.util.List;

/**
 * The part of a passage that shows best why it was found.
 *
 * @param text plain text, to be escaped wherever it is shown
 * @param marks what to highlight in it, in order and apart from each other
 */
public record Snippet(String text, List<Range> marks) {

    public Snippet {
        marks = List.copyOf(marks);
    }
}
