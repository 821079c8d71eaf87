package org.askwell.ticket;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant in a note: {@code @王海}, {@code @Tom Baker} or {@code @tom.baker}, in whichever case. Of several names that
 * fit behind one sign the longest is meant.
 */
final class Mentions {

    private Mentions() {}

    /** @param people who can be meant */
    static Set<PersonId> in(String text, Collection<PersonRow> people) {
        var meant = new LinkedHashSet<PersonId>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            var longest = longest(text, at + 1, people);
            if (longest != null) {
                meant.add(longest);
            }
        }
        return meant;
    }

    private static @Nullable PersonId longest(String text, int at, Collection<PersonRow> people) {
        PersonId found = null;
        int length = 0;
        for (var person : people) {
            int fits = fits(text, at, person);
            if (fits > length) {
                found = person.id();
                length = fits;
            }
        }
        return found;
    }

    /** How many characters of the text are one of this person's names; 0 when none is. */
    private static int fits(String text, int at, PersonRow person) {
        return Stream.of(person.name(), person.otherName(), person.id().value())
                .filter(it -> it != null && !it.isBlank())
                .filter(it -> text.regionMatches(true, at, it, 0, it.length()) && ends(text, at + it.length()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** A word that goes on is another one; Chinese words follow each other without a space. */
    private static boolean ends(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        int next = text.codePointAt(at);
        boolean dotted = next == '.' && at + 1 < text.length() && Character.isLetterOrDigit(text.codePointAt(at + 1));
        boolean goesOn =
                (Character.isLetterOrDigit(next) && !Character.isIdeographic(next)) || next == '_' || next == '-';
        return !dotted && !goesOn;
    }
}
