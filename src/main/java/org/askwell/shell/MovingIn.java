package org.askwell.shell;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How far the demo company has moved in; the door stays closed meanwhile. Safe for use by many threads. */
@ApplicationScoped
public class MovingIn {

    /**
     * @param step message key of what is being done
     * @param done of {@code total} pieces of this step
     */
    public record Progress(String step, int done, int total) {}

    private volatile @Nullable Progress progress;
    private volatile @Nullable String failure;

    public void begin() {
        progress = new Progress("shell.moving.people", 0, 1);
    }

    public void report(String step, int done, int total) {
        progress = new Progress(step, done, total);
    }

    public void end() {
        progress = null;
    }

    public void fail(String why) {
        failure = why;
    }

    /** Null when nothing is being moved. */
    public @Nullable Progress progress() {
        return progress;
    }

    public @Nullable String failure() {
        return failure;
    }
}
