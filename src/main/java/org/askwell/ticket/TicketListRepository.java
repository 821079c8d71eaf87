package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.desk.OwnField;
import org.askwell.people.Caller;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/** Reads lists of tickets: what a filter means to the database, and what a caller may see at all. */
@ApplicationScoped
class TicketListRepository {

    /** What a list shows of a ticket {@code t}. */
    static final String ROW = "new org.askwell.ticket.TicketRow(t.id, t.number, t.subject, t.requester, t.desk,"
            + " t.queue, t.status, t.priority, t.assignee, t.category, t.fields, t.openedAt, t.updatedAt,"
            + " t.dueAt)";

    /** Tickets in one of whose fields exactly {@code :folded} stands; an order number may look like a ticket's number. */
    static final String WITH_VALUE = "t.number in (select f.ticket from FieldValue f where f.folded = :folded"
            + " and f.hiddenAt is null and f.kind in :kinds)";

    static final List<OwnField.FieldType> SEARCHED = List.of(OwnField.FieldType.TEXT, OwnField.FieldType.NUMBER);

    /**
     * The requester has to answer first. In the database's own words: where a query looks for words, values are written into
     * it, and truth as a number, which one of the databases does not compare with a boolean.
     */
    private static final String ASKED = "SQL('case when ? then 1 else 0 end', t.hold.forRequester) = 1";

    @PersistenceContext
    EntityManager em;

