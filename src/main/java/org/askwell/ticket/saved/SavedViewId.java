package org.askwell.ticket.saved;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a saved view, such as {@code V-17}. */
public record SavedViewId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("V-[1-9][0-9]{0,17}");

    public SavedViewId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a saved view: " + value);
        }
    }

    static SavedViewId numbered(long number) {
        return new SavedViewId("V-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<SavedViewId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new SavedViewId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static SavedViewId fromString(String text) {
        return new SavedViewId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
