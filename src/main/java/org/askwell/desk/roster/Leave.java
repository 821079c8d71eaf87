package org.askwell.desk.roster;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
     * ({@code 2026-11-03T01:00:00Z}, or {@code 2026-11-03T09:00} as the clock of the desk shows it).
     *
     * @param zone of the desk
     */
    public static Leave of(String from, String until, String word, ZoneId zone) {
        return new Leave(moment(from, zone, 0), moment(until, zone, 1), word);
    }

    private static Instant moment(String text, ZoneId zone, int daysLater) {
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            return text.indexOf('T') > 0
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("leave-unreadable", text);
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** As a person would write it, days where they are whole: {@code 2026-11-03 2026-11-04 dentist}. */
    public String written(ZoneId zone) {
        var begin = from.atZone(zone).toLocalDateTime();
        var end = until.atZone(zone).toLocalDateTime();
        boolean days = begin.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.toLocalTime().equals(LocalTime.MIDNIGHT);
        var span = days ? begin.toLocalDate() + " " + end.toLocalDate().minusDays(1) : begin + " " + end;
        return (span + " " + word).strip();
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
