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
    WITHDRAWN;

    /** Nobody needs to do anything. */
    public boolean isSettled() {
        return this == RESOLVED || this == CLOSED || this == WITHDRAWN;
    }

    public boolean isActive() {
        return !isSettled();
    }
}
