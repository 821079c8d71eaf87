package org.askwell.ticket.link;

/** Whether a main ticket is on hold until what was asked of others is settled. */
public enum Waits {
    NO,
    /** Until one of those it waits for is settled. */
    FOR_ANY,
    /** Until every one of them is. */
    FOR_ALL
}
