package org.askwell.ticket;

import java.io.Serializable;
import java.util.Set;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows, among those the acting person may see; null means any.
 *
 * @param statuses empty means any
 * @param text a ticket number, or words of the subject
 */
public record TicketFilter(
        @Nullable String queue,
        @Nullable String desk,
        Set<TicketStatus> statuses,
        @Nullable PersonId assignee,
        boolean unassigned,
        @Nullable PersonId requester,
        @Nullable String text,
        Order order)
        implements Serializable {

    public static final Set<TicketStatus> ACTIVE = Set.of(TicketStatus.OPEN, TicketStatus.WAITING);
    public static final TicketFilter ALL =
            new TicketFilter(null, null, Set.of(), null, false, null, null, Order.NEWEST_FIRST);

    public enum Order {
        /** Agents see the oldest ticket first. */
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    public TicketFilter {
        statuses = Set.copyOf(statuses);
    }

    public TicketFilter inQueue(String slug) {
        return new TicketFilter(slug, desk, statuses, assignee, unassigned, requester, text, order);
    }

    public TicketFilter with(Set<TicketStatus> wanted) {
        return new TicketFilter(queue, desk, wanted, assignee, unassigned, requester, text, order);
    }

    public TicketFilter assignedTo(@Nullable PersonId person) {
        return new TicketFilter(queue, desk, statuses, person, false, requester, text, order);
    }

    public TicketFilter thatNobodyHas() {
        return new TicketFilter(queue, desk, statuses, null, true, requester, text, order);
    }

    public TicketFilter requestedBy(PersonId person) {
        return new TicketFilter(queue, desk, statuses, assignee, unassigned, person, text, order);
    }

    public TicketFilter about(@Nullable String words) {
        return new TicketFilter(queue, desk, statuses, assignee, unassigned, requester, words, order);
    }

    public TicketFilter atDesk(@Nullable String slug) {
        return new TicketFilter(queue, slug, statuses, assignee, unassigned, requester, text, order);
    }

    public TicketFilter oldestFirst() {
        return new TicketFilter(queue, desk, statuses, assignee, unassigned, requester, text, Order.OLDEST_FIRST);
    }
}
