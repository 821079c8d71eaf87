package org.askwell.ticket;

/** What was done about a ticket that has waited too long for an answer. */
public enum Escalation {
    /** Whoever has it was reminded, or those at the desk. */
    REMINDED,
    /** The owners of its desk were told. */
    OWNERS_TOLD,
    /** It went back to its queue, and the owners were told. */
    RETURNED,
    /** It should have gone to somebody else, but nobody was free; the owners were told. */
    NOBODY_FREE
}
