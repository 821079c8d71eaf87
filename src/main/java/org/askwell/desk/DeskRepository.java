package org.askwell.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Refusal;

/** Where desks and queues are kept. */
@ApplicationScoped
class DeskRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    List<Desk> desks() {
        return em.createQuery("select d from Desk d order by d.slug", Desk.class)
                .getResultList();
    }

    Optional<Desk> find(String slug) {
        return em
                .createQuery("select d from Desk d where d.slug = :slug", Desk.class)
                .setParameter("slug", slug)
                .getResultList()
                .stream()
                .findFirst();
    }

    Desk require(String slug) {
        return find(slug).orElseThrow(() -> Refusal.notFound("desk-unknown", slug));
    }

    boolean isPrefixTaken(String prefix) {
        return !em.createQuery("select d.slug from Desk d where d.prefix = :prefix", String.class)
                .setParameter("prefix", prefix)
                .getResultList()
                .isEmpty();
    }

    List<QueueRow> queues() {
        return em.createQuery(ROWS + " order by q.desk, q.slug", QueueRow.class).getResultList();
    }

    List<QueueRow> queuesOf(String desk) {
        return em.createQuery(ROWS + " where q.desk = :desk order by q.slug", QueueRow.class)
                .setParameter("desk", desk)
                .getResultList();
    }

    Optional<Queue> findQueue(String slug) {
        return em
                .createQuery("select q from Queue q where q.slug = :slug", Queue.class)
                .setParameter("slug", slug)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static final String ROWS =
            "select new org.askwell.desk.QueueRow(q.slug, q.desk, q.nameZh, q.nameEn) from Queue q";
}
