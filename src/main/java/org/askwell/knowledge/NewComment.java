package org.askwell.knowledge;

import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say about a passage.
 *
 * @param text may be empty where a wording is suggested
 * @param suggestion Markdown to stand in the place of the passage, or null
 */
public record NewComment(String text, @Nullable String suggestion) {

    public static final int LONGEST_TEXT = 2_000;
    public static final int LONGEST_PASSAGE = 4_000;

    /** As somebody typed it. */
    public static NewComment of(@Nullable String text, @Nullable String suggestion) {
        var said = text == null ? "" : ArticleText.clean(text).strip();
        var wording = suggestion == null
                ? null
                : ArticleText.clean(suggestion).replace("\r\n", "\n").replace('\r', '\n');
        if (said.isEmpty() && wording == null) {
            throw Refusal.invalid("comment-empty");
        }
        if (said.length() > LONGEST_TEXT) {
            throw Refusal.invalid("comment-too-long", LONGEST_TEXT);
        }
        if (wording != null && wording.length() > LONGEST_PASSAGE) {
            throw Refusal.invalid("comment-suggestion-too-long", LONGEST_PASSAGE);
        }
        return new NewComment(said, wording);
    }
}
