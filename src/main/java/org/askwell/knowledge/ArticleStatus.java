package org.askwell.knowledge;

/** How far an article has come; only a published one is shown to readers. */
public enum ArticleStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
