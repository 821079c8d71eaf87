package org.askwell.ticket;

/** Who reads a message: everybody on the ticket, or the desk alone. */
public enum Visibility {
    PUBLIC,
    INTERNAL
}
