package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import java.util.Locale;
import org.askwell.people.EmploymentType;
import org.askwell.people.Role;

/** The words for what people are and may do. */
final class PeopleWords {

    private PeopleWords() {}

    static String of(Role role) {
        return word("people.role." + role.name().toLowerCase(Locale.ROOT));
    }

    static String of(EmploymentType type) {
        return word("people.type." + type.name().toLowerCase(Locale.ROOT));
    }
}
