package org.askwell.ticket.macro;

/** As what the words of a macro are said, and where the ticket stands afterwards. */
public enum MacroEnding {
    /** A reply; the ticket stays as it is. */
    REPLY,
    /** A question to the requester, for whom the ticket then waits. */
    ASK,
    /** The resolution. */
    RESOLVE,
    /** A note that only the desk reads. */
    NOTE
}
