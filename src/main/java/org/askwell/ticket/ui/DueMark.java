package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;

/**
 * When the nearest of what was promised is due: a time of day while there is time, what is left in the last hour, and by
 * how much it is over. Goes on by itself in the browser.
 */
@JsModule("context://js/due.js")
final class DueMark extends Span {

    private static final String PLACE = "#";
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration DAYS = Duration.ofDays(2);

    DueMark(Instant due, Instant now, ZoneId zone) {
        addClassNames("badge", "due");
        var calm = word(
                "ticket.due.calm",
                DateTimeFormatter.ofPattern("EEE HH:mm", Words.locale()).format(due.atZone(zone)));
        if (Duration.between(now, due).compareTo(Duration.ofDays(6)) > 0) {
            calm = word("ticket.due.calm", Times.day(due.atZone(zone).toLocalDate()));
        }
        boolean late = due.isBefore(now);
        boolean soon = !late && Duration.between(now, due).compareTo(SOON) < 0;
        var size = length(Duration.between(now, due).abs());
        setText(late ? word("ticket.due.late", size) : soon ? word("ticket.due.soon", size) : calm);
        setTitle(Times.exact(due, zone));
        getElement()
                .setAttribute("data-due", Long.toString(due.toEpochMilli()))
                .setAttribute("data-mood", late ? "late" : soon ? "soon" : "calm")
                .setAttribute("data-calm", calm)
                .setAttribute("data-soon", word("ticket.due.soon", PLACE))
                .setAttribute("data-late", word("ticket.due.late", PLACE))
                .setAttribute("data-minutes", word("ticket.due.minutes", PLACE))
                .setAttribute("data-hours", word("ticket.due.hours", PLACE))
                .setAttribute("data-days", word("ticket.due.days", PLACE));
    }

    private static String length(Duration size) {
        if (size.compareTo(SOON) < 0) {
            return word("ticket.due.minutes", size.toMinutes());
        }
        return size.compareTo(DAYS) < 0
                ? word("ticket.due.hours", size.toHours())
                : word("ticket.due.days", size.toDays());
    }
}
