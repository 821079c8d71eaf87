package org.askwell.notification;

/** How far a mail has got. */
public enum MailState {
    /** Waits for its turn, or for its next try. */
    QUEUED,
    /** Its text is being handed over right now; found like this after a crash, it becomes DOUBTFUL. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** Cannot be delivered as it is. */
    FAILED,
    /** The mail server may or may not have it. Never sent again by itself. */
    DOUBTFUL,
    /** Had become pointless before it left: read already, not to be read any more, or the account is closed. */
    DROPPED;

    /** Somebody may decide to send it once more. */
    public boolean mayBeRepeated() {
        return this == FAILED || this == DOUBTFUL;
    }
}
