package org.askwell.people;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A colleague as the acting person may see them.
 *
 * @param department its name in the reader's language
 * @param managers whom they report to, the nearest first; empty for who may not see that
 * @param works what they answer for, in the reader's language: {@code Agent · IT}
 * @param language which they read best: {@code zh} or {@code en}; null for who has left
 * @param zone null for who has left
 * @param open what they wait for, as far as the reader works on it
 */
public record PersonCard(
        PersonId id,
        String name,
        @Nullable String otherName,
        boolean active,
        @Nullable String department,
        @Nullable String office,
        List<Colleague> managers,
        List<String> works,
        @Nullable String language,
        @Nullable ZoneId zone,
        List<OpenThings.Thing> open)
        implements Serializable {

    /** Of whom has left, others learn no more than the name that stands in old conversations. */
    static PersonCard ofSomebodyGone(PersonId id, String name) {
        return new PersonCard(id, name, null, false, null, null, List.of(), List.of(), null, null, List.of());
    }

    public record Colleague(PersonId id, String name) implements Serializable {}
}
