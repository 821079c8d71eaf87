package org.askwell.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When work is done: hours that repeat every week in one time zone, every second Saturday if so agreed, and special days.
 *
 * <p>A minute is worked when the clock on the wall of that zone shows a time within a window of that day. Nights in which
 * the clock is put forward or back therefore count what was really worked: an hour that the clock shows twice counts
 * twice, one that it leaves out not at all. Calendars are values; every question about time is answered exactly.
 */
public final class WorkingCalendar {

    /** A moment further away than this is as good as never. */
    private static final int FAR = 7_305;

    private static final int YEAR = 366;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    private final @Nullable AlternateSaturdays saturdays;
    private final Map<LocalDate, SpecialDay> days = new TreeMap<>();

    /** Why a day has the hours that it has. */
    public enum Why {
        /** As every week. */
        WEEKDAY,
        HOLIDAY,
        MAKE_UP_DAY,
        WORKED_SATURDAY,
        FREE_SATURDAY
    }

    /**
     * The hours of one day.
     *
     * @param name of a special day, else empty
     */
    public record Day(LocalDate date, Why why, String name, List<Window> windows) {}

    /** Worked without a pause from one moment until another. */
    public record Stretch(LocalDate date, Instant from, Instant until) {

        public Duration lasts() {
            return Duration.between(from, until);
        }
    }

    private interface Visitor {
        /** @return whether to go on */
        boolean visit(LocalDate date, Instant from, Instant until);
    }

