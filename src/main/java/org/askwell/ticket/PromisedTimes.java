package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What those who keep the clocks ask and tell a ticket, within the transaction that changes it. Asks nobody's rights,
 * because nobody is looking.
 */
@ApplicationScoped
public class PromisedTimes {

    @Inject
    TicketRepository tickets;

    @Inject
    DeskWorkRepository work;

    /**
     * How a ticket stands.
     *
     * @param answered somebody of the desk has said something to its requester
     * @param due as told last
     */
    public record Standing(
            @Nullable String desk,
            Priority priority,
            PersonId requester,
            TicketStatus status,
            boolean answered,
            @Nullable Instant due) {}

    public Standing standing(TicketNumber number) {
        return tickets.requireAtHand(number).standing();
    }

    /** Whether it has come to its desk in the present transaction. */
    public boolean isArriving(TicketNumber number) {
        return tickets.justArrived(number).isPresent();
    }

    /**
     * Tells a ticket when the nearest of what was promised is due.
     *
     * @param due null when no clock runs
     * @param breached something promised was done too late
     */
    public void promise(TicketNumber number, @Nullable Instant due, boolean breached) {
        tickets.requireAtHand(number).promise(due, breached);
    }

    /** Tickets of a desk that somebody still waits for, in pages by their numbers. */
    public List<TicketNumber> active(String desk, @Nullable TicketNumber after, int limit) {
        return work.active(desk, after, limit);
    }
}
