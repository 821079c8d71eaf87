package org.askwell.routing.assignment;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.ApplicationService;
import org.askwell.desk.DeskService;
import org.askwell.desk.roster.Rosters;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.Escalation;
import org.askwell.ticket.HandingOut;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * The round that somebody would make every minute: who has not been answered, and what can be given away now. Nobody is
 * acting; each ticket has a transaction of its own.
 */
@ApplicationService
public class DutyRound {

    private static final Duration PAUSE_AFTER_AN_ACCIDENT = Duration.ofMinutes(10);
    private static final Duration A_MONTH = Duration.ofDays(30);

    @Inject
    AssignmentRepository repository;

    @Inject
    AssignmentBook book;

    @Inject
    Sharing sharing;

    @Inject
    HandingOut tickets;

    @Inject
    Rosters rosters;

    @Inject
    DeskService desks;

    @Inject
    Clock clock;

    /** Tickets of which something may be due by now. */
    public List<TicketNumber> toLookAt(int limit) {
        return repository.toLookAt(clock.instant(), limit);
    }

    /** Takes the steps that are due for a ticket, each once, and notes when to look again. */
    public void look(TicketNumber number) {
        var it = tickets.lying(number);
        var desk = it.desk();
        if (desk == null || it.status() != TicketStatus.OPEN) {
            repository.forget(number);
            return;
        }
        var saved = book.of(desk);
        var calendar = rosters.calendar(desks.desk(desk));
        var waits = Unanswered.of(tickets.history(number), it.requester(), it.assignee(), calendar);
        var steps = climb(it, desk, saved, waits, calendar);
        var returns = steps.handedOver() ? clock.instant() : bringBack(it, desk, saved.plan(), waits, calendar);
        Stream.of(steps.next(), returns)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .ifPresentOrElse(next -> repository.watch(number, desk, next), () -> repository.forget(number));
    }

    /** @param next when the next step is due; null: none */
    private record Climbed(@Nullable Instant next, boolean handedOver) {}

    private Climbed climb(
            HandingOut.Lying it, String desk, SavedAssignment saved, Unanswered waits, WorkingCalendar calendar) {
        var taken = repository.steps(it.number()).stream()
                .filter(step -> step.isOf(waits.arrival()))
                .map(LadderEntry::step)
                .collect(Collectors.toSet());
        Instant next = null;
        boolean handedOver = false;
        for (var step : saved.plan().ladder()) {
            var due = taken.contains(step) ? null : waits.firstAnswerDue(step.after());
            if (due == null || !saved.countsAt(due)) {
                continue;
            }
            var when = notBefore(due, calendar);
            if (when == null) {
                var now = clock.instant();
                repository.add(new LadderEntry(it.number(), waits.arrival(), step, due, now));
                handedOver |= take(step, handedOver ? tickets.lying(it.number()) : it, desk);
            } else if (next == null || when.isBefore(next)) {
                next = when;
            }
        }
        return new Climbed(next, handedOver);
    }

    /** @return whether somebody else has it now */
    private boolean take(LadderStep step, HandingOut.Lying it, String desk) {
        var assignee = it.assignee();
        switch (step.act()) {
            case REMIND ->
                tickets.escalate(
                        it.number(),
                        Escalation.REMINDED,
                        assignee == null ? sharing.onDuty(desk) : List.of(assignee),
                        step.after());
            case TELL_OWNERS -> tickets.escalate(it.number(), Escalation.OWNERS_TOLD, owners(desk), step.after());
            case HAND_OVER -> {
                if (sharing.handOver(it, desk, step.after()) == Sharing.Outcome.GIVEN) {
                    return true;
                }
                tickets.escalate(it.number(), Escalation.NOBODY_FREE, owners(desk), step.after());
            }
        }
        return false;
    }

    /** @return when it goes back to its queue; null: never, as things are */
    private @Nullable Instant bringBack(
            HandingOut.Lying it, String desk, AssignmentPlan plan, Unanswered waits, WorkingCalendar calendar) {
        var after = plan.queue(it.queue()).returnAfter();
        var due = after == null || it.assignee() == null ? null : waits.answerDue(after);
        if (after == null || due == null) {
            return null;
        }
        var when = notBefore(due, calendar);
        if (when != null) {
            return when;
        }
        tickets.escalate(it.number(), Escalation.RETURNED, owners(desk), after);
        tickets.hand(it.number(), null, "RETURNED " + after);
        return clock.instant();
    }

    /** Null when it is to be done now; what is due while the desk is closed waits until it opens. */
    private @Nullable Instant notBefore(Instant due, WorkingCalendar calendar) {
        var now = clock.instant();
        if (due.isAfter(now)) {
            return due;
        }
        return calendar.isOpen(now) ? null : calendar.nextOpening(now).orElseGet(() -> now.plus(A_MONTH));
    }

    private Collection<PersonId> owners(String desk) {
        return desks.owners(desk).stream()
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .toList();
    }

    /** After an accident with one ticket: the others are not held up by it. */
    public void postpone(TicketNumber number) {
        var desk = tickets.lying(number).desk();
        if (desk == null) {
            repository.forget(number);
        } else {
            repository.watch(number, desk, clock.instant().plus(PAUSE_AFTER_AN_ACCIDENT));
        }
    }

    /** The queues that give away. */
    public List<String> queues() {
        return repository.all().stream()
                .flatMap(it -> it.saved().plan().queues().stream())
                .filter(it -> it.strategy().choosesSomebody())
                .map(QueuePlan::queue)
                .toList();
    }

    /** What waits in a queue for somebody, the oldest first. */
    public List<TicketRow> unassigned(String queue, @Nullable TicketRow after, int limit) {
        return tickets.unassigned(queue, after, limit);
    }

    /** @return false when nobody could take any other ticket of the queue now either */
    public boolean give(TicketNumber number) {
        var it = tickets.lying(number);
        return sharing.give(it, putBackBy(number), null) != Sharing.Outcome.NOBODY_THERE;
    }

    /** Whoever had it last does not get it again by itself. */
    private Set<PersonId> putBackBy(TicketNumber number) {
        return tickets.history(number).stream()
                .filter(it -> it.kind() == HistoryRow.Kind.ASSIGNED || it.kind() == HistoryRow.Kind.TRANSFERRED)
                .reduce((earlier, later) -> later)
                .filter(it -> it.kind() == HistoryRow.Kind.ASSIGNED && it.after() == null)
                .flatMap(it -> PersonId.parse(it.before()))
                .map(Set::of)
                .orElse(Set.of());
    }

    /** After another plan or calendar: tickets of a desk, in pages. */
    public List<TicketNumber> active(String desk, @Nullable TicketNumber after, int limit) {
        return tickets.active(desk, after, limit);
    }

    public void lookSoon(TicketNumber number) {
        var desk = tickets.lying(number).desk();
        if (desk != null && book.of(desk).plan().watches()) {
            repository.watch(number, desk, clock.instant());
        }
    }
}
