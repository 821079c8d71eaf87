package org.askwell.people;

/** What a line of a table does, or would do. */
public enum LineOutcome {
    REFUSED,
    NEW,
    CHANGED,
    UNCHANGED,
    /** Somebody whom an earlier table named and this one does not; the account stays as it is. */
    MISSING,
    /** The same, where the account is closed. */
    CLOSED;

    /** Whether there is anything to be done. */
    boolean isWork() {
        return this == NEW || this == CHANGED || this == CLOSED;
    }
}
