package org.askwell.ask;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a pinned question, such as {@code P-12}. */
public record PinId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("P-[1-9][0-9]{0,17}");

    public PinId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a pinned question: " + value);
        }
    }

    static PinId numbered(long number) {
        return new PinId("P-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<PinId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new PinId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static PinId fromString(String text) {
        return new PinId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
