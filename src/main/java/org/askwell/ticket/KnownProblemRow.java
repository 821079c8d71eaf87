package org.askwell.ticket;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A known problem as anybody may read it: an agent's words and how many have it, nobody's name.
 *
 * @param key only for cursors; says nothing to anyone else
 * @param reporters how many colleagues reported it: who filed it, and who has joined
 * @param joined whether the acting person has joined
 * @param own whether the acting person has filed the ticket
 * @param shown whether newcomers may still join
 */
public record KnownProblemRow(
        long key,
        TicketNumber ticket,
        String titleZh,
        String titleEn,
        String textZh,
        String textEn,
        @Nullable String desk,
        TicketStatus status,
        Instant until,
        Instant markedAt,
        long reporters,
        boolean joined,
        boolean own,
        boolean shown)
        implements Serializable {

    public String title(Locale locale) {
        return isChinese(locale) ? titleZh : titleEn;
    }

    /** In the reader's language, or in the other one where the agent has written one only. */
    public String text(Locale locale) {
        var own = isChinese(locale) ? textZh : textEn;
        return own.isEmpty() ? textZh + textEn : own;
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
