package org.askwell.ask;

/** What an asker finds wrong with an answer that did not help. */
public enum Shortcoming {
    WRONG,
    OUTDATED,
    NOT_MEANT,
    INCOMPLETE
}
