package org.askwell.ticket.bulk;

/** How far a bulk action is. */
public enum BulkState {
    RUNNING,
    DONE,
    /** Stopped by a person: what was done until then stays. */
    CANCELLED,
    UNDOING,
    UNDONE;

    public boolean isWork() {
        return this == RUNNING || this == UNDOING;
    }
}
