package org.askwell.ticket;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people call a ticket: the prefix of the desk where it was opened and a count, {@code IT-1042}. */
public record TicketNumber(String value) implements Serializable, Comparable<TicketNumber> {

    /** Begins the numbers of tickets that were opened at no desk. */
    public static final String NO_DESK = "ASK";

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,6}-[0-9]{1,12}");

    public TicketNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a ticket number: " + value);
        }
    }

    static TicketNumber of(String prefix, long count) {
        return new TicketNumber(prefix + "-" + count);
    }

    /** Reads what a person typed or a window gave; small letters do no harm, and a wrong shape is simply none. */
    public static Optional<TicketNumber> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var upper = text.trim().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(upper).matches() ? Optional.of(new TicketNumber(upper)) : Optional.empty();
    }

    /** For JAX-RS path and query parameters. */
    public static TicketNumber fromString(String text) {
        return new TicketNumber(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(TicketNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
