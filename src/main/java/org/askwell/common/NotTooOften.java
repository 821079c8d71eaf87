package org.askwell.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Lets one record through in a while: for a logger that says the same as long as something lasts. */
final class NotTooOften implements Filter {

    private final Clock clock;
    private final Duration pause;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    NotTooOften(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        var now = clock.instant();
        var before = last.get();
        return (before.equals(Instant.MIN) || !now.isBefore(before.plus(pause))) && last.compareAndSet(before, now);
    }
}
