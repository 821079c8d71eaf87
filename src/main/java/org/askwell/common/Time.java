package org.askwell.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what time it is; the only place that knows.
 *
 * <p>Instants are cut to microseconds, the finest both databases keep, so that what was written equals what is read.
 * Within {@link #at} the present is another one: that is how the demo company lives through three months in a minute.
 */
@ApplicationScoped
public class Time {

    private static final ThreadLocal<@Nullable Instant> ELSEWHEN = new ThreadLocal<>();
    private static volatile Duration shift = Duration.ZERO;

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new HouseClock(ZoneOffset.UTC);
    }

    /** Runs something as if it happened then; only on this thread. */
    public static <T> T at(Instant then, Supplier<T> something) {
        var before = ELSEWHEN.get();
        ELSEWHEN.set(then);
        try {
            return something.get();
        } finally {
            if (before == null) {
                ELSEWHEN.remove();
            } else {
                ELSEWHEN.set(before);
            }
        }
    }

    /** Moves the present of the whole portal, for tests that live through days; never called by a feature. */
    public static void wind(Duration forward) {
        shift = shift.plus(forward);
    }

    private static final class HouseClock extends Clock {
        private final ZoneId zone;

        HouseClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new HouseClock(other);
        }

        @Override
        public Instant instant() {
            var then = ELSEWHEN.get();
            var now = then != null ? then : Clock.systemUTC().instant().plus(shift);
            return now.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
