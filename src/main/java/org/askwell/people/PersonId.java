package org.askwell.people;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sign-in name of a person, such as {@code li.wei}: lower case letters, digits, dot, hyphen, underscore. */
public record PersonId(String value) implements Serializable, Comparable<PersonId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    /** The portal itself, where no person acted: a rule, a job, an import at start. */
    public static final PersonId PORTAL = new PersonId("askwell");

    /** What stands in addresses beside the names of people. */
    private static final Set<String> RESERVED = Set.of(PORTAL.value, "import", "imports");

    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a sign-in name: " + value);
        }
    }

    /** Reads what came through a window (a URL, a form, JSON); a wrong shape is simply nobody. */
    public static Optional<PersonId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new PersonId(text)) : Optional.empty();
    }

    /** Whether nobody can be called so, because the portal itself is, or one of its pages. */
    boolean isReserved() {
        return RESERVED.contains(value);
    }

    /** For JAX-RS path and query parameters. */
    public static PersonId fromString(String text) {
        return new PersonId(text);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
