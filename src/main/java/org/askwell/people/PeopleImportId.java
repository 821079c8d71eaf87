package org.askwell.people;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of an import of people, such as {@code P-3}. */
public record PeopleImportId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("P-[1-9][0-9]{0,17}");

    public PeopleImportId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an import number: " + value);
        }
    }

    static PeopleImportId numbered(long number) {
        return new PeopleImportId("P-" + number);
    }

    public static Optional<PeopleImportId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new PeopleImportId(text)) : Optional.empty();
    }

    /** For JAX-RS path and query parameters. */
    public static PeopleImportId fromString(String text) {
        return new PeopleImportId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
