package org.askwell.ticket.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.ticket.TicketNumber;

/** Where checklists are kept. */
@ApplicationScoped
class ChecklistRepository {

    @PersistenceContext
    EntityManager em;

    void add(ChecklistItem item) {
        em.persist(item);
    }

    void delete(ChecklistItem item) {
        em.remove(item);
    }

    List<ChecklistItem> of(TicketNumber ticket) {
        return em.createQuery(
                        "select i from ChecklistItem i where i.ticket = :ticket order by i.position",
                        ChecklistItem.class)
                .setParameter("ticket", ticket)
                .getResultList();
    }

    ChecklistItem require(TicketNumber ticket, int position) {
        return em
                .createQuery(
                        "select i from ChecklistItem i where i.ticket = :ticket and i.position = :position",
                        ChecklistItem.class)
                .setParameter("ticket", ticket)
                .setParameter("position", position)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("checklist-unknown", position, ticket));
    }
}
