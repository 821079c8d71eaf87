package org.askwell.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.sla.WorkingCalendar;

/**
 * When a desk is open: windows that repeat every week, in the desk's own time zone.
 *
 * <p>A day may have several windows. A desk without any window names no hours and counts as always open. Windows are
 * written as {@code MON 09:00-12:30}; a window may end at 24:00 but does not cross midnight.
 */
public record BusinessHours(ZoneId zone, List<Window> windows) {

    private static final int MOST_WINDOWS = 70;
    private static final int FAR = 366;
    private static final Pattern SHAPE =
            Pattern.compile("(MON|TUE|WED|THU|FRI|SAT|SUN) (\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /**
     * Open from one minute of a day until, but not including, another.
     *
     * @param from minutes after midnight, 0 to 1439
     * @param until minutes after midnight, {@code from + 1} to 1440
     */
    public record Window(DayOfWeek day, int from, int until) {

        public Window {
            if (from < 0 || until > org.askwell.sla.Window.MINUTES_OF_DAY || from >= until) {
                throw Refusal.invalid(
                        "hours-window",
                        day,
                        org.askwell.sla.Window.clock(from) + "-" + org.askwell.sla.Window.clock(until));
            }
        }

        /** Reads {@code MON 09:00-12:30}. */
        public static Window parse(String text) {
            var parts = SHAPE.matcher(text.trim().toUpperCase(Locale.ROOT));
            if (!parts.matches() || Integer.parseInt(parts.group(3)) > 59 || Integer.parseInt(parts.group(5)) > 59) {
                throw Refusal.invalid("hours-unreadable", text);
            }
            return new Window(
                    DayOfWeek.of(DAYS.indexOf(parts.group(1)) + 1),
                    Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)) * 60 + Integer.parseInt(parts.group(5)));
        }

        /** {@code 09:00-12:30}. */
        public String times() {
            return org.askwell.sla.Window.clock(from) + "-" + org.askwell.sla.Window.clock(until);
        }

        @Override
        public String toString() {
            return DAYS.get(day.getValue() - 1) + " " + times();
        }
    }

    public BusinessHours {
        if (windows.size() > MOST_WINDOWS) {
            throw Refusal.invalid("hours-too-many", MOST_WINDOWS);
        }
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparing(Window::day).thenComparing(Window::from));
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            if (before.day() == sorted.get(i).day()
                    && before.until() > sorted.get(i).from()) {
                throw Refusal.invalid("hours-overlap", before, sorted.get(i));
            }
        }
        windows = List.copyOf(sorted);
    }

    public static BusinessHours always(ZoneId zone) {
        return new BusinessHours(zone, List.of());
    }

    /** Reads windows as a form, a program or the database gives them; refuses what is not a zone or a window. */
    public static BusinessHours parse(String zone, List<String> windows) {
        return new BusinessHours(
                zoneOf(zone),
                windows.stream().filter(it -> !it.isBlank()).map(Window::parse).toList());
    }

    public List<String> texts() {
        return windows.stream().map(Window::toString).toList();
    }

    public List<Window> on(DayOfWeek day) {
        return windows.stream().filter(it -> it.day() == day).toList();
    }

    public boolean isAlwaysOpen() {
        return windows.isEmpty();
    }

    /** The hours as time is reckoned by. */
    public WorkingCalendar calendar() {
        if (isAlwaysOpen()) {
            return WorkingCalendar.always(zone);
        }
        return WorkingCalendar.weekly(
                zone,
                windows.stream()
                        .collect(Collectors.groupingBy(
                                Window::day,
                                Collectors.mapping(
                                        it -> new org.askwell.sla.Window(it.from(), it.until()),
                                        Collectors.toList()))));
    }

    public boolean isOpen(Instant at) {
        return calendar().isOpen(at);
    }

    /** When the desk opens next; the moment itself when it is open then. Empty only if it never opens. */
    public Optional<Instant> nextOpening(Instant at) {
        return calendar().nextOpening(at);
    }

    /**
     * When that much time has passed, counted only while the desk is open. A desk that opens only now and then is looked
     * at for a year; after that the moment a year later is returned.
     */
    public Instant plusOpen(Instant from, Duration open) {
        var year =
                from.atZone(zone).toLocalDate().plusDays(FAR).atStartOfDay(zone).toInstant();
        var due = calendar().plus(from, open);
        return isAlwaysOpen() || due.at().isBefore(year) ? due.at() : year;
    }

    /**
     * The same time of day, so many days later; days on which the desk does not open are not counted.
     *
     * @param days 1 or more
     */
    public Instant plusWorkingDays(Instant from, int days) {
        var local = from.atZone(zone);
        int left = days;
        for (int ahead = 0; left > 0 && ahead <= FAR; ahead++) {
            local = local.plusDays(1);
            if (isAlwaysOpen() || !on(local.getDayOfWeek()).isEmpty()) {
                left--;
            }
        }
        return local.toInstant();
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("zone-unknown", zone);
        }
    }
}
