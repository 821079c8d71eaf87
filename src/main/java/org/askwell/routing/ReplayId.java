package org.askwell.routing;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a replay, such as {@code RR-7}. */
public record ReplayId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("RR-[1-9][0-9]{0,17}");

    public ReplayId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a replay number: " + value);
        }
    }

    static ReplayId numbered(long number) {
        return new ReplayId("RR-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(3));
    }

    public static Optional<ReplayId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new ReplayId(text)) : Optional.empty();
    }

    /** For JAX-RS path and query parameters. */
    public static ReplayId fromString(String text) {
        return new ReplayId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
