package org.askwell.target.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.Window;
import org.askwell.sla.WorkingCalendar;
import org.askwell.target.Cause;
import org.askwell.target.ClockKind;
import org.askwell.target.Moved;
import org.askwell.target.TicketClock;
import org.askwell.ticket.Priority;

/** How clocks are spoken of. */
final class ClockWords {

    private static final Duration SOON = Duration.ofHours(1);

    private ClockWords() {}

    static String kind(ClockKind kind) {
        return word("target.kind." + lower(kind));
    }

    static String priority(Priority priority) {
        return word("ticket.priority." + lower(priority));
    }

    /** {@code 1 h 35 min}; without a sign. */
    static String length(Duration time) {
        long minutes = time.abs().toMinutes();
        if (minutes < 60) {
            return word("target.minutes", minutes);
        }
        return minutes % 60 == 0
                ? word("target.hours", minutes / 60)
                : word("target.hours-minutes", minutes / 60, minutes % 60);
    }

    /** The state as a word, a shape and a colour. */
    static Span badge(TicketClock clock, Instant now) {
        var mood = mood(clock, now);
        var badge = new Span(word("target.mood." + mood));
        badge.addClassName("badge");
        badge.getElement().setAttribute("data-mood", mood);
        return badge;
    }

    private static String mood(TicketClock clock, Instant now) {
        return switch (clock.clock().state()) {
            case DROPPED -> "dropped";
            case MET -> clock.clock().isLate(now) ? "missed" : "met";
            case STANDING -> clock.clock().isLate(now) ? "late" : "stopped";
            case RUNNING -> {
                var due = clock.due();
                if (clock.clock().isLate(now)) {
                    yield "late";
                }
                yield due != null && due.isBefore(now.plus(SOON)) ? "soon" : "calm";
            }
        };
    }

    /** How it stands, in plain words. */
    static String sentence(TicketClock clock, Instant now, ZoneId reader) {
        var left = clock.clock().remaining(now);
        return switch (clock.clock().state()) {
            case DROPPED -> word("target.stands.dropped");
            case MET ->
                left.isNegative()
                        ? word("target.stands.missed", length(left))
                        : word("target.stands.met", length(clock.clock().spent(now)));
            case STANDING ->
                left.isNegative()
                        ? word("target.stands.stopped-late", reason(clock), length(left))
                        : word("target.stands.stopped", reason(clock), length(left));
            case RUNNING -> {
                var due = clock.due();
                if (due == null) {
                    yield word("target.stands.never");
                }
                yield left.isNegative()
                        ? word("target.stands.late", Times.exact(due, reader), length(left))
                        : word("target.stands.running", Times.exact(due, reader), length(left));
            }
        };
    }

    private static String reason(TicketClock clock) {
        return clock.entries().reversed().stream()
                .filter(it -> it.what() == Moved.PAUSED)
                .findFirst()
                .map(it -> it.cause() == Cause.ASKED || it.reason() == null
                        ? word("target.cause." + lower(it.cause()))
                        : it.reason())
                .orElse("");
    }

    /** What an entry of the ledger did, and why. */
    static String entry(TicketClock.Entry entry) {
        var text = new StringBuilder(word(
                "target.entry",
                word("target.what." + lower(entry.what())),
                word("target.cause." + lower(entry.cause()))));
        if (entry.reason() != null) {
            text.append(word("target.entry.reason", entry.reason()));
        }
        if (entry.minutes() != null && entry.policy() != null) {
            text.append(word("target.entry.target", length(Duration.ofMinutes(entry.minutes())), entry.policy()));
        }
        return text.toString();
    }

    /** A day and its hours: Wed 30 September 2026, weekday, 09:00-12:00, 13:00-18:00. */
    static String day(WorkingCalendar.Day day) {
        var hours = day.windows().isEmpty()
                ? word("target.day.closed")
                : day.windows().stream().map(Window::toString).collect(Collectors.joining(", "));
        return word(
                "target.day",
                date(day.date()),
                day.name().isEmpty()
                        ? word("target.why." + lower(day.why()))
                        : word("target.day.named", word("target.why." + lower(day.why())), day.name()),
                hours);
    }

    static String date(LocalDate date) {
        return word(
                "target.date", Times.day(date), date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Words.locale()));
    }

    static String due(ServiceClock clock, ZoneId reader) {
        var due = clock.due();
        if (due == null) {
            return word("target.due.none");
        }
        return due.isNever() ? word("target.due.never") : Times.exact(due.at(), reader);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
