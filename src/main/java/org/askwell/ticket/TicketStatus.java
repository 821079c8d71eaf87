package org.askwell.ticket;

/** Where a ticket stands. It is born OPEN; who moved it on, and when, stands in its hold, resolution and history. */
public enum TicketStatus {
    OPEN,
    /** On hold: somebody or something else has to move first. */
    WAITING,
    /** Answered by an agent; the requester may still say otherwise. */
    RESOLVED,
    /** The requester has agreed. */
    CLOSED,
    /** The requester no longer wants it. */
    WITHDRAWN,
    /** It goes on in another ticket of the same requester. */
    MERGED;

    /** Nobody needs to do anything. */
    public boolean isSettled() {
        return this != OPEN && this != WAITING;
    }

    /** Something can still be said to everybody on it. */
    public boolean isOpenToReplies() {
        return isActive() || this == RESOLVED;
    }

    public boolean isActive() {
        return !isSettled();
    }
}
