package org.askwell.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.askwell.ticket.TicketNumber;

/** Where promises, days and ledgers are kept. Reads do not write down a ticket that is just being opened. */
@ApplicationScoped
class TargetRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    Optional<TargetSet> latest(String desk) {
        return em
                .createQuery("select t from TargetSet t where t.desk = :desk order by t.edition desc", TargetSet.class)
                .setParameter("desk", desk)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The desks that count by the days of a region now. */
    List<TargetSet> all() {
        return em.createQuery(
                        "select t from TargetSet t where t.edition = (select max(o.edition) from TargetSet o where"
                                + " o.desk = t.desk) order by t.desk",
                        TargetSet.class)
                .getResultList();
    }

    List<BusinessDay> days() {
        return em.createQuery("select d from BusinessDay d order by d.region, d.day", BusinessDay.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    void forgetYear(String region, int year) {
        em.createQuery("delete from BusinessDay d where d.region = :region and d.day >= :from and d.day < :until")
                .setParameter("region", region)
                .setParameter("from", LocalDate.of(year, 1, 1))
                .setParameter("until", LocalDate.of(year + 1, 1, 1))
                .executeUpdate();
    }

    List<LedgerEntry> ledger(TicketNumber ticket) {
        return em.createQuery(
                        "select e from LedgerEntry e where e.ticket = :ticket order by e.position", LedgerEntry.class)
                .setParameter("ticket", ticket)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    Optional<String> calendar(String code) {
        List<?> texts = em.createNativeQuery("select text from working_calendar where code = ?1")
                .setParameter(1, code)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return texts.stream().findFirst().map(TargetRepository::text);
    }

    /** The large text of one database is an object of its own in the other. */
    private static String text(Object value) {
        try {
            return value instanceof java.sql.Clob clob ? clob.getSubString(1, (int) clob.length()) : (String) value;
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whoever else writes down the same one is waited for, and then it is there. */
    void keepCalendar(String code, String text) {
        em.createNativeQuery("insert into working_calendar (code, text) values (?1, ?2) on conflict do nothing")
                .setParameter(1, code)
                .setParameter(2, text)
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }
}
