package org.askwell.search;

import java.util.List;

/**
 * A piece of a page that can answer something by itself, with its exact place.
 *
 * @param number counts the passages of a page from 0
 * @param headings from the outermost heading to its own; empty before the first heading
 * @param anchor of its own heading, or empty
 * @param start UTF-16 index into the page's markdown
 * @param end UTF-16 index behind the last character
 * @param text what a reader sees of it, without markup
 */
public record Passage(
        PageRef page,
        int revision,
        int number,
        String space,
        String language,
        String title,
        List<String> headings,
        String anchor,
        int start,
        int end,
        String text) {

    public Passage {
        headings = List.copyOf(headings);
    }

    /** Its own heading, or the title of the page. */
    public String heading() {
        return headings.isEmpty() ? title : headings.getLast();
    }

    /** Whether it stands under a heading that says these very words, whatever their case and punctuation. */
    public boolean isUnder(String question) {
        var asked = Suggestions.whole(question);
        return !asked.isEmpty()
                && headings.stream().anyMatch(it -> Suggestions.whole(it).equals(asked));
    }
}
