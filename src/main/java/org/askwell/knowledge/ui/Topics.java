package org.askwell.knowledge.ui;

import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ImportId;

/** What open pages of the library follow. */
final class Topics {

    /** What waits for somebody's eyes. */
    static final String REVIEWS = "reviews";

    private Topics() {}

    static String article(ArticleId id) {
        return "article:" + id;
    }

    /** Who is writing, and what was saved meanwhile. */
    static String writing(ArticleId id) {
        return "writing:" + id;
    }

    static String progress(ImportId id) {
        return "import:" + id;
    }
}
