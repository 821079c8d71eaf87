package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.askwell.ticket.TicketNumber;

/** Where rules and traces are kept. */
@ApplicationScoped
class RoutingRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    /** The latest rules; does not write down a ticket that is just being opened before its place is known. */
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

    Optional<RoutingTrace> trace(TicketNumber ticket) {
        return em
                .createQuery("select t from TraceEntry t where t.ticket = :ticket order by t.id desc", TraceEntry.class)
                .setParameter("ticket", ticket)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(TraceEntry::trace);
    }
}
