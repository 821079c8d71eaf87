package org.askwell.routing.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.askwell.people.PersonId;
import org.askwell.sla.ClockEvent;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.HistoryRow;
import org.jspecify.annotations.Nullable;

/**
 * How long a ticket has waited for words of its desk: a pure function of what has befallen it.
 *
 * <p>Two clocks are read from the history, both in the desk's working time. The one of the first answer begins when the
 * ticket comes to the desk, stands while it is on hold, and ends with the first public words of anybody but the
 * requester; coming to another desk unanswered begins it anew. The one of the assignee begins with the assignment and
 * again with words of the requester after an answer.
 */
final class Unanswered {

    private enum Move {
        START,
        PAUSE,
        RESUME,
        END
    }

    private record Moment(Move move, Instant at) {}

    private final WorkingCalendar calendar;
    private final List<Moment> first = new ArrayList<>();
    private final List<Moment> owed = new ArrayList<>();
    private int arrival;

    private Unanswered(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    static Unanswered of(
            List<HistoryRow> history, PersonId requester, @Nullable PersonId assignee, WorkingCalendar calendar) {
        var it = new Unanswered(calendar);
        it.readFirst(history, requester);
        if (assignee != null) {
            it.readOwed(history, requester, assignee);
        }
        return it;
    }

    private void readFirst(List<HistoryRow> history, PersonId requester) {
        boolean answered = false;
        boolean held = false;
        for (var row : history) {
            switch (row.kind()) {
                case OPENED -> begin(first, row.at());
                case TRANSFERRED -> {
                    arrival++;
                    if (!answered) {
                        begin(first, row.at());
                        if (held) {
                            first.add(new Moment(Move.PAUSE, row.at()));
                        }
                    }
                }
                case HELD -> {
                    held = true;
                    first.add(new Moment(Move.PAUSE, row.at()));
                }
                case RESUMED -> {
                    held = false;
                    if (!answered) {
                        first.add(new Moment(Move.RESUME, row.at()));
                    }
                }
                case REPLIED, ASKED, RESOLVED -> {
                    held = row.kind() == HistoryRow.Kind.ASKED || (held && row.kind() != HistoryRow.Kind.RESOLVED);
                    if (!row.by().equals(requester)) {
                        answered = true;
                        first.add(new Moment(Move.END, row.at()));
                    }
                }
                case WITHDRAWN -> {
                    held = false;
                    first.add(new Moment(Move.END, row.at()));
                }
                case REOPENED -> {
                    if (!answered) {
                        first.add(new Moment(Move.RESUME, row.at()));
                    }
                }
                default -> {}
            }
        }
    }

    private void readOwed(List<HistoryRow> history, PersonId requester, PersonId assignee) {
        boolean owes = false;
        for (var row : history) {
            switch (row.kind()) {
                case ASSIGNED -> {
                    owes = assignee.value().equals(row.after());
                    owed.clear();
                    if (owes) {
                        begin(owed, row.at());
                    }
                }
                case REPLIED -> {
                    boolean asks = row.by().equals(requester);
                    if (asks && !owes) {
                        begin(owed, row.at());
                    } else if (!asks) {
                        owed.add(new Moment(Move.END, row.at()));
                    }
                    owes = asks;
                }
                case ASKED, RESOLVED, WITHDRAWN -> {
                    owes = false;
                    owed.add(new Moment(Move.END, row.at()));
                }
                case HELD -> owed.add(new Moment(Move.PAUSE, row.at()));
                case RESUMED -> {
                    if (owes) {
                        owed.add(new Moment(Move.RESUME, row.at()));
                    }
                }
                case REOPENED -> {
                    owes = true;
                    begin(owed, row.at());
                }
                default -> {}
            }
        }
        if (owed.isEmpty() || owed.getFirst().move() != Move.START) {
            owed.clear();
        }
    }

    private static void begin(List<Moment> clock, Instant at) {
        clock.clear();
        clock.add(new Moment(Move.START, at));
    }

    /** How often the ticket had come to another desk before it came to this one. */
    int arrival() {
        return arrival;
    }

    /** When so many minutes without a first answer are over; null when nobody waits for one, or not now. */
    @Nullable
    Instant firstAnswerDue(int minutes) {
        return due(first, minutes);
    }

    /** When so many minutes without an answer of whoever has it are over; null when none is owed, or not now. */
    @Nullable
    Instant answerDue(int minutes) {
        return due(owed, minutes);
    }

    /** What falls on the end of the working day waits until the desk opens again. */
    private @Nullable Instant due(List<Moment> moments, int minutes) {
        if (moments.isEmpty()) {
            return null;
        }
        var clock =
                ServiceClock.of(moments.stream().map(it -> event(it, minutes)).toList());
        var due = clock.state() == ServiceClock.State.RUNNING ? clock.due() : null;
        return due == null || due.isNever()
                ? null
                : calendar.nextOpening(due.at()).orElse(null);
    }

    private ClockEvent event(Moment moment, int minutes) {
        return switch (moment.move()) {
            case START -> new ClockEvent.Started(moment.at(), Duration.ofMinutes(minutes), calendar);
            case PAUSE -> new ClockEvent.Paused(moment.at());
            case RESUME -> new ClockEvent.Resumed(moment.at());
            case END -> new ClockEvent.Met(moment.at());
        };
    }
}
