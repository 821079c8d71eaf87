package org.askwell.routing;

/** How far a replay has come. */
public enum ReplayState {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    public boolean isSettled() {
        return this != WAITING && this != RUNNING;
    }
}
