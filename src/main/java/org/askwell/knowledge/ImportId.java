package org.askwell.knowledge;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of an import, such as {@code I-17}. */
public record ImportId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("I-[1-9][0-9]{0,17}");

    public ImportId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an import number: " + value);
        }
    }

    static ImportId numbered(long number) {
        return new ImportId("I-" + number);
    }

    public static Optional<ImportId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new ImportId(text)) : Optional.empty();
    }

    /** For JAX-RS path and query parameters. */
    public static ImportId fromString(String text) {
        return new ImportId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
