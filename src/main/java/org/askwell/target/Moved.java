package org.askwell.target;

/** What an entry of the ledger did to its clock. */
public enum Moved {
    STARTED,
    PAUSED,
    RESUMED,
    /** Another target, another calendar, or both. */
    CHANGED,
    MET,
    /** Nobody waits for it any more, or the desk promises nothing. */
    DROPPED
}
