package org.askwell.desk.roster;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;

/**
 * Away from one moment until, but not including, another.
 *
 * @param word why, if somebody wrote it down; blank otherwise
 */
public record Leave(Instant from, Instant until, String word) implements Serializable {

    public static final int LONGEST_WORD = 80;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Leave {
        word = BLANKS.matcher(word.strip()).replaceAll(" ");
        if (word.length() > LONGEST_WORD) {
            throw Refusal.invalid("leave-word", LONGEST_WORD);
        }
        if (!until.isAfter(from)) {
            throw Refusal.invalid("leave-backwards", from, until);
        }
    }

    /**
     * Reads what a form or a program gives: days, the last one included ({@code 2026-11-03}), or moments
     * ({@code 2026-11-03T01:00:00Z}).
     *
     * @param zone in which those days begin and end
     */
    public static Leave of(String from, String until, String word, ZoneId zone) {
        return new Leave(moment(from, zone, 0), moment(until, zone, 1), word);
    }

    private static Instant moment(String text, ZoneId zone, int daysLater) {
        try {
            return text.indexOf('T') > 0
                    ? Instant.parse(text)
                    : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("leave-unreadable", text);
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Leave withoutWord() {
        return new Leave(from, until, "");
    }

    /** As it is kept: {@code 2026-11-02T16:00:00Z/2026-11-03T16:00:00Z dentist}. */
    String text() {
        return (from + "/" + until + " " + word).strip();
    }

    static Leave parse(String text) {
        var parts = text.split("[/ ]", 3);
        return new Leave(Instant.parse(parts[0]), Instant.parse(parts[1]), parts.length < 3 ? "" : parts[2]);
    }
}
