package org.askwell.ask;

import org.askwell.knowledge.ArticleId;

/**
 * A question that is worth showing before anybody asks.
 *
 * @param desk the desk that has pinned it, or on whose page it was computed; empty for a computed one of the whole company
 * @param article where the answer stands
 */
public record Recommendation(Kind kind, String question, String desk, ArticleId article) {

    public enum Kind {
        /** Chosen by a desk, with its answer: who asks it with these words gets that. */
        PINNED,
        /** The wording of an article that has answered much of late. */
        COMPUTED
    }
}
