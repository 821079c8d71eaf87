package org.askwell.learning;

/** Where a gap stands. */
public enum GapState {
    /** Nobody has answered it yet; somebody may be writing. */
    OPEN,
    /** An article answers it now. */
    CLOSED,
    /** A curator said why it needs no article. */
    DISMISSED
}
