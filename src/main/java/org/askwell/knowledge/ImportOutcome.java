package org.askwell.knowledge;

/** What became of one file of an import. */
public enum ImportOutcome {
    WAITING,
    /** It is a new article or picture. */
    TAKEN,
    /** Its article has another text now. */
    CHANGED,
    /** Nothing was different. */
    LEFT_ALONE,
    REFUSED
}
