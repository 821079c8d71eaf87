package org.askwell.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    List<DeskCategory> categories(String desk) {
        return em.createQuery(
                        "select c from DeskCategory c where c.desk = :desk order by c.position, c.id",
                        DeskCategory.class)
                .setParameter("desk", desk)
                .getResultList();
    }

    List<DeskField> fields(String desk) {
        return em.createQuery(
                        "select f from DeskField f where f.desk = :desk order by f.position, f.id", DeskField.class)
                .setParameter("desk", desk)
                .getResultList();
    }

    /**
     * What all desks that want to know anything want to know, in three statements. Does not write down a ticket that is
     * just being opened.
     */
    Map<String, DeskSchema> schemas() {
        var needed = Set.copyOf(em.createQuery("select d.slug from Desk d where d.categoryNeeded = true", String.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList());
        var categories = em
                .createQuery("select c from DeskCategory c order by c.position, c.id", DeskCategory.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(DeskCategory::desk));
        var fields = em
                .createQuery("select f from DeskField f order by f.position, f.id", DeskField.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(DeskField::desk));
        var schemas = new HashMap<String, DeskSchema>();
        Stream.of(needed, categories.keySet(), fields.keySet())
                .flatMap(Set::stream)
                .distinct()
                .forEach(desk -> schemas.put(
                        desk,
                        new DeskSchema(
                                desk,
                                inOrder(categories.getOrDefault(desk, List.of()).stream()
                                        .map(DeskCategory::category)
                                        .toList()),
                                fields.getOrDefault(desk, List.of()).stream()
                                        .map(DeskField::field)
                                        .toList(),
                                needed.contains(desk))));
        return Map.copyOf(schemas);
    }

    /** Each category of the first level, followed by those that belong to it. */
    private static List<Category> inOrder(List<Category> all) {
        return all.stream()
                .filter(it -> it.parent() == null)
                .flatMap(first -> Stream.concat(
                        Stream.of(first), all.stream().filter(it -> first.slug().equals(it.parent()))))
                .toList();
    }

    private static final String ROWS =
            "select new org.askwell.desk.QueueRow(q.slug, q.desk, q.nameZh, q.nameEn) from Queue q";
}
