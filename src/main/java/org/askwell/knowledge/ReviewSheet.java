package org.askwell.knowledge;

import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The latest review of an article, as one of its writers may see it.
 *
 * @param answer why it was sent back, or empty
 * @param mayDecide whether the one who asks may approve it or send it back
 * @param mayWithdraw whether the one who asks may take it out of review
 */
public record ReviewSheet(
        ArticleId article,
        int round,
        int revision,
        PersonId author,
        PersonId askedBy,
        Instant askedAt,
        String reason,
        ReviewState state,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        String answer,
        boolean mayDecide,
        boolean mayWithdraw) {

    static ReviewSheet of(Review review, boolean mayDecide, boolean mayWithdraw) {
        return new ReviewSheet(
                review.article(),
                review.round(),
                review.revision(),
                review.author(),
                review.askedBy(),
                review.askedAt(),
                review.reason(),
                review.state(),
                review.decidedBy().orElse(null),
                review.decidedAt().orElse(null),
                review.answer().orElse(""),
                review.isWaiting() && mayDecide,
                review.isWaiting() && mayWithdraw);
    }

    public boolean isWaiting() {
        return state == ReviewState.WAITING;
    }
}
