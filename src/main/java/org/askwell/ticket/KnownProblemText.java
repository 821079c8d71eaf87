package org.askwell.ticket;

import java.time.Duration;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of a known problem.
 *
 * @param titleZh what is wrong, as those who have it would notice it
 * @param textZh what to know and what to do meanwhile; may be empty
 * @param until so long newcomers see it
 */
public record KnownProblemText(
        @Nullable String titleZh,
        @Nullable String titleEn,
        @Nullable String textZh,
        @Nullable String textEn,
        @Nullable Instant until) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_TEXT = 1_000;
    private static final Duration LONGEST_TIME = Duration.ofDays(366);

    record Checked(String titleZh, String titleEn, String textZh, String textEn, Instant until) {}

    Checked checked(Instant now) {
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_TIME))) {
            throw Refusal.invalid("problem-until");
        }
        return new Checked(title(titleZh), title(titleEn), text(textZh), text(textEn), until);
    }

    private static String title(@Nullable String typed) {
        var title = typed == null ? "" : visible(typed).replaceAll("\\s+", " ").strip();
        if (title.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refusal.invalid("problem-title");
        }
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw Refusal.invalid("problem-title-too-long", LONGEST_TITLE);
        }
        return title;
    }

    private static String text(@Nullable String typed) {
        var text = typed == null ? "" : visible(typed).strip();
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw Refusal.invalid("problem-text-too-long", LONGEST_TEXT);
        }
        return text;
    }

    static String visible(String typed) {
        return typed.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]+", "");
    }
}
