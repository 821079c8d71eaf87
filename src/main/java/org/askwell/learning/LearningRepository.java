package org.askwell.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.askwell.knowledge.ArticleId;
import org.askwell.ticket.TicketNumber;

/** Where it stands what was written down. */
@ApplicationScoped
class LearningRepository {

    @PersistenceContext
    EntityManager em;

    void add(WrittenDown written) {
        em.persist(written);
    }

    Optional<WrittenDown> ofTicket(TicketNumber ticket) {
        return em
                .createQuery("select w from WrittenDown w where w.ticket = :ticket", WrittenDown.class)
                .setParameter("ticket", ticket)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<TicketNumber> behind(ArticleId article) {
        return em.createQuery(
                        "select w.ticket from WrittenDown w where w.article = :article order by w.id",
                        TicketNumber.class)
                .setParameter("article", article)
                .setMaxResults(20)
                .getResultList();
    }
}