    private WorkingCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Window>> week,
            @Nullable AlternateSaturdays saturdays,
            Collection<SpecialDay> days) {
        this.zone = zone;
        for (var day : DayOfWeek.values()) {
            this.week.put(day, Window.inOrder(week.getOrDefault(day, List.of())));
        }
        this.saturdays = saturdays;
        days.forEach(it -> this.days.put(it.date(), it));
    }

    /** Days that are not named are closed. */
    public static WorkingCalendar weekly(ZoneId zone, Map<DayOfWeek, List<Window>> week) {
        return new WorkingCalendar(zone, week, null, List.of());
    }

    public static WorkingCalendar always(ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, List.of(Window.WHOLE_DAY));
        }
        return weekly(zone, week);
    }

    /** The same with these special days, which replace those it had on the same dates. */
    public WorkingCalendar with(Collection<SpecialDay> special) {
        var all = new ArrayList<>(days.values());
        all.addAll(special);
        return new WorkingCalendar(zone, week, saturdays, all);
    }

    /** The same, but every second Saturday is worked and the others are not. */
    public WorkingCalendar with(AlternateSaturdays alternating) {
        return new WorkingCalendar(zone, week, alternating, days.values());
    }

    /** The same with other hours on one day of every week; a Saturday is then worked every week. */
    public WorkingCalendar with(DayOfWeek day, List<Window> windows) {
        var other = new EnumMap<>(week);
        other.put(day, windows);
        return new WorkingCalendar(zone, other, day == DayOfWeek.SATURDAY ? null : saturdays, days.values());
    }

    /** The same hours, as the clock of another zone shows them. */
    public WorkingCalendar in(ZoneId other) {
        return new WorkingCalendar(other, week, saturdays, days.values());
    }

    public ZoneId zone() {
        return zone;
    }

    /** The hours of a weekday in every week. */
    public List<Window> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** The hours of an ordinary working day: those of the first weekday that has any. */
    public List<Window> ordinary() {
        return Stream.of(DayOfWeek.values())
                .map(this::on)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    public Day on(LocalDate date) {
        var special = days.get(date);
        if (special != null) {
            return special.kind() == SpecialDay.Kind.HOLIDAY
                    ? new Day(date, Why.HOLIDAY, special.name(), List.of())
                    : new Day(date, Why.MAKE_UP_DAY, special.name(), windows(special));
        }
        var usual = on(date.getDayOfWeek());
        if (saturdays != null && date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            if (!saturdays.isWorked(date)) {
                return new Day(date, Why.FREE_SATURDAY, "", List.of());
            }
            return new Day(date, Why.WORKED_SATURDAY, "", saturdays.windows().isEmpty() ? usual : saturdays.windows());
        }
        return new Day(date, Why.WEEKDAY, "", usual);
    }

    private List<Window> windows(SpecialDay workday) {
        if (!workday.windows().isEmpty()) {
            return workday.windows();
        }
        return workday.like() == null ? ordinary() : on(workday.like());
    }

    public boolean isOpen(Instant at) {
        var local = at.atZone(zone);
        int minute = local.toLocalTime().toSecondOfDay() / 60;
        return on(local.toLocalDate()).windows().stream().anyMatch(it -> it.contains(minute));
    }

    /** When work begins next; the moment itself when it is going on. Empty if it never does. */
    public Optional<Instant> nextOpening(Instant at) {
        var found = new Instant[1];
        walk(at, FAR, (date, from, until) -> {
            found[0] = from;
            return false;
        });
        return Optional.ofNullable(found[0]);
    }

    /** Whether there is a working minute within a year of that moment. */
    public boolean opensWithinAYearOf(Instant at) {
        return walk(at, YEAR, (date, from, until) -> false);
    }

    /** The working time between two moments; none when the second is not after the first. */
    public Duration between(Instant from, Instant until) {
        var sum = new Duration[] {Duration.ZERO};
        walk(from, Integer.MAX_VALUE, until, (date, begin, end) -> {
            sum[0] = sum[0].plus(Duration.between(begin, end));
            return true;
        });
        return sum[0];
    }

    /** The first moment at which so much working time has passed since another; {@link Due#NEVER} after twenty years. */
    public Due plus(Instant from, Duration work) {
        if (work.isZero()) {
            return new Due(from);
        }
        var left = new Duration[] {work};
        var due = new Due[] {Due.NEVER};
        walk(from, FAR, (date, begin, end) -> {
            var lasts = Duration.between(begin, end);
            if (lasts.compareTo(left[0]) >= 0) {
                due[0] = new Due(begin.plus(left[0]));
                return false;
            }
            left[0] = left[0].minus(lasts);
            return true;
        });
        return due[0];
    }

    /** What was worked between two moments, in order. */
    public List<Stretch> stretches(Instant from, Instant until) {
        var all = new ArrayList<Stretch>();
        walk(from, Integer.MAX_VALUE, until, (date, begin, end) -> all.add(new Stretch(date, begin, end)));
        return List.copyOf(all);
    }

    private boolean walk(Instant start, int daysAhead, Visitor visitor) {
        return walk(start, daysAhead, Instant.MAX, visitor);
    }

    /**
     * Visits what is worked after a moment, in order. Goes from one change of the clock to the next, because between two
     * of them days follow each other as in the calendar; across one they need not.
     *
     * @return whether the visitor stopped it
     */
    private boolean walk(Instant start, int daysAhead, Instant end, Visitor visitor) {
        if (neverAnyWork() || !start.isBefore(end)) {
            return false;
        }
        var rules = zone.getRules();
        var t = start;
        LocalDate last = null;
        while (t.isBefore(end)) {
            var offset = rules.getOffset(t);
            var next = rules.nextTransition(t);
            var change = next == null || !next.getInstant().isBefore(end) ? end : next.getInstant();
            var date =
                    LocalDateTime.ofEpochSecond(t.getEpochSecond(), 0, offset).toLocalDate();
            if (last == null) {
                last = daysAhead == Integer.MAX_VALUE ? LocalDate.MAX : date.plusDays(daysAhead);
            }
            for (; ; date = date.plusDays(1)) {
                if (date.isAfter(last)) {
                    return false;
                }
                var midnight = midnight(date, offset);
                if (!midnight.isBefore(change)) {
                    break;
                }
                for (var window : on(date).windows()) {
                    var from = latest(midnight.plusSeconds(window.from() * 60L), t);
                    var until = earliest(midnight.plusSeconds(window.until() * 60L), change);
                    if (from.isBefore(until) && !visitor.visit(date, from, until)) {
                        return true;
                    }
                }
            }
            t = change;
        }
        return false;
    }

    private boolean neverAnyWork() {
        return (saturdays == null || saturdays.windows().isEmpty())
                && week.values().stream().allMatch(List::isEmpty)
                && days.values().stream().allMatch(it -> it.windows().isEmpty());
    }

    private static Instant midnight(LocalDate date, ZoneOffset offset) {
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400L - offset.getTotalSeconds());
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** The special days, earliest first. */
    public List<SpecialDay> days() {
        return List.copyOf(days.values());
    }

    public Optional<AlternateSaturdays> saturdays() {
        return Optional.ofNullable(saturdays);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar it
                && zone.equals(it.zone)
                && week.equals(it.week)
                && Objects.equals(saturdays, it.saturdays)
                && days.equals(it.days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, saturdays, days);
    }

    /** As {@link CalendarText} writes it. */
    @Override
    public String toString() {
        return CalendarText.write(this);
    }
}
