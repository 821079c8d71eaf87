package org.askwell.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.desk.OwnField;
import org.askwell.people.Caller;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/** Where tickets are kept. */
@ApplicationScoped
class TicketRepository {

    private static final String ROW = "new org.askwell.ticket.TicketRow(t.id, t.number, t.subject, t.requester, t.desk,"
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

    @Resource
    TransactionSynchronizationRegistry transaction;

    void add(Object entity) {
        em.persist(entity);
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    /** What stands in the fields of a ticket, what is hidden included. */
    List<FieldValue> fieldValues(TicketNumber number) {
        return fieldValues(List.of(number));
    }

    List<FieldValue> fieldValues(Collection<TicketNumber> numbers) {
        return em.createQuery("select f from FieldValue f where f.ticket in :tickets", FieldValue.class)
                .setParameter("tickets", numbers)
                .getResultList();
    }

    boolean hasValues(String desk, String key) {
        return !em.createQuery("select f.key from FieldValue f where f.desk = :desk and f.key = :key", String.class)
                .setParameter("desk", desk)
                .setParameter("key", key)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Remembers until the end of the transaction that this ticket has just come to its desk. */
    void arrived(Ticket ticket) {
        transaction.putResource(ticket.number(), ticket);
    }

    /** A ticket that came to its desk in the present transaction, without asking the database. */
    Optional<Ticket> justArrived(TicketNumber number) {
        return Optional.ofNullable((Ticket) transaction.getResource(number));
    }

    Ticket require(TicketNumber number) {
        return find(number, LockModeType.NONE).orElseThrow(() -> Refusal.notFound("ticket-unknown", number));
    }

    /** To be changed: whoever else wants to change it waits until this transaction has ended, and then sees the new state. */
    Ticket requireForChange(TicketNumber number) {
        var ticket = find(number, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("ticket-unknown", number));
        transaction.putResource(atHand(number), ticket);
        return ticket;
    }

    /** The ticket that is being opened or changed in the present transaction, without asking the database again. */
    Ticket requireAtHand(TicketNumber number) {
        var ticket = (Ticket) transaction.getResource(atHand(number));
        return ticket == null ? justArrived(number).orElseGet(() -> requireForChange(number)) : ticket;
    }

    private static String atHand(TicketNumber number) {
        return "at hand: " + number;
    }

    Optional<Ticket> find(TicketNumber number, LockModeType lock) {
        return em
                .createQuery("select t from Ticket t where t.number = :number", Ticket.class)
                .setParameter("number", number)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Resolved tickets whose requesters are to be reminded by now. */
    List<TicketNumber> toRemind(Instant now, int limit) {
        return due("remindsAt", now, limit);
    }

    /** Resolved tickets that close by themselves by now. */
    List<TicketNumber> toClose(Instant now, int limit) {
        return due("closesAt", now, limit);
    }

    private List<TicketNumber> due(String field, Instant now, int limit) {
        return em.createQuery(
                        "select t.number from Ticket t where t.status = org.askwell.ticket.TicketStatus.RESOLVED and t."
                                + field + " <= :now order by t." + field,
                        TicketNumber.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    List<MessageRow> conversation(TicketNumber number, boolean withNotes) {
        var messages = em.createQuery(
                        "select m from Message m where m.ticket = :ticket"
                                + (withNotes ? "" : " and m.visibility = org.askwell.ticket.Visibility.PUBLIC")
                                + " order by m.position",
                        Message.class)
                .setParameter("ticket", number)
                .getResultList();
        var files = em.createQuery(
                        "select a from Attachment a where a.ticket = :ticket order by a.id", Attachment.class)
                .setParameter("ticket", number)
                .getResultList();
        return messages.stream().map(it -> it.row(files)).toList();
    }

    Map<TicketNumber, Ticket> named(Collection<TicketNumber> numbers) {
        var named = new HashMap<TicketNumber, Ticket>();
        if (!numbers.isEmpty()) {
            em.createQuery("select t from Ticket t where t.number in :numbers", Ticket.class)
                    .setParameter("numbers", numbers)
                    .getResultList()
                    .forEach(it -> named.put(it.number(), it));
        }
        return named;
    }

    /** These messages of these tickets, without their files, by ticket and position: {@code IT-1042/3}. */
    Map<String, MessageRow> messages(Map<TicketNumber, Set<Integer>> wanted) {
        var messages = new HashMap<String, MessageRow>();
        if (!wanted.isEmpty()) {
            var positions = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            em.createQuery(
                            "select m from Message m where m.ticket in :tickets and m.position in :positions",
                            Message.class)
                    .setParameter("tickets", wanted.keySet())
                    .setParameter("positions", positions)
                    .getResultList()
                    .forEach(it -> {
                        var row = it.row(List.of());
                        messages.put(it.ticket() + "/" + row.position(), row);
                    });
        }
        return messages;
    }

    Optional<Attachment> attachment(String token) {
        return em
                .createQuery("select a from Attachment a where a.token = :token", Attachment.class)
                .setParameter("token", token)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isInternal(Attachment attachment) {
        return em
                .createQuery(
                        "select m.visibility from Message m where m.ticket = :ticket and m.position = :position",
                        Visibility.class)
                .setParameter("ticket", attachment.ticket())
                .setParameter("position", attachment.message())
                .getResultList()
                .stream()
                .anyMatch(it -> it == Visibility.INTERNAL);
    }

    List<HistoryRow> history(TicketNumber number) {
        return em
                .createQuery("select h from HistoryEntry h where h.ticket = :ticket order by h.id", HistoryEntry.class)
                .setParameter("ticket", number)
                .getResultList()
                .stream()
                .map(HistoryEntry::row)
                .toList();
    }

    List<TicketNumber> ofQuestion(String origin) {
        return em.createQuery(
                        "select t.number from Ticket t where t.origin = :origin order by t.id", TicketNumber.class)
                .setParameter("origin", origin)
                .getResultList();
    }

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

    /** How a desk stands, whoever asks. */
    Glance glance(String desk, List<String> queues, Instant dayBegan, Instant now) {
        var late = late(queues, now);
        var active = new HashMap<PersonId, Long>();
        long unassigned = 0;
        long asked = 0;
        for (var row : loads(queues)) {
            long count = (Long) row[2];
            asked += Boolean.TRUE.equals(row[1]) ? count : 0;
            if (row[0] == null) {
                unassigned += count;
            } else {
                active.merge((PersonId) row[0], count, Long::sum);
            }
        }
        var agents = active.entrySet().stream()
                .map(it -> new Glance.Load(
                        it.getKey(),
                        it.getValue(),
                        late.getOrDefault(it.getKey().value(), 0L)))
                .sorted(Comparator.comparingLong(Glance.Load::active)
                        .reversed()
                        .thenComparing(it -> it.person().value()))
                .toList();
        return new Glance(
                openedSince(desk, dayBegan),
                unassigned + agents.stream().mapToLong(Glance.Load::active).sum(),
                unassigned,
                asked,
                late.values().stream().mapToLong(Long::longValue).sum(),
                agents);
    }

    /** How many are active, by who has them, whether the requester has to answer first, and queue. */
    private List<Object[]> loads(Collection<String> queues) {
        return em.createQuery(
                        "select t.assignee, t.hold.forRequester, count(t.id), t.queue from Ticket t where t.queue in :queues"
                                + " and t.active = :active group by t.assignee, t.hold.forRequester, t.queue",
                        Object[].class)
                .setParameter("queues", queues)
                .setParameter("active", 1)
                .getResultList();
    }

    /** How many of the active ones are late, by who has them; by nothing those that nobody has. */
    private Map<String, Long> late(List<String> queues, Instant now) {
        var late = new HashMap<String, Long>();
        em.createQuery(
                        "select t.assignee, count(t.id) from Ticket t where t.queue in :queues and t.active = :active"
                                + " and t.dueAt < :now group by t.assignee",
                        Object[].class)
                .setParameter("queues", queues)
                .setParameter("active", 1)
                .setParameter("now", now)
                .getResultList()
                .forEach(it -> late.put(it[0] == null ? "" : it[0].toString(), (Long) it[1]));
        return late;
    }

    private long openedSince(String desk, Instant from) {
        return em.createQuery(
                        "select count(t.id) from Ticket t where t.desk = :desk and t.openedAt >= :from", Long.class)
                .setParameter("desk", desk)
                .setParameter("from", from)
                .getSingleResult();
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

    int countUnfinished(PersonId assignee) {
        return em.createQuery(
                        "select count(t) from Ticket t where t.assignee = :assignee and t.status in :active",
                        Long.class)
                .setParameter("assignee", assignee)
                .setParameter("active", TicketFilter.ACTIVE)
                .getSingleResult()
                .intValue();
    }

    /** What somebody has to do still, to be changed. */
    List<Ticket> unfinished(PersonId assignee) {
        return em.createQuery(
                        "select t from Ticket t where t.assignee = :assignee and t.status in :active order by t.id",
                        Ticket.class)
                .setParameter("assignee", assignee)
                .setParameter("active", TicketFilter.ACTIVE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<TicketNumber> active(String desk, @Nullable TicketNumber after, int limit) {
        var query = em.createQuery(
                        "select t.number from Ticket t where t.desk = :desk and t.status in :active"
                                + (after == null ? "" : " and t.number > :after") + " order by t.number",
                        TicketNumber.class)
                .setParameter("desk", desk)
                .setParameter("active", TicketFilter.ACTIVE);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Open tickets of a queue that nobody has, the oldest first, after that place; none that is opened later than now. */
    List<TicketRow> unassigned(String queue, Instant now, @Nullable Place after, int limit) {
        var query = em.createQuery(
                        "select " + ROW + " from Ticket t where t.queue = :queue and t.status ="
                                + " org.askwell.ticket.TicketStatus.OPEN and t.assignee is null and t.openedAt <= :now"
                                + (after == null
                                        ? ""
                                        : " and (t.openedAt > :afterAt or (t.openedAt = :afterAt and t.id > :afterKey))")
                                + " order by t.openedAt, t.id",
                        TicketRow.class)
                .setParameter("queue", queue)
                .setParameter("now", now);
        if (after != null) {
            query.setParameter("afterAt", after.openedAt()).setParameter("afterKey", after.key());
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** How many open tickets of a desk these people have; one statement, which does not write down a new ticket. */
    Map<PersonId, Integer> loads(String desk, Collection<PersonId> people) {
        var loads = new HashMap<PersonId, Integer>();
        if (!people.isEmpty()) {
            em.createQuery(
                            "select t.assignee, count(t) from Ticket t where t.assignee in :people and t.status ="
                                    + " org.askwell.ticket.TicketStatus.OPEN and t.desk = :desk group by t.assignee",
                            Object[].class)
                    .setParameter("people", people)
                    .setParameter("desk", desk)
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultList()
                    .forEach(it -> loads.put((PersonId) it[0], ((Number) it[1]).intValue()));
        }
        return loads;
    }

    /** Active tickets per queue, and how many of them a person has; one statement. */
    List<QueueCount> counts(Collection<String> queues, PersonId me) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var waiting = new TreeMap<String, Long>();
        var mine = new HashMap<String, Long>();
        for (var row : loads(queues)) {
            waiting.merge((String) row[3], (Long) row[2], Long::sum);
            mine.merge((String) row[3], me.equals(row[0]) ? (Long) row[2] : 0L, Long::sum);
        }
        return waiting.entrySet().stream()
                .map(it -> new QueueCount(it.getKey(), it.getValue(), mine.getOrDefault(it.getKey(), 0L)))
                .toList();
    }

    /** For machine readers: tickets that are not confidential, in the order in which they were opened. */
    List<Ticket> archive(@Nullable String desk, Instant from, Instant until, @Nullable Place after, int limit) {
        var query = em.createQuery(
                "select t from Ticket t where t.confidential = false and t.openedAt >= :from and t.openedAt < :until"
                        + (desk == null ? "" : " and t.desk = :desk")
                        + (after == null
                                ? ""
                                : " and (t.openedAt > :afterAt or (t.openedAt = :afterAt and t.id > :afterKey))")
                        + " order by t.openedAt, t.id",
                Ticket.class);
        query.setParameter("from", from).setParameter("until", until);
        if (desk != null) {
            query.setParameter("desk", desk);
        }
        if (after != null) {
            query.setParameter("afterAt", after.openedAt()).setParameter("afterKey", after.key());
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** For machine readers: what tickets that are not confidential were opened with. */
    List<TicketArchive.FirstWords> firstWords(Collection<TicketNumber> numbers) {
        return em
                .createQuery(
                        "select t.number, t.subject, m.text from Ticket t, Message m where t.number in :numbers and"
                                + " t.confidential = false and m.ticket = t.number and m.position = 1",
                        Object[].class)
                .setParameter("numbers", numbers)
                .getResultList()
                .stream()
                .map(it -> new TicketArchive.FirstWords((TicketNumber) it[0], (String) it[1], (String) it[2]))
                .toList();
    }

    List<Solved> resolvedSince(String desk, Instant from, int limit) {
        return em.createQuery(
                        "select new org.askwell.ticket.Solved(t.number, t.category, t.priority, t.openedAt,"
                                + " t.resolution.at) from Ticket t where t.desk = :desk and t.resolution.at >= :from"
                                + " and t.confidential = false order by t.resolution.at desc",
                        Solved.class)
                .setParameter("desk", desk)
                .setParameter("from", from)
                .setMaxResults(limit)
                .getResultList();
    }
}
