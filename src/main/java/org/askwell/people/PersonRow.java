package org.askwell.people;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One row of a list of people. */
public record PersonRow(
        PersonId id,
        String name,
        @Nullable String otherName,
        @Nullable String staffNumber,
        @Nullable String department,
        @Nullable String office,
        @Nullable String mail,
        boolean active)
        implements Serializable {

    /** What colleagues need to tell this person from others, and no more. */
    PersonRow forColleagues() {
        return new PersonRow(id, name, otherName, staffNumber, department, null, null, active);
    }

    /** What an avatar shows: the last two characters of a Chinese name, the initials of any other. */
    public String initials() {
        var trimmed = name.trim();
        if (trimmed.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            return trimmed.substring(Math.max(0, trimmed.length() - 2));
        }
        var initials = new StringBuilder();
        for (var word : trimmed.split("\\s+")) {
            if (initials.length() < 2 && !word.isEmpty()) {
                initials.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return initials.toString();
    }
}
