package org.askwell.learning;

import java.util.List;
import org.askwell.ask.Shortcoming;
import org.askwell.knowledge.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * A gap with everything a curator may know of it.
 *
 * @param wordings the most frequent first
 * @param reasons what askers said was wrong with the answers they got, the latest first
 * @param nearest the article that came nearest, if the curator may read it
 */
public record GapSheet(
        GapRow gap,
        List<Wording> wordings,
        List<Reason> reasons,
        @Nullable Titled nearest) {

    public record Wording(String text, long questions) {}

    public record Reason(
            @Nullable Shortcoming shortcoming, @Nullable String text) {}

    public record Titled(ArticleId article, String title) {}
}
