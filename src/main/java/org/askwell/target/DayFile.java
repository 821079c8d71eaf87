package org.askwell.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.askwell.sla.SpecialDay;
import org.askwell.sla.Window;

/**
 * Special days as a table of text: {@code date,kind,name,hours}.
 *
 * <p>Kind is {@code holiday} or {@code workday}; the hours of a working day are a weekday ({@code MONDAY}: it works like
 * one), hours of its own ({@code 09:00-12:00;13:00-17:00}), or nothing: the hours of an ordinary day. Lines that begin
 * with # are remarks; {@code # source:} says who decreed it.
 */
public record DayFile(String source, List<SpecialDay> days) {

    public static final int LONGEST = 100_000;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_HOURS = 200;
    private static final String SOURCE = "# source:";

    public DayFile {
        source = source.strip();
        days = List.copyOf(days);
    }

    static DayFile shipped(String region, int year) {
        var name = "/calendar/" + region + "-" + year + ".csv";
        try (var in = Objects.requireNonNull(DayFile.class.getResourceAsStream(name), name)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads the whole table or refuses it, naming the line. */
    public static DayFile read(String csv) {
        if (csv.length() > LONGEST) {
            throw Refusal.invalid("calendar-too-long", LONGEST);
        }
        var source = "";
        var days = new ArrayList<SpecialDay>();
        var seen = new HashSet<LocalDate>();
        int number = 0;
        for (var raw : csv.lines().toList()) {
            number++;
            var line = raw.replace("\uFEFF", "").strip();
            if (line.startsWith(SOURCE)) {
                source = line.substring(SOURCE.length()).strip();
            } else if (!line.isEmpty() && !line.startsWith("#") && !isHeading(line)) {
                var day = day(line, number);
                if (!seen.add(day.date())) {
                    throw Refusal.invalid("calendar-day-twice", day.date(), number);
                }
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            throw Refusal.invalid("calendar-empty");
        }
        if (source.length() > LONGEST_SOURCE) {
            throw Refusal.invalid("calendar-source", LONGEST_SOURCE);
        }
        return new DayFile(source, days);
    }

    private static boolean isHeading(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith("date,");
    }

    private static SpecialDay day(String line, int number) {
        var cells = line.split(",", -1);
        try {
            var kind = SpecialDay.Kind.valueOf(cells[1].strip().toUpperCase(Locale.ROOT));
            var name = cells.length > 2 ? unquoted(cells[2]) : "";
            var hours = cells.length > 3 ? unquoted(cells[3]) : "";
            if (cells.length > 4 || name.length() > LONGEST_NAME || hours.length() > LONGEST_HOURS) {
                throw Refusal.invalid("calendar-line", number, line);
            }
            return day(LocalDate.parse(cells[0].strip()), kind, name, hours);
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw Refusal.invalid("calendar-line", number, line);
        }
    }

    private static String unquoted(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "").strip();
    }

    static SpecialDay day(LocalDate date, SpecialDay.Kind kind, String name, String hours) {
        if (kind == SpecialDay.Kind.HOLIDAY) {
            return SpecialDay.holiday(date, name);
        }
        if (hours.isBlank()) {
            return SpecialDay.workday(date, name);
        }
        return Character.isDigit(hours.charAt(0))
                ? SpecialDay.workday(date, name, Window.parseAll(hours))
                : SpecialDay.workday(date, name, weekday(hours));
    }

    private static DayOfWeek weekday(String text) {
        for (var day : DayOfWeek.values()) {
            if (text.length() >= 3 && day.name().startsWith(text.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException(text);
    }

    static String hours(SpecialDay day) {
        if (!day.windows().isEmpty()) {
            return Window.texts(day.windows());
        }
        return day.like() == null ? "" : day.like().name();
    }
}
