package org.askwell.people;

/** How far an import of people has come. */
public enum PeopleImportState {
    /** The table is being compared with who is here. */
    DRY_RUN,
    /** It is known what the table would do; somebody decides. */
    READY,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    public boolean isSettled() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }

    /** A job is at it, or soon will be. */
    public boolean isWork() {
        return this == DRY_RUN || this == RUNNING;
    }
}
