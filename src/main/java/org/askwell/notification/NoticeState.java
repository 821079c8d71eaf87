package org.askwell.notification;

/** Whether a notice still stands out. */
public enum NoticeState {
    /** What it asks for has not been done. */
    WAITING,
    /** Meant for this person, and not read. */
    UNREAD,
    /** News that was not read. */
    NEW,
    /** Read, or done. */
    SETTLED;

    static NoticeState of(NoticeKind.Weight weight) {
        return switch (weight) {
            case TASK -> WAITING;
            case PERSONAL -> UNREAD;
            case NEWS -> NEW;
        };
    }

    /** Counts in the number beside the bell. */
    public boolean counts() {
        return this == WAITING || this == UNREAD;
    }

    /** Is settled by being read. */
    public boolean endsByReading() {
        return this == UNREAD || this == NEW;
    }
}
