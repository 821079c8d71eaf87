package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;

/** Where rules and traces are kept. */
@ApplicationScoped
class RoutingRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    /** The rules that were published last, whether they count already or not. */
    Optional<RuleSet> latest(String scope) {
        return em
                .createQuery("select r from RuleSet r where r.scope = :scope order by r.edition desc", RuleSet.class)
                .setParameter("scope", scope)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The rules that count; does not write down a ticket that is just being opened before its place is known. */
    Optional<RuleSet> inForce(String scope, Instant now) {
        return em
                .createQuery(
                        "select r from RuleSet r where r.scope = :scope and (r.countsFrom is null or r.countsFrom <= :now)"
                                + " order by r.edition desc",
                        RuleSet.class)
                .setParameter("scope", scope)
                .setParameter("now", now)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<RuleSet> edition(String scope, int edition) {
        return em
                .createQuery("select r from RuleSet r where r.scope = :scope and r.edition = :edition", RuleSet.class)
                .setParameter("scope", scope)
                .setParameter("edition", edition)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Versions before that one, youngest first. */
    List<RuleSet> editionsBefore(String scope, int edition, int limit) {
        return em.createQuery(
                        "select r from RuleSet r where r.scope = :scope and r.edition < :edition order by r.edition desc",
                        RuleSet.class)
                .setParameter("scope", scope)
                .setParameter("edition", edition)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether a later version counted before that one's day came. */
    boolean isForestalled(String scope, int edition, Instant itsDay) {
        return !em.createQuery(
                        "select r.edition from RuleSet r where r.scope = :scope and r.edition > :edition and"
                                + " ((r.countsFrom is null and r.savedAt <= :day) or r.countsFrom <= :day)",
                        Integer.class)
                .setParameter("scope", scope)
                .setParameter("edition", edition)
                .setParameter("day", itsDay)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<RuleDraft> draft(String scope, PersonId author) {
        return em
                .createQuery("select d from RuleDraft d where d.scope = :scope and d.author = :author", RuleDraft.class)
                .setParameter("scope", scope)
                .setParameter("author", author)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<ReplayEntry> replay(long id) {
        return Optional.ofNullable(em.find(ReplayEntry.class, id));
    }

    /** What that person has asked for, youngest first. */
    List<ReplayEntry> replaysOf(PersonId person) {
        return em.createQuery(
                        "select r from ReplayEntry r where r.askedBy = :person order by r.id desc", ReplayEntry.class)
                .setParameter("person", person)
                .getResultList();
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    /** All that is known of how these tickets came to their desks, in its order. */
    List<TraceEntry> traces(Collection<TicketNumber> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : em.createQuery("select t from TraceEntry t where t.ticket in :tickets", TraceEntry.class)
                        .setParameter("tickets", tickets)
                        .getResultList();
    }

    Optional<TraceEntry> trace(TicketNumber ticket) {
        return em
                .createQuery("select t from TraceEntry t where t.ticket = :ticket order by t.id desc", TraceEntry.class)
                .setParameter("ticket", ticket)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
