package org.askwell.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A calendar that knows nothing but to look at the clock on the wall once a minute; and calendars made up at random. */
record MinuteByMinute(
        ZoneId zone,
        Map<DayOfWeek, List<Window>> week,
        Map<LocalDate, SpecialDay> days,
        @Nullable LocalDate saturday) {

    /** Zones with changes of the clock by an hour, by half an hour, at midnight, and with none. */
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "America/Santiago",
            "Africa/Cairo",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "UTC");

    static MinuteByMinute random(Random random) {
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, windows(random));
            }
        }
        return new MinuteByMinute(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                week,
                new HashMap<>(),
                random.nextInt(4) == 0 ? LocalDate.of(2026, 1, 3).plusWeeks(random.nextInt(2)) : null);
    }

    private static List<Window> windows(Random random) {
        var windows = new ArrayList<Window>();
        int at = random.nextInt(600);
        while (at < Window.MINUTES_OF_DAY && windows.size() < 4) {
            int until = Math.min(Window.MINUTES_OF_DAY, at + 1 + random.nextInt(400));
            windows.add(new Window(at, until));
            at = until + random.nextInt(300);
        }
        return windows;
    }

    /** A moment near a change of this zone's clock, or any in those years. */
    Instant moment(Random random) {
        var any = Instant.parse("2008-01-01T00:00:00Z")
                .plus(Duration.ofMinutes(random.nextInt(20 * 365) * 1440L + random.nextInt(1440)));
        var change = zone.getRules().nextTransition(any);
        return change == null || random.nextBoolean()
                ? any
                : change.getInstant().minus(Duration.ofMinutes(random.nextInt(1440)));
    }

    /** Makes some of the days from this moment on special. */
    void makeSpecial(Instant from, Random random) {
        var date = from.atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i < 4; i++) {
            var day = date.plusDays(i);
            switch (random.nextInt(6)) {
                case 0 -> days.put(day, SpecialDay.holiday(day, "holiday"));
                case 1 -> days.put(day, SpecialDay.workday(day, "make-up", DayOfWeek.of(1 + random.nextInt(7))));
                case 2 -> days.put(day, SpecialDay.workday(day, "make-up", windows(random)));
                case 3 -> days.put(day, SpecialDay.workday(day, "make-up"));
                default -> {}
            }
        }
    }

    WorkingCalendar calendar() {
        var calendar = WorkingCalendar.weekly(zone, week).with(days.values());
        return saturday == null ? calendar : calendar.with(new AlternateSaturdays(saturday, List.of()));
    }

    boolean isOpen(Instant at) {
        var local = at.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        for (var window : on(local.toLocalDate())) {
            if (minute >= window.from() && minute < window.until()) {
                return true;
            }
        }
        return false;
    }

    private List<Window> on(LocalDate date) {
        var special = days.get(date);
        if (special == null) {
            boolean free = saturday != null
                    && date.getDayOfWeek() == DayOfWeek.SATURDAY
                    && Math.abs(date.toEpochDay() - saturday.toEpochDay()) % 14 != 0;
            return free ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
        }
        if (special.kind() == SpecialDay.Kind.HOLIDAY) {
            return List.of();
        }
        if (!special.windows().isEmpty()) {
            return special.windows();
        }
        if (special.like() != null) {
            return week.getOrDefault(special.like(), List.of());
        }
        for (var day : DayOfWeek.values()) {
            if (!week.getOrDefault(day, List.of()).isEmpty()) {
                return week.getOrDefault(day, List.of());
            }
        }
        return List.of();
    }
}
