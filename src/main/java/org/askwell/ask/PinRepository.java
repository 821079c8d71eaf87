package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.jspecify.annotations.Nullable;

/** Where pinned questions, their wordings and their hits are kept. */
@ApplicationScoped
class PinRepository {

    @PersistenceContext
    EntityManager em;

    void add(Pin pin) {
        em.persist(pin);
    }

    long nextNumber() {
        return ((Number)
                        em.createNativeQuery("select nextval('pin_number_seq')").getSingleResult())
                .longValue();
    }

    /** In the order of the desk. */
    List<Pin> ofDesk(String desk) {
        return em.createQuery("select p from Pin p where p.desk = :desk order by p.place, p.number", Pin.class)
                .setParameter("desk", desk)
                .getResultList();
    }

    /** What has not paused, of all desks or of one, in the order of each. */
    List<Pin> unpaused(@Nullable String desk) {
        return em.createQuery(
                        "select p from Pin p where p.pausedAt is null and (:desk = '' or p.desk = :desk) order by p.desk,"
                                + " p.place, p.number",
                        Pin.class)
                .setParameter("desk", desk == null ? "" : desk)
                .getResultList();
    }

    List<Pin> of(ArticleId article) {
        return em.createQuery("select p from Pin p where p.article = :article order by p.number", Pin.class)
                .setParameter("article", article)
                .getResultList();
    }

    boolean restOn(ArticleId article) {
        return !em.createQuery("select p.number from Pin p where p.article = :article", Long.class)
                .setParameter("article", article)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<Pin> numbered(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p from Pin p where p.number in :numbers order by p.desk, p.place, p.number",
                                Pin.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    Pin require(String desk, PinId id) {
        return numbered(List.of(id.number())).stream()
                .filter(it -> it.desk().equals(desk))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("pin-unknown", id));
    }

    /** The pins of all desks that are asked with these folded words. */
    List<Pin> worded(String folded) {
        @SuppressWarnings("unchecked")
        List<Object> numbers = em.createNativeQuery("select pin from pin_wording where folded = ?1")
                .setParameter(1, folded)
                .getResultList();
        return numbered(numbers.stream().map(it -> ((Number) it).longValue()).toList());
    }

    /** The pin of a desk that is asked with these folded words, whoever may see it. */
    Optional<Long> worded(String desk, String folded) {
        @SuppressWarnings("unchecked")
        List<Object> numbers = em.createNativeQuery("select pin from pin_wording where desk = ?1 and folded = ?2")
                .setParameter(1, desk)
                .setParameter(2, folded)
                .getResultList();
        return numbers.stream().map(it -> ((Number) it).longValue()).findFirst();
    }

    void reword(Pin pin) {
        forgetWordings(pin);
        for (var folded : pin.folded()) {
            em.createNativeQuery("insert into pin_wording (desk, folded, pin) values (?1, ?2, ?3)")
                    .setParameter(1, pin.desk())
                    .setParameter(2, folded)
                    .setParameter(3, pin.id().number())
                    .executeUpdate();
        }
    }

    private void forgetWordings(Pin pin) {
        em.createNativeQuery("delete from pin_wording where pin = ?1")
                .setParameter(1, pin.id().number())
                .executeUpdate();
    }

    void remove(Pin pin) {
        forgetWordings(pin);
        em.createNativeQuery("delete from pin_hit where pin = ?1")
                .setParameter(1, pin.id().number())
                .executeUpdate();
        em.remove(pin);
    }

    void hit(PinId pin, LocalDate day) {
        em.createNativeQuery("insert into pin_hit (pin, hit_on, hits) values (?1, ?2, 0) on conflict do nothing")
                .setParameter(1, pin.number())
                .setParameter(2, Date.valueOf(day))
                .executeUpdate();
        em.createNativeQuery("update pin_hit set hits = hits + 1 where pin = ?1 and hit_on = ?2")
                .setParameter(1, pin.number())
                .setParameter(2, Date.valueOf(day))
                .executeUpdate();
    }

    /** The hits of each of a desk's pins from that day on, the oldest first. */
    Map<PinId, List<PinRow.Day>> hits(String desk, LocalDate from) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("select h.pin, h.hit_on, h.hits from pin_hit h join pin p on"
                        + " p.number = h.pin where p.desk = ?1 and h.hit_on >= ?2 order by h.hit_on")
                .setParameter(1, desk)
                .setParameter(2, Date.valueOf(from))
                .getResultList();
        var hits = new HashMap<PinId, List<PinRow.Day>>();
        for (var row : rows) {
            hits.computeIfAbsent(PinId.numbered(((Number) row[0]).longValue()), it -> new ArrayList<>())
                    .add(new PinRow.Day(day(row[1]), ((Number) row[2]).intValue()));
        }
        return hits;
    }

    /** How often each pin of any desk was shown from that day on. */
    Map<PinId, Long> totals(LocalDate from) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "select h.pin, sum(h.hits) from pin_hit h where h.hit_on >= ?1 group by h.pin")
                .setParameter(1, Date.valueOf(from))
                .getResultList();
        var totals = new HashMap<PinId, Long>();
        rows.forEach(row -> totals.put(PinId.numbered(((Number) row[0]).longValue()), ((Number) row[1]).longValue()));
        return totals;
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
