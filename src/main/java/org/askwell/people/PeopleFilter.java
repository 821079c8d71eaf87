package org.askwell.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which people one is looking for.
 *
 * @param text part of a name in either language, of its pinyin, of a staff number, a mail address or a sign-in name; or
 *     the initials of the pinyin
 * @param department the slug of a department, or null for all
 * @param role who has it anywhere, or null for everybody
 * @param closedToo whether closed accounts are looked at, too
 */
public record PeopleFilter(
        String text, @Nullable String department, @Nullable Role role, boolean closedToo) {

    public static final PeopleFilter ACTIVE = new PeopleFilter("", null, null, false);

    private static final int LONGEST_TEXT = 100;
    private static final Pattern INITIALS = Pattern.compile("[a-z]{2,8}");

    public PeopleFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
    }

    public PeopleFilter about(String newText) {
        return new PeopleFilter(newText, department, role, closedToo);
    }

    /** The text as a pattern that matches anywhere; what SQL would take for signs is taken as it is written. */
    String anywhere() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The text as initials, if it can be any: {@code wxm} finds {@code wang xiao ming}. */
    Optional<String> initials() {
        return INITIALS.matcher(text).matches()
                ? Optional.of(
                        text.chars().mapToObj(letter -> (char) letter + "%").collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
