package org.askwell.ticket.bulk;

/** The deeds that can be done to many tickets at once. */
public enum BulkKind {
    /** To somebody who works at the ticket's desk; an empty value takes it from whoever has it. */
    ASSIGN,
    PRIORITISE,
    ADD_TAG,
    REMOVE_TAG,
    /** Into another queue of the ticket's desk. */
    MOVE,
    RESOLVE
}
