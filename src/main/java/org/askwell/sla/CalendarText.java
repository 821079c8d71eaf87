package org.askwell.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * How a calendar is written down, one fact a line, so that what a clock was once reckoned by can be read again.
 *
 * <pre>
 * zone Asia/Shanghai
 * week MONDAY 09:00-12:00;13:00-18:00
 * saturdays 2026-01-10 09:00-12:00
 * holiday 2026-10-01 国庆节
 * workday 2026-10-10 usual 国庆节
 * workday 2026-10-11 MONDAY 国庆节
 * workday 2026-10-12 09:00-12:00 国庆节
 * </pre>
 */
public final class CalendarText {

    private static final String USUAL = "usual";

    private CalendarText() {}

    public static String write(WorkingCalendar calendar) {
        var lines = new ArrayList<String>();
        lines.add("zone " + calendar.zone().getId());
        for (var day : DayOfWeek.values()) {
            if (!calendar.on(day).isEmpty()) {
                lines.add("week " + day + " " + Window.texts(calendar.on(day)));
            }
        }
        calendar.saturdays()
                .ifPresent(it -> lines.add(("saturdays " + it.worked() + " " + Window.texts(it.windows())).strip()));
        for (var day : calendar.days()) {
            lines.add((day.kind() == SpecialDay.Kind.HOLIDAY
                            ? "holiday " + day.date() + " " + day.name()
                            : "workday " + day.date() + " " + hours(day) + " " + day.name())
                    .strip());
        }
        return String.join("\n", lines);
    }

    private static String hours(SpecialDay day) {
        if (!day.windows().isEmpty()) {
            return Window.texts(day.windows());
        }
        return day.like() == null ? USUAL : day.like().name();
    }

    public static WorkingCalendar read(String text) {
        var zone = ZoneId.of("UTC");
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        AlternateSaturdays saturdays = null;
        var days = new ArrayList<SpecialDay>();
        for (var line : text.lines().toList()) {
            var words = line.split(" ", 4);
            switch (words[0]) {
                case "zone" -> zone = ZoneId.of(words[1]);
                case "week" -> week.put(DayOfWeek.valueOf(words[1]), Window.parseAll(words[2]));
                case "saturdays" ->
                    saturdays = new AlternateSaturdays(
                            LocalDate.parse(words[1]), words.length > 2 ? Window.parseAll(words[2]) : List.of());
                case "holiday" -> {
                    var parts = line.split(" ", 3);
                    days.add(SpecialDay.holiday(LocalDate.parse(parts[1]), parts.length > 2 ? parts[2] : ""));
                }
                case "workday" ->
                    days.add(workday(LocalDate.parse(words[1]), words[2], words.length > 3 ? words[3] : ""));
                default -> throw new IllegalArgumentException(line);
            }
        }
        var calendar = WorkingCalendar.weekly(zone, week).with(days);
        return saturdays == null ? calendar : calendar.with(saturdays);
    }

    private static SpecialDay workday(LocalDate date, String hours, String name) {
        if (hours.equals(USUAL)) {
            return SpecialDay.workday(date, name);
        }
        return Character.isDigit(hours.charAt(0))
                ? SpecialDay.workday(date, name, Window.parseAll(hours))
                : SpecialDay.workday(date, name, DayOfWeek.valueOf(hours));
    }
}
