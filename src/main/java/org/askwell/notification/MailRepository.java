package org.askwell.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** Where the delivery ledger is kept. */
@ApplicationScoped
class MailRepository {

    private static final String ROW = "new org.askwell.notification.MailRow(m.id, m.person, m.kind, m.about, m.address,"
            + " m.state, m.attempts, m.askedAt, m.nextTry, m.triedAt, m.problem)";

    @PersistenceContext
    EntityManager em;

    List<Long> due(Instant now, int limit) {
        return em.createQuery(
                        "select m.id from Mail m where m.state = org.askwell.notification.MailState.QUEUED and"
                                + " m.nextTry <= :now order by m.nextTry, m.id",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Mail> sending() {
        return em.createQuery(
                        "select m from Mail m where m.state = org.askwell.notification.MailState.SENDING", Mail.class)
                .getResultList();
    }

    Optional<Mail> find(long id) {
        return Optional.ofNullable(em.find(Mail.class, id));
    }

    Mail require(MailId id) {
        return find(id.number()).orElseThrow(() -> Refusal.notFound("mail-unknown", id));
    }

    /** The newest first. */
    List<MailRow> ledger(@Nullable MailState state, @Nullable MailId before, int offset, int limit) {
        var query = em.createQuery(
                "select " + ROW + " from Mail m where m.id > 0" + (state == null ? "" : " and m.state = :state")
                        + (before == null ? "" : " and m.id < :before") + " order by m.id desc",
                MailRow.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        if (before != null) {
            query.setParameter("before", before.number());
        }
        return query.setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    Map<MailState, Long> counts() {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        em.createQuery("select m.state, count(m) from Mail m group by m.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((MailState) row[0], (Long) row[1]));
        return counts;
    }
}
