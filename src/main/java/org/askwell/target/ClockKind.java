package org.askwell.target;

/** What a desk can promise to do in time. */
public enum ClockKind {
    /** To say something to a new request. */
    FIRST_RESPONSE,
    /** To answer what the requester said later. */
    NEXT_RESPONSE,
    /** To solve it. */
    RESOLUTION
}
