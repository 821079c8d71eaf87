package org.askwell.learning;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.askwell.common.db.StringsConverter;
import org.askwell.knowledge.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of gaps. Names nobody.
 *
 * @param desk slug, or empty
 * @param departments slugs of those that may be named, one a line
 * @param article being written into, or what closed it
 * @param nearest what came nearest when it was asked
 * @param ownerArticle the article whose owner was asked
 * @param unprovenArticle was published and does not answer everything
 * @param unprovenWording what it does not answer; empty when nobody who asked may read it
 */
public record GapRow(
        long number,
        String language,
        String wording,
        String desk,
        GapState state,
        int questions,
        int people,
        int unanswered,
        int unhelpful,
        int unfound,
        String departments,
        Instant firstAsked,
        Instant lastAsked,
        @Nullable ArticleId article,
        @Nullable ArticleId nearest,
        @Nullable ArticleId ownerArticle,
        @Nullable String dismissedWhy,
        @Nullable Instant closedAt,
        @Nullable ArticleId unprovenArticle,
        @Nullable String unprovenWording)
        implements Serializable {

    public GapId id() {
        return GapId.numbered(number);
    }

    /** Slugs of the departments that asked, as far as they may be named; empty says nothing. */
    public List<String> askedBy() {
        return StringsConverter.split(departments);
    }

    public boolean isOpen() {
        return state == GapState.OPEN;
    }

    /** Somebody is at it. */
    public boolean isBeingWritten() {
        return isOpen() && article != null && unprovenArticle == null;
    }
}
