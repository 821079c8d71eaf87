package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What those who share out the work ask and tell a ticket, within the transaction that changes it. Asks nobody's rights,
 * because nobody is looking: it is the portal that acts.
 */
@ApplicationScoped
public class HandingOut {

    @Inject
    TicketRepository tickets;

    @Inject
    DeskWorkRepository work;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    /**
     * Where a ticket lies.
     *
     * @param language of its requester
     * @param answered somebody of the desk has said something to its requester
     */
    public record Lying(
            TicketNumber number,
            @Nullable String desk,
            String queue,
            PersonId requester,
            @Nullable PersonId assignee,
            TicketStatus status,
            String language,
            @Nullable String category,
            Instant openedAt,
            boolean answered) {}

    /** Whoever else wants to change it waits until this transaction has ended. */
    public Lying lying(TicketNumber number) {
        return tickets.requireAtHand(number).lying();
    }

    /** Whether it has come to its desk in the present transaction. */
    public boolean isArriving(TicketNumber number) {
        return tickets.justArrived(number).isPresent();
    }

    /** @param to null: nobody any more */
    public void hand(TicketNumber number, @Nullable PersonId to, String why) {
        events.fire(tickets.requireAtHand(number).hand(to, why, clock.instant()));
    }

    /** Writes down that it has waited too long, and tells these people. */
    public void escalate(TicketNumber number, Escalation what, Collection<PersonId> told, int minutes) {
        events.fire(
                new TicketEvent.Escalated(number, PersonId.PORTAL, clock.instant(), what, List.copyOf(told), minutes));
    }

    /** All that has befallen it, oldest first. */
    public List<HistoryRow> history(TicketNumber number) {
        return tickets.history(number);
    }

    /** Open tickets of a queue that nobody has, the oldest first. */
    public List<TicketRow> unassigned(String queue, @Nullable TicketRow after, int limit) {
        var place = after == null ? null : new TicketListRepository.Place(after.openedAt(), after.key(), null);
        return work.unassigned(queue, clock.instant(), place, limit);
    }

    /** How many open tickets of a desk each of these people has; who has none is left out. */
    public Map<PersonId, Integer> loads(String desk, Collection<PersonId> people) {
        return work.loads(desk, people);
    }

    /** Tickets of a desk that somebody still waits for, in pages by their numbers. */
    public List<TicketNumber> active(String desk, @Nullable TicketNumber after, int limit) {
        return work.active(desk, after, limit);
    }
}
