package org.askwell.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/** Takes out of a person's words what would tell who said them: name, login, staff number, addresses, long numbers. */
final class Discretion {

    private static final String GONE = "…";
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\w-])\\+?\\d(?:[ -]?\\d){6,}(?![\\w-])");

    private final List<Pattern> giveaways;

    private Discretion(List<Pattern> giveaways) {
        this.giveaways = giveaways;
    }

    /** About that person, or about somebody of whom nothing is known any more. */
    static Discretion about(@Nullable PersonRow person, String login) {
        var told = new ArrayList<@Nullable String>();
        told.add(login);
        if (person != null) {
            told.add(person.name());
            told.add(person.otherName());
            told.add(person.staffNumber());
            told.add(person.mail());
        }
        return new Discretion(told.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(it -> it.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Discretion::whole)
                .toList());
    }

    /** The words as such: a login "it" does not stand in "with", a Chinese name stands anywhere. */
    private static Pattern whole(String word) {
        return Pattern.compile(
                (isLatin(word.codePointAt(0)) ? "(?<![A-Za-z0-9])" : "")
                        + Pattern.quote(word)
                        + (isLatin(word.codePointBefore(word.length())) ? "(?![A-Za-z0-9])" : ""),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean isLatin(int letter) {
        return letter < 0x80 && Character.isLetterOrDigit(letter);
    }

    String of(String text) {
        var discreet = ADDRESS.matcher(text).replaceAll(GONE);
        for (var giveaway : giveaways) {
            discreet = giveaway.matcher(discreet).replaceAll(GONE);
        }
        return LONG_NUMBER.matcher(discreet).replaceAll(GONE);
    }
}
