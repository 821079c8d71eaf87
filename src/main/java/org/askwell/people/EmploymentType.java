package org.askwell.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.askwell.common.Texts;

/** How somebody works for the company; what one may read can depend on it. */
public enum EmploymentType {
    FULL_TIME,
    PART_TIME,
    FIXED_TERM,
    INTERN,
    EXTERNAL;

    /** As programs and tables call it: {@code FULL_TIME}, {@code full-time}, or its word in either language. */
    public static Optional<EmploymentType> parse(String text) {
        var wanted = plain(text);
        return Arrays.stream(values())
                .filter(type -> wanted.equals(plain(type.name()))
                        || Texts.LANGUAGES.stream()
                                .anyMatch(it -> wanted.equals(plain(Texts.in(
                                        it, "people.type." + type.name().toLowerCase(Locale.ROOT))))))
                .findFirst();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
