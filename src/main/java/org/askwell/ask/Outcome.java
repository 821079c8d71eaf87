package org.askwell.ask;

/** What the portal could do with a question. */
public enum Outcome {
    /** Shown sentences, each proven. */
    ANSWERED,
    /** A word or two that many articles fit: choose one. */
    CLARIFY,
    /** Nothing that could be proven; the way to a person is open. */
    NOT_FOUND
}
