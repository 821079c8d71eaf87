package org.askwell.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.askwell.common.AfterCommit;

/**
 * The list of pages that have changed, in the order in which the changes were committed.
 *
 * <p>A sequence would not do: numbers are given before commit, so a reader that asks for "greater than the last one"
 * would skip a slower transaction. Here the number comes from one locked row, and changes queue up behind each other;
 * publishing is rare enough for that.
 */
@ApplicationScoped
public class ChangeLog {

    /** @param seq greater than that of every change that was committed before */
    record Change(long seq, PageRef page) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    IndexFollower follower;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Clock clock;

    /** Says that a page has changed, appeared or gone. Belongs into the transaction that changes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(PageRef page) {
        em.createNativeQuery("update page_change_counter set seq = seq + 1 where name = 'page'")
                .executeUpdate();
        long seq = lastSeq();
        em.createNativeQuery("insert into page_change (seq, source, page, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, seq)
                .setParameter(2, page.source())
                .setParameter(3, page.id())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        afterCommit.run(follower::wake);
    }

    /** The number of the latest committed change; 0 when there is none. */
    @Transactional
    long latest() {
        return lastSeq();
    }

    /** At most that many changes after a number, in their order. */
    @Transactional
    List<Change> after(long seq, int limit) {
        List<?> rows = em.createNativeQuery("select seq, source, page from page_change where seq > ?1 order by seq")
                .setParameter(1, seq)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Change(((Number) row[0]).longValue(), new PageRef((String) row[1], (String) row[2])))
                .toList();
    }

    private long lastSeq() {
        return ((Number) em.createNativeQuery("select seq from page_change_counter where name = 'page'")
                        .getSingleResult())
                .longValue();
    }
}
