package org.askwell.search;

import java.util.List;

/**
 * What somebody may be about to type.
 *
 * @param text a title or one of the page's wordings
 * @param marks the part of it that was typed; empty when it was typed in pinyin
 */
public record Suggestion(PageRef page, String space, String language, String title, String text, List<Range> marks) {

    public Suggestion {
        marks = List.copyOf(marks);
    }
}
