package org.askwell.knowledge;

/** What has become of a comment. */
public enum CommentState {
    OPEN,
    /** The wording that was suggested stands in the article. */
    ACCEPTED,
    /** Somebody has answered it, whatever that led to. */
    CLOSED
}
