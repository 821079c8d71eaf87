package org.askwell.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day that is not as its weekday says: a holiday, or a working day that makes up for one.
 *
 * @param name what people call it
 * @param like the weekday whose hours a working day has; null: those of the first weekday that has any
 * @param windows a working day's own hours; empty: those of {@code like}
 */
public record SpecialDay(
        LocalDate date,
        SpecialDay.Kind kind,
        String name,
        @Nullable DayOfWeek like,
        List<Window> windows) {

    public enum Kind {
        /** Closed. */
        HOLIDAY,
        /** Open, whatever its weekday. */
        WORKDAY
    }

    public SpecialDay {
        name = name.replaceAll("\\s+", " ").strip();
        windows = Window.inOrder(windows);
    }

    public static SpecialDay holiday(LocalDate date, String name) {
        return new SpecialDay(date, Kind.HOLIDAY, name, null, List.of());
    }

    /** A working day with the hours of the first weekday that has any. */
    public static SpecialDay workday(LocalDate date, String name) {
        return new SpecialDay(date, Kind.WORKDAY, name, null, List.of());
    }

    public static SpecialDay workday(LocalDate date, String name, DayOfWeek like) {
        return new SpecialDay(date, Kind.WORKDAY, name, like, List.of());
    }

    public static SpecialDay workday(LocalDate date, String name, List<Window> windows) {
        return new SpecialDay(date, Kind.WORKDAY, name, null, windows);
    }
}
