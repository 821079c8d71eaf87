package org.askwell.ticket.link;

/** What another ticket is to the one that is looked at. */
public enum Relation {
    RELATED,
    /** This one was asked for its sake. */
    MAIN,
    /** It was asked for the sake of this one. */
    SUB_REQUEST
}