    /** Rows that the caller may see, cut by offset. */
    List<TicketRow> page(TicketFilter filter, Narrowing narrowing, Caller caller, int offset, int limit) {
        return query(filter, narrowing, caller, null)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Rows that the caller may see, after the given place of the order. */
    List<TicketRow> after(TicketFilter filter, Narrowing narrowing, Caller caller, @Nullable Place after, int limit) {
        return query(filter, narrowing, caller, after).setMaxResults(limit).getResultList();
    }

    /** Where a row stands in the order of a list. */
    record Place(Instant openedAt, long key, @Nullable Instant dueAt) {}

    private TypedQuery<TicketRow> query(
            TicketFilter filter, Narrowing narrowing, Caller caller, @Nullable Place after) {
        var where = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        scope(filter, caller, where, parameters);
        if (filter.queue() != null) {
            where.add("t.queue = :queue");
            parameters.put("queue", filter.queue());
        }
        if (filter.desk() != null) {
            where.add("t.desk = :desk");
            parameters.put("desk", filter.desk());
        }
        if (!filter.statuses().isEmpty()) {
            statuses(filter.statuses(), where, parameters);
        }
        if (filter.assignee() != null) {
            where.add("t.assignee = :assignee");
            parameters.put("assignee", filter.assignee());
        }
        if (filter.unassigned()) {
            where.add("t.assignee is null");
        }
        today(filter.today(), where, parameters);
        text(filter.text(), where, parameters);
        narrow(narrowing, where, parameters);
        boolean dueFirst = filter.order() == TicketFilter.Order.DUE_FIRST;
        boolean oldestFirst = filter.order() == TicketFilter.Order.OLDEST_FIRST;
        if (after != null && dueFirst) {
            dueAfter(after, where, parameters);
        } else if (after != null) {
            var sign = oldestFirst ? ">" : "<";
            where.add("(t.openedAt " + sign + " :afterAt or (t.openedAt = :afterAt and t.id " + sign + " :afterKey))");
            parameters.put("afterAt", after.openedAt());
            parameters.put("afterKey", after.key());
        }
        var direction = oldestFirst ? "asc" : "desc";
        var query = em.createQuery(
                "select " + ROW + " from Ticket t where " + String.join(" and ", where) + " order by "
                        + (dueFirst ? "t.dueAt nulls last, t.id" : "t.openedAt " + direction + ", t.id " + direction),
                TicketRow.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** In the order of what is due next, what is not due at all comes last. */
    private static void dueAfter(Place after, List<String> where, Map<String, Object> parameters) {
        parameters.put("afterKey", after.key());
        if (after.dueAt() == null) {
            where.add("(t.dueAt is null and t.id > :afterKey)");
        } else {
            where.add("(t.dueAt is null or t.dueAt > :afterDue or (t.dueAt = :afterDue and t.id > :afterKey))");
            parameters.put("afterDue", after.dueAt());
        }
    }

    /** What the caller may see at all; each branch is one that an index serves. */
    private static void scope(TicketFilter filter, Caller caller, List<String> where, Map<String, Object> parameters) {
        if (caller.id().equals(filter.requester())) {
            where.add("t.requester = :me");
            parameters.put("me", caller.id());
            return;
        }
        var desks = desksOf(caller);
        boolean unrouted = caller.isAdmin() || caller.hasAnywhere(Role.DESK_OWNER);
        if (desks.isEmpty() && !unrouted) {
            where.add("t.requester = :me");
            parameters.put("me", caller.id());
        } else if (desks.isEmpty()) {
            where.add("t.desk is null");
        } else {
            where.add(unrouted ? "(t.desk in :desks or t.desk is null)" : "t.desk in :desks");
            parameters.put("desks", desks);
        }
        if (filter.requester() != null) {
            where.add("t.requester = :requester");
            parameters.put("requester", filter.requester());
        }
    }

    private static void today(@Nullable Today today, List<String> where, Map<String, Object> parameters) {
        if (today == null) {
            return;
        }
        switch (today.what()) {
            case NEW -> {
                where.add("t.openedAt >= :today");
                parameters.put("today", today.at());
            }
            case LATE -> {
                where.add("t.status in :unsettled and t.dueAt < :today");
                parameters.put("unsettled", TicketFilter.ACTIVE);
                parameters.put("today", today.at());
            }
            case ASKED -> {
                where.add(ASKED);
            }
        }
    }

    /** What is still to be done stands in one place of each index, and what is over in another. */
    private static void statuses(Set<TicketStatus> wanted, List<String> where, Map<String, Object> parameters) {
        boolean none = wanted.stream().noneMatch(TicketFilter.ACTIVE::contains);
        if (none || TicketFilter.ACTIVE.containsAll(wanted)) {
            where.add("t.active = :active");
            parameters.put("active", none ? 0 : 1);
        }
        if (!wanted.equals(TicketFilter.ACTIVE)) {
            where.add("t.status in :statuses");
            parameters.put("statuses", wanted);
        }
    }

    private static void text(@Nullable String text, List<String> where, Map<String, Object> parameters) {
        if (text == null || text.isBlank()) {
            return;
        }
        var meant = TicketNumber.parse(text)
                .map(number -> {
                    parameters.put("number", number);
                    return "t.number = :number";
                })
                .orElseGet(() -> {
                    parameters.put("text", text.trim().toLowerCase(Locale.ROOT));
                    return "locate(:text, lower(t.subject)) > 0";
                });
        where.add("(" + meant + " or " + WITH_VALUE + ")");
        parameters.put("folded", OwnField.fold(text));
        parameters.put("kinds", SEARCHED);
    }

    private static void narrow(Narrowing narrowing, List<String> where, Map<String, Object> parameters) {
        var categories = new ArrayList<String>();
        narrowing.categories().forEach((desk, slugs) -> {
            int at = categories.size();
            categories.add("(t.desk = :categoryDesk" + at + " and t.category in :categories" + at + ")");
            parameters.put("categoryDesk" + at, desk);
            parameters.put("categories" + at, slugs);
        });
        if (!categories.isEmpty()) {
            where.add("(" + String.join(" or ", categories) + ")");
        }
        int number = 0;
        for (var tests : narrowing.fields()) {
            var any = new ArrayList<String>();
            for (var test : tests) {
                any.add("t.number in (" + matching(test, "f" + number++, parameters) + ")");
            }
            where.add("(" + String.join(" or ", any) + ")");
        }
    }

    /** The tickets for which one test holds; asked from the values, so that a rare one is found among very many tickets. */
    private static String matching(Narrowing.Test test, String name, Map<String, Object> parameters) {
        var where = new ArrayList<String>();
        where.add("hiddenAt is null");
        compare("desk", "=", test.desk(), name + "Desk", where, parameters);
        compare("key", "=", test.key(), name + "Key", where, parameters);
        compare("folded", "=", test.folded(), name + "Text", where, parameters);
        compare("number", ">=", test.from(), name + "From", where, parameters);
        compare("number", "<=", test.until(), name + "Until", where, parameters);
        compare("day", ">=", test.since(), name + "Since", where, parameters);
        compare("day", "<=", test.through(), name + "Through", where, parameters);
        return "select " + name + ".ticket from FieldValue " + name + " where "
                + where.stream().map(it -> name + "." + it).collect(Collectors.joining(" and "));
    }

    private static void compare(
            String column,
            String sign,
            @Nullable Object value,
            String parameter,
            List<String> where,
            Map<String, Object> parameters) {
        if (value != null) {
            where.add(column + " " + sign + " :" + parameter);
            parameters.put(parameter, value);
        }
    }

    private static List<String> desksOf(Caller caller) {
        var desks = caller.scopesOf(Role.AGENT);
        desks.addAll(caller.scopesOf(Role.DESK_OWNER));
        return List.copyOf(desks);
    }
}
