package org.askwell.knowledge;

/** How far the review of a revision has come. */
public enum ReviewState {
    WAITING,
    APPROVED,
    SENT_BACK,
    WITHDRAWN
}
