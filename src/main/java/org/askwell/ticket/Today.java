package org.askwell.ticket;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a desk looks for in the morning.
 *
 * @param at the beginning of the day for what is new, the present for what is late
 */
public record Today(What what, Instant at) implements Serializable {

    public enum What {
        /** Opened since the day began, whatever has become of it. */
        NEW,
        /** Its requester has to answer first. */
        ASKED,
        /** What was promised for it is over, and somebody still waits. */
        LATE;

        /** As it stands in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<What> parse(@Nullable String text) {
            return Stream.of(values()).filter(it -> it.word().equals(text)).findFirst();
        }
    }
}
