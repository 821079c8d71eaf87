package org.askwell.learning;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a knowledge gap, such as {@code G-17}. */
public record GapId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("G-[1-9][0-9]{0,17}");

    public GapId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a gap number: " + value);
        }
    }

    static GapId numbered(long number) {
        return new GapId("G-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<GapId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new GapId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static GapId fromString(String text) {
        return new GapId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
