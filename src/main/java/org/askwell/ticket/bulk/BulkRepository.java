package org.askwell.ticket.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;

/** Where bulk actions are kept. */
@ApplicationScoped
class BulkRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    Bulk require(BulkId id) {
        return require(id, LockModeType.NONE);
    }

    /** Whoever stops or undoes it meanwhile waits for the end of this transaction. */
    Bulk requireForChange(BulkId id) {
        return require(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Bulk require(BulkId id, LockModeType lock) {
        var bulk = em.find(Bulk.class, id.number(), lock);
        if (bulk == null) {
            throw Refusal.notFound("bulk-unknown", id);
        }
        return bulk;
    }

    Optional<Bulk> latestOf(PersonId person) {
        return em
                .createQuery("select b from Bulk b where b.askedBy = :person order by b.id desc", Bulk.class)
                .setParameter("person", person)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The first in this state; what was done last is undone first. */
    Optional<BulkItem> next(Bulk bulk, BulkItem.State state) {
        var order = state == BulkItem.State.WAITING ? " order by i.position" : " order by i.position desc";
        return em
                .createQuery(
                        "select i from BulkItem i where i.bulk = :bulk and i.state = :state" + order, BulkItem.class)
                .setParameter("bulk", bulk.key())
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    BulkItem item(Bulk bulk, int position) {
        return em.createQuery(
                        "select i from BulkItem i where i.bulk = :bulk and i.position = :position", BulkItem.class)
                .setParameter("bulk", bulk.key())
                .setParameter("position", position)
                .getSingleResult();
    }

    Map<BulkItem.State, Integer> counts(Bulk bulk) {
        var counts = new EnumMap<BulkItem.State, Integer>(BulkItem.State.class);
        em.createQuery("select i.state, count(i) from BulkItem i where i.bulk = :bulk group by i.state", Object[].class)
                .setParameter("bulk", bulk.key())
                .getResultList()
                .forEach(row -> counts.put((BulkItem.State) row[0], ((Number) row[1]).intValue()));
        return counts;
    }

    List<BulkReport.RefusedTicket> refusals(Bulk bulk, int limit) {
        return em
                .createQuery(
                        "select i.ticket, i.refusal from BulkItem i where i.bulk = :bulk and i.refusal is not null"
                                + " order by i.position",
                        Object[].class)
                .setParameter("bulk", bulk.key())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new BulkReport.RefusedTicket((TicketNumber) row[0], (String) row[1]))
                .toList();
    }
}
