package org.askwell.ticket.bulk;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a bulk action, such as {@code B-17}. */
public record BulkId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("B-[1-9][0-9]{0,17}");

    public BulkId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a bulk action: " + value);
        }
    }

    static BulkId numbered(long number) {
        return new BulkId("B-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<BulkId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new BulkId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static BulkId fromString(String text) {
        return new BulkId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
