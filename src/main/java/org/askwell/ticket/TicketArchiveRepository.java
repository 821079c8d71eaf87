package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tickets of the past for machine readers; confidential ones are left out. */
@ApplicationScoped
class TicketArchiveRepository {

    @PersistenceContext
    EntityManager em;

    /** For machine readers: tickets that are not confidential, in the order in which they were opened. */
    List<Ticket> archive(
            @Nullable String desk, Instant from, Instant until, TicketListRepository.@Nullable Place after, int limit) {
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
