package org.askwell.ticket.macro;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a macro, such as {@code R-17}. */
public record MacroId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("R-[1-9][0-9]{0,17}");

    public MacroId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a macro: " + value);
        }
    }

    static MacroId numbered(long number) {
        return new MacroId("R-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<MacroId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new MacroId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static MacroId fromString(String text) {
        return new MacroId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
