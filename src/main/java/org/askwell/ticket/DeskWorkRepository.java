package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Reads what is to be done at desks, in queues and by people. Asks nobody's rights. */
@ApplicationScoped
class DeskWorkRepository {

    @PersistenceContext
    EntityManager em;

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
    List<TicketRow> unassigned(String queue, Instant now, TicketListRepository.@Nullable Place after, int limit) {
        var query = em.createQuery(
                        "select " + TicketListRepository.ROW
                                + " from Ticket t where t.queue = :queue and t.active = 1 and t.status ="
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
}
