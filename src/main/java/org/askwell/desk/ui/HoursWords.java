package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.DescriptionList;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.BusinessHours;

/** Opening hours as people read them. */
final class HoursWords {

    private HoursWords() {}

    /** Whether it is open now, or when it opens, in the reader's zone. */
    static String now(BusinessHours hours, Instant now, ZoneId reader) {
        if (hours.isOpen(now)) {
            return word(hours.isAlwaysOpen() ? "desk.hours.always" : "desk.hours.open");
        }
        return hours.nextOpening(now)
                .map(at -> word("desk.hours.opens", Times.exact(at, reader)))
                .orElseGet(() -> word("desk.hours.closed"));
    }

    static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Words.locale());
    }

    static DescriptionList week(BusinessHours hours) {
        var week = new DescriptionList();
        week.addClassName("week");
        for (var day : DayOfWeek.values()) {
            var windows = times(hours, day);
            week.add(
                    new DescriptionList.Term(day(day)),
                    new DescriptionList.Description(windows.isEmpty() ? word("desk.hours.day-closed") : windows));
        }
        return week;
    }

    /** The week in one line: days with the same hours stand together, days on which it is closed are left out. */
    static String line(BusinessHours hours) {
        if (hours.isAlwaysOpen()) {
            return word("desk.hours.always");
        }
        var parts = new ArrayList<String>();
        var days = DayOfWeek.values();
        for (int first = 0, next; first < days.length; first = next) {
            var times = times(hours, days[first]);
            for (next = first + 1;
                    next < days.length && times(hours, days[next]).equals(times);
                    next++) {}
            if (!times.isEmpty()) {
                var name = next - first == 1
                        ? brief(days[first])
                        : word("desk.hours.days", brief(days[first]), brief(days[next - 1]));
                parts.add(name + " " + times);
            }
        }
        return String.join(word("desk.hours.and"), parts);
    }

    private static String times(BusinessHours hours, DayOfWeek day) {
        return hours.on(day).stream().map(BusinessHours.Window::times).collect(Collectors.joining(", "));
    }

    private static String brief(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Words.locale());
    }
}
