package org.askwell.ticket.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;

/** Where links between tickets are kept. */
@ApplicationScoped
class LinkRepository {

    @PersistenceContext
    EntityManager em;

    void add(TicketLink link) {
        em.persist(link);
    }

    void delete(TicketLink link) {
        em.remove(link);
    }

    List<TicketLink> of(TicketNumber number) {
        return em.createQuery(
                        "select l from TicketLink l where l.first = :number or l.second = :number order by l.id",
                        TicketLink.class)
                .setParameter("number", number)
                .getResultList();
    }

    long count(TicketNumber number) {
        return em.createQuery(
                        "select count(l.id) from TicketLink l where l.first = :number or l.second = :number",
                        Long.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    Optional<TicketLink> between(TicketNumber one, TicketNumber other) {
        return em
                .createQuery("select l from TicketLink l where l.pair = :pair", TicketLink.class)
                .setParameter("pair", TicketLink.pair(one, other))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The links by which a main ticket waits for this one. */
    List<TicketLink> waitingFor(TicketNumber subRequest) {
        return em.createQuery(
                        "select l from TicketLink l where l.second = :number and l.waits <> :no", TicketLink.class)
                .setParameter("number", subRequest)
                .setParameter("no", Waits.NO)
                .getResultList();
    }

    /** The links by which this one waits for sub-requests. */
    List<TicketLink> awaited(TicketNumber main) {
        return em.createQuery("select l from TicketLink l where l.first = :number and l.waits <> :no", TicketLink.class)
                .setParameter("number", main)
                .setParameter("no", Waits.NO)
                .getResultList();
    }

    /** Everything for whose sake this one was asked, near and far. */
    Set<TicketNumber> above(TicketNumber number) {
        var above = new HashSet<TicketNumber>();
        var next = Set.of(number);
        while (!next.isEmpty()) {
            next = em
                    .createQuery(
                            "select l.first from TicketLink l where l.second in :numbers and l.kind = :kind",
                            TicketNumber.class)
                    .setParameter("numbers", next)
                    .setParameter("kind", TicketLink.Kind.SUB_REQUEST)
                    .getResultList()
                    .stream()
                    .filter(above::add)
                    .collect(Collectors.toSet());
        }
        return above;
    }

    /** What lists show of these tickets, whoever asks. */
    Map<TicketNumber, TicketRow> rows(Set<TicketNumber> numbers) {
        var rows = new HashMap<TicketNumber, TicketRow>();
        if (!numbers.isEmpty()) {
            em.createQuery(
                            "select new org.askwell.ticket.TicketRow(t.id, t.number, t.subject, t.requester, t.desk,"
                                    + " t.queue, t.status, t.priority, t.assignee, t.category, t.fields, t.openedAt,"
                                    + " t.updatedAt, t.dueAt) from Ticket t where t.number in :numbers",
                            TicketRow.class)
                    .setParameter("numbers", numbers)
                    .getResultList()
                    .forEach(it -> rows.put(it.number(), it));
        }
        return rows;
    }
}
