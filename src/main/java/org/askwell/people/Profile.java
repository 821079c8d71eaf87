package org.askwell.people;

import java.time.ZoneId;
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

    public Profile {
        if (name.isBlank() || name.length() > 120) {
            throw Refusal.invalid("person-name");
        }
        if (!language.equals("zh") && !language.equals("en")) {
            throw Refusal.invalid("language-unknown", language);
        }
        if (pinyin == null) {
            pinyin = Pinyin.of(name);
        }
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
