package org.askwell.target;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a ticket can be expected to be solved.
 *
 * @param from null unless something can be said
 * @param until null unless something can be said
 * @param sample of how many that were like it
 */
public record Expected(
        Outlook outlook, @Nullable Instant from, @Nullable Instant until, int sample) implements Serializable {

    static final Expected UNKNOWN = without(Outlook.UNKNOWN);

    static Expected without(Outlook outlook) {
        return new Expected(outlook, null, null, 0);
    }

    public enum Outlook {
        /** Between {@link #from} and {@link #until}. */
        BETWEEN,
        /** Its requester has to answer first. */
        ASKED,
        /** On hold for something else. */
        HELD,
        /** It takes longer than almost all that were like it. */
        LONG,
        /** It is settled, or too few were like it. */
        UNKNOWN
    }
}
