package org.askwell.routing.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;

/** Where plans, turns, watched tickets and steps taken are kept. Does not write down a ticket that is just being opened. */
@ApplicationScoped
class AssignmentRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    Optional<AssignmentSet> latest(String desk) {
        return em
                .createQuery(
                        "select a from AssignmentSet a where a.desk = :desk order by a.edition desc",
                        AssignmentSet.class)
                .setParameter("desk", desk)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The plans that count now. */
    List<AssignmentSet> all() {
        return em.createQuery(
                        "select a from AssignmentSet a where a.edition = (select max(o.edition) from AssignmentSet o"
                                + " where o.desk = a.desk) order by a.desk",
                        AssignmentSet.class)
                .getResultList();
    }

    /** The desk can give away from now on. */
    void beginTurns(String desk) {
        write("insert into desk_turn (desk, turns) values (?1, 0) on conflict do nothing", desk);
    }

    /**
     * The next gift of a desk. Whoever else wants to give there, on whichever node, waits until this transaction has
     * ended, and then sees whom it went to.
     */
    long nextTurn(String desk) {
        write("update desk_turn set turns = turns + 1 where desk = ?1", desk);
        var turns = em.createNativeQuery("select turns from desk_turn where desk = ?1")
                .setParameter(1, desk)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return ((Number) turns).longValue();
    }

    /** Which gift of the desk was each person's last from this queue. */
    Map<PersonId, Long> turns(String queue) {
        var turns = new HashMap<PersonId, Long>();
        List<?> rows = em.createNativeQuery("select person, turn from queue_turn where queue = ?1")
                .setParameter(1, queue)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            turns.put(new PersonId((String) columns[0]), ((Number) columns[1]).longValue());
        }
        return turns;
    }

    void tookTurn(String queue, PersonId person, long turn) {
        if (write("update queue_turn set turn = ?1 where queue = ?2 and person = ?3", turn, queue, person.value())
                == 0) {
            write("insert into queue_turn (queue, person, turn) values (?1, ?2, ?3)", queue, person.value(), turn);
        }
    }

    /** The ticket is looked at once that moment has come. */
    void watch(TicketNumber ticket, String desk, Instant lookAt) {
        if (write("update duty_watch set desk = ?1, look_at = ?2 where ticket = ?3", desk, lookAt, ticket.value())
                == 0) {
            write(
                    "insert into duty_watch (ticket, desk, look_at) values (?1, ?2, ?3) on conflict do nothing",
                    ticket.value(),
                    desk,
                    lookAt);
        }
    }

    void forget(TicketNumber ticket) {
        write("delete from duty_watch where ticket = ?1", ticket.value());
    }

    List<TicketNumber> toLookAt(Instant now, int limit) {
        List<?> numbers = em.createNativeQuery(
                        "select ticket from duty_watch where look_at <= ?1 order by look_at, ticket")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
        return numbers.stream().map(it -> new TicketNumber((String) it)).toList();
    }

    List<LadderEntry> steps(TicketNumber ticket) {
        return em.createQuery("select e from LadderEntry e where e.ticket = :ticket order by e.id", LadderEntry.class)
                .setParameter("ticket", ticket)
                .getResultList();
    }

    private int write(String sql, Object... parameters) {
        Query query = em.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(
                    i + 1, parameters[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameters[i]);
        }
        return query.executeUpdate();
    }
}
