package org.askwell.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.askwell.common.Deed;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where the audit is kept. */
@ApplicationScoped
class AuditRepository {

    private static final String ROW =
            "new org.askwell.audit.AuditRow(a.id, a.at, a.by, a.kind, a.what, a.object, a.part," + " a.from, a.to)";

    @PersistenceContext
    EntityManager em;

    /** A place in the order of the lines. */
    record Place(Instant at, long id) {}

    void add(AuditEntry entry) {
        em.persist(entry);
    }

    /** Whether the same has been written down since that moment. */
    boolean isKnown(Deed deed, PersonId by, Instant since) {
        return em
                .createQuery(
                        "select a.to from AuditEntry a where a.object = :object and a.by = :by and a.at >= :since and"
                                + " a.kind = :kind and a.what = :what",
                        String.class)
                .setParameter("object", deed.object())
                .setParameter("by", by)
                .setParameter("since", since)
                .setParameter("kind", deed.kind())
                .setParameter("what", deed.what())
                .getResultList()
                .stream()
                .anyMatch(it -> Objects.equals(it, AuditEntry.shortened(deed.to())));
    }

    /** The newest first. */
    List<AuditRow> list(AuditFilter filter, @Nullable Place before, int offset, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (filter.by() != null) {
            conditions.add("a.by = :by");
            values.put("by", filter.by());
        }
        if (filter.kind() != null) {
            conditions.add("a.kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.object() != null) {
            conditions.add("a.object = :object");
            values.put("object", filter.object());
        }
        if (filter.since() != null) {
            conditions.add("a.at >= :since");
            values.put("since", filter.since());
        }
        if (filter.until() != null) {
            conditions.add("a.at < :until");
            values.put("until", filter.until());
        }
        if (before != null) {
            // The first half is what an index can be entered by.
            conditions.add("a.at <= :at and (a.at < :at or a.id < :id)");
            values.put("at", before.at());
            values.put("id", before.id());
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = em.createQuery(
                "select " + ROW + " from AuditEntry a" + where + " order by a.at desc, a.id desc", AuditRow.class);
        values.forEach(query::setParameter);
        return query.setFirstResult(offset).setMaxResults(limit).getResultList();
    }
}
