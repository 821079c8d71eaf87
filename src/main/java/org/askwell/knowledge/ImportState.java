package org.askwell.knowledge;

/** How far an import has come. */
public enum ImportState {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    public boolean isSettled() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
