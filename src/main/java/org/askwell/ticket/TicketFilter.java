package org.askwell.ticket;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows, among those the acting person may see; null means any.
 *
 * @param statuses empty means any
 * @param text a ticket number, words of the subject, or what stands in a text or number field of the desk
 * @param category with all that belong to it
 * @param fields what stands in desks' own fields
 * @param today what a desk looks for in the morning
 */
public record TicketFilter(
        @Nullable String queue,
        @Nullable String desk,
        Set<TicketStatus> statuses,
        @Nullable PersonId assignee,
        boolean unassigned,
        @Nullable PersonId requester,
        @Nullable String text,
        Order order,
        @Nullable String category,
        Map<String, String> fields,
        @Nullable Today today)
        implements Serializable {

    public static final Set<TicketStatus> ACTIVE = Set.of(TicketStatus.OPEN, TicketStatus.WAITING);
    public static final TicketFilter ALL =
            new TicketFilter(null, null, Set.of(), null, false, null, null, Order.NEWEST_FIRST, null, Map.of(), null);

    public enum Order {
        /** Agents see the oldest ticket first. */
        OLDEST_FIRST,
        NEWEST_FIRST,
        /** What is due next; what is not due at all comes last. */
        DUE_FIRST
    }

    public TicketFilter {
        statuses = Set.copyOf(statuses);
        fields = Map.copyOf(fields);
    }

    public TicketFilter inQueue(String slug) {
        return new TicketFilter(
                slug, desk, statuses, assignee, unassigned, requester, text, order, category, fields, today);
    }

    public TicketFilter with(Set<TicketStatus> wanted) {
        return new TicketFilter(
                queue, desk, wanted, assignee, unassigned, requester, text, order, category, fields, today);
    }

    public TicketFilter assignedTo(@Nullable PersonId person) {
        return new TicketFilter(queue, desk, statuses, person, false, requester, text, order, category, fields, today);
    }

    public TicketFilter thatNobodyHas() {
        return new TicketFilter(queue, desk, statuses, null, true, requester, text, order, category, fields, today);
    }

    public TicketFilter requestedBy(PersonId person) {
        return new TicketFilter(
                queue, desk, statuses, assignee, unassigned, person, text, order, category, fields, today);
    }

    public TicketFilter about(@Nullable String words) {
        return new TicketFilter(
                queue, desk, statuses, assignee, unassigned, requester, words, order, category, fields, today);
    }

    public TicketFilter atDesk(@Nullable String slug) {
        return new TicketFilter(
                queue, slug, statuses, assignee, unassigned, requester, text, order, category, fields, today);
    }

    public TicketFilter oldestFirst() {
        return sorted(Order.OLDEST_FIRST);
    }

    public TicketFilter sorted(Order by) {
        return new TicketFilter(
                queue, desk, statuses, assignee, unassigned, requester, text, by, category, fields, today);
    }

    /** @param slug with all categories that belong to it */
    public TicketFilter of(@Nullable String slug) {
        return new TicketFilter(
                queue, desk, statuses, assignee, unassigned, requester, text, order, slug, fields, today);
    }

    /** @param values by the keys of the fields; numbers and days also from and until: {@code 100..200}, {@code 2026-11-01..} */
    public TicketFilter where(Map<String, String> values) {
        return new TicketFilter(
                queue, desk, statuses, assignee, unassigned, requester, text, order, category, values, today);
    }

    public TicketFilter asOf(@Nullable Today question) {
        return new TicketFilter(
                queue, desk, statuses, assignee, unassigned, requester, text, order, category, fields, question);
    }
}
