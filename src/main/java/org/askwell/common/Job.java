package org.askwell.common;

import java.time.Duration;
import java.util.Optional;

/**
 * A kind of work that must not be lost: it is done after the commit that asked for it, once more when it failed, and
 * once more when the process died in the middle.
 *
 * <p>Rooms implement this as beans; {@link Jobs} finds them by itself. Because it may run again, a job first looks at
 * what has been done already. Nobody is acting while it runs; it says itself for whom it works.
 */
public interface Job {

    /** Stands in the database as long as work is waiting: short, and never changed. */
    String name();

    /**
     * Does the work, outside any transaction.
     *
     * @param about what was given to {@link Jobs#schedule}; the name of the job for one that runs by the clock
     */
    void run(String about);

    /** How often it runs by the clock; empty for work that somebody asks for. */
    default Optional<Duration> every() {
        return Optional.empty();
    }
}
