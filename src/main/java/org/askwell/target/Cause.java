package org.askwell.target;

/** What befell the ticket, so that a clock moved. */
public enum Cause {
    OPENED,
    REPLIED,
    ASKED,
    HELD,
    RESUMED,
    PRIORITISED,
    TRANSFERRED,
    RESOLVED,
    REOPENED,
    WITHDRAWN,
    MERGED,
    /** The desk has other hours, or other days are holidays. */
    CALENDAR
}
