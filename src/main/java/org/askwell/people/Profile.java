package org.askwell.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, as a form or an import gives it.
 *
 * @param name as written in the person's own language, family name first in Chinese
 * @param otherName the name in the other language
 * @param pinyin without tones; null means: to be derived from the name
 * @param language {@code zh} or {@code en}
 */
public record Profile(
        String name,
        @Nullable String otherName,
        @Nullable String pinyin,
        @Nullable String staffNumber,
        @Nullable String mail,
        @Nullable String department,
        @Nullable PersonId manager,
        @Nullable String office,
        ZoneId zone,
        String language,
        EmploymentType employmentType) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PINYIN = 200;
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");

    public Profile {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("person-name");
        }
        if (!language.equals("zh") && !language.equals("en")) {
            throw Refusal.invalid("language-unknown", language);
        }
        otherName = bounded("otherName", otherName, LONGEST_NAME);
        staffNumber = bounded("staffNumber", staffNumber, 30);
        office = bounded("office", office, 60);
        department = blankToNull(department);
        mail = blankToNull(mail);
        if (mail != null && (mail.length() > 200 || !MAIL.matcher(mail).matches())) {
            throw Refusal.invalid("person-mail", mail);
        }
        pinyin = latin(bounded("pinyin", pinyin, LONGEST_PINYIN), name);
    }

    /** Reads a time zone as a form or a program gives it. */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("zone-unknown", text);
        }
    }

    /**
     * Sorts names by pinyin, syllable by syllable. Only letters and digits stand in it, which every collation of every
     * database sorts alike.
     */
    String sortKey() {
        return String.valueOf(pinyin).replace("'", "").replaceAll("[^a-z0-9]+", "0");
    }

    /** All that somebody is found by, in small letters; the pinyin also as one types it in one go. */
    String foundBy(PersonId login) {
        return Stream.of(name, otherName, pinyin, sortKey().replace("0", ""), staffNumber, mail, login.value())
                .filter(Objects::nonNull)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }

    /** What was corrected by hand is brought into the same form as what is derived from the name. */
    private static String latin(@Nullable String corrected, String name) {
        if (corrected != null && LATIN.matcher(corrected).matches()) {
            return corrected;
        }
        var latin = Pinyin.of(corrected == null ? name : corrected);
        return latin.length() > LONGEST_PINYIN ? latin.substring(0, LONGEST_PINYIN) : latin;
    }

    private static @Nullable String bounded(String field, @Nullable String text, int longest) {
        var kept = blankToNull(text);
        if (kept != null && kept.length() > longest) {
            throw Refusal.invalid("person-field", field, longest);
        }
        return kept;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A profile of which only the name and the language are known. */
    public static Profile named(String name, String language) {
        return new Profile(
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ZoneId.of("Asia/Shanghai"),
                language,
                EmploymentType.FULL_TIME);
    }
}
