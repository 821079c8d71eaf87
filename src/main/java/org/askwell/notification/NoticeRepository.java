package org.askwell.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where notices and choices are kept. */
@ApplicationScoped
class NoticeRepository {

    private static final String ROW =
            "new org.askwell.notification.NoticeRow(n.id, n.kind, n.about, n.detail, n.by, n.at, n.state)";

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    Optional<Notice> find(NoticeId id) {
        return Optional.ofNullable(em.find(Notice.class, id.number()));
    }

    /** The newest first. */
    List<NoticeRow> inbox(PersonId person, Set<NoticeState> states, @Nullable NoticeId before, int limit) {
        var query = em.createQuery(
                "select " + ROW + " from Notice n where n.person = :person and n.inInbox = true"
                        + (states.isEmpty() ? "" : " and n.state in :states")
                        + (before == null ? "" : " and n.id < :before")
                        + " order by n.id desc",
                NoticeRow.class);
        query.setParameter("person", person);
        if (!states.isEmpty()) {
            query.setParameter("states", states);
        }
        if (before != null) {
            query.setParameter("before", before.number());
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** How many stand out; one statement. */
    Map<NoticeState, Long> standingOut(PersonId person) {
        var counts = new EnumMap<NoticeState, Long>(NoticeState.class);
        em.createQuery(
                        "select n.state, count(n) from Notice n where n.person = :person and n.state in :states"
                                + " group by n.state",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("states", Set.of(NoticeState.WAITING, NoticeState.UNREAD, NoticeState.NEW))
                .getResultList()
                .forEach(row -> counts.put((NoticeState) row[0], (Long) row[1]));
        return counts;
    }

    /** Notices about a thing that stand out in that way. */
    List<Notice> about(String about, Set<NoticeState> states) {
        return em.createQuery("select n from Notice n where n.about = :about and n.state in :states", Notice.class)
                .setParameter("about", about)
                .setParameter("states", states)
                .getResultList();
    }

    /** @return how many were settled */
    int readAll(PersonId person, NoticeId upTo) {
        return em.createQuery("update Notice n set n.state = org.askwell.notification.NoticeState.SETTLED,"
                        + " n.version = n.version + 1"
                        + " where n.person = :person and n.state in :states and n.id <= :last")
                .setParameter("person", person)
                .setParameter("states", Set.of(NoticeState.UNREAD, NoticeState.NEW))
                .setParameter("last", upTo.number())
                .executeUpdate();
    }

    Map<String, NoticeChoice> choices(PersonId person) {
        return em
                .createQuery("select c from NoticeChoice c where c.person = :person", NoticeChoice.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(NoticeChoice::kind, it -> it));
    }

    /** What people have chosen for one kind; who has not chosen is missing. */
    List<Object[]> choicesOf(String kind) {
        return em.createQuery(
                        "select c.person, c.inbox, c.mail from NoticeChoice c where c.kind = :kind", Object[].class)
                .setParameter("kind", kind)
                .getResultList();
    }
}
