package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where known problems are kept, and who has joined them. */
@ApplicationScoped
class KnownProblemRepository {

    private static final String FACTS = "select new org.askwell.ticket.KnownProblemFacts(p.id, p.ticket,"
            + " p.titleZh, p.titleEn, p.textZh, p.textEn, t.desk, t.status, t.requester, p.until, p.at, p.endedAt) from"
            + " KnownProblem p, Ticket t where t.number = p.ticket and ";

    private static final Set<TicketStatus> ACTIVE = Set.of(TicketStatus.OPEN, TicketStatus.WAITING);

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    Optional<KnownProblem> find(TicketNumber ticket) {
        return em
                .createQuery("select p from KnownProblem p where p.ticket = :ticket", KnownProblem.class)
                .setParameter("ticket", ticket)
                .getResultList()
                .stream()
                .findFirst();
    }

    Map<TicketNumber, KnownProblem> named(Collection<TicketNumber> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select p from KnownProblem p where p.ticket in :tickets", KnownProblem.class)
                        .setParameter("tickets", tickets)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(KnownProblem::ticket, it -> it));
    }

    Optional<KnownProblemFacts> facts(TicketNumber ticket) {
        return em
                .createQuery(FACTS + "p.ticket = :ticket", KnownProblemFacts.class)
                .setParameter("ticket", ticket)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What newcomers see now, the youngest first. */
    List<KnownProblemFacts> shown(@Nullable String desk, Instant now, @Nullable Long before, int limit) {
        return em.createQuery(
                        FACTS
                                + "p.endedAt is null and p.until > :now and t.status in :active and (:desk = '' or t.desk ="
                                + " :desk) and p.id < :before order by p.id desc",
                        KnownProblemFacts.class)
                .setParameter("now", now)
                .setParameter("active", ACTIVE)
                .setParameter("desk", desk == null ? "" : desk)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What somebody has joined, the latest first. */
    List<KnownProblemFacts> joinedBy(PersonId person, boolean activeOnly, int offset, int limit) {
        return em.createQuery(
                        FACTS.replace(" from KnownProblem p,", " from JoinedPerson j, KnownProblem p,")
                                + "j.ticket = p.ticket and j.person = :person"
                                + (activeOnly
                                        ? " and t.status in (org.askwell.ticket.TicketStatus.OPEN,"
                                                + " org.askwell.ticket.TicketStatus.WAITING)"
                                        : "")
                                + " order by j.id desc",
                        KnownProblemFacts.class)
                .setParameter("person", person)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    Map<TicketNumber, Long> counts(Collection<TicketNumber> tickets) {
        var counts = new HashMap<TicketNumber, Long>();
        if (!tickets.isEmpty()) {
            em.createQuery(
                            "select j.ticket, count(j) from JoinedPerson j where j.ticket in :tickets group by j.ticket",
                            Object[].class)
                    .setParameter("tickets", tickets)
                    .getResultList()
                    .forEach(row -> counts.put((TicketNumber) row[0], ((Number) row[1]).longValue()));
        }
        return counts;
    }

    /** Which of these somebody has joined. */
    Set<TicketNumber> joined(PersonId person, Collection<TicketNumber> tickets) {
        return tickets.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery(
                                "select j.ticket from JoinedPerson j where j.person = :person and j.ticket in :tickets",
                                TicketNumber.class)
                        .setParameter("person", person)
                        .setParameter("tickets", tickets)
                        .getResultList());
    }

    List<PersonId> everybody(TicketNumber ticket) {
        return em.createQuery("select j.person from JoinedPerson j where j.ticket = :ticket", PersonId.class)
                .setParameter("ticket", ticket)
                .getResultList();
    }

    /** Who has joined, in the order of joining. */
    List<JoinedPerson> people(TicketNumber ticket, @Nullable PersonId after, int limit) {
        return em.createQuery(
                        "select j from JoinedPerson j where j.ticket = :ticket and (:after = '' or j.id > (select a.id"
                                + " from JoinedPerson a where a.ticket = :ticket and a.person = :person)) order by j.id",
                        JoinedPerson.class)
                .setParameter("ticket", ticket)
                .setParameter("after", after == null ? "" : after.value())
                .setParameter("person", after == null ? PersonId.PORTAL : after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return false when that person had joined already, even if at this very moment */
    boolean join(TicketNumber ticket, PersonId person, Instant at) {
        return em.createNativeQuery("insert into joined_person (id, ticket, person, joined_at) values"
                                + " (nextval('joined_person_seq'), ?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, ticket.value())
                        .setParameter(2, person.value())
                        .setParameter(3, at.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    boolean leave(TicketNumber ticket, PersonId person) {
        return em.createNativeQuery("delete from joined_person where ticket = ?1 and person = ?2")
                        .setParameter(1, ticket.value())
                        .setParameter(2, person.value())
                        .executeUpdate()
                == 1;
    }

    List<KnownProblemReply> replies(TicketNumber ticket, int limit) {
        return em.createQuery(
                        "select r from KnownProblemReply r where r.ticket = :ticket order by r.position desc",
                        KnownProblemReply.class)
                .setParameter("ticket", ticket)
                .setMaxResults(limit)
                .getResultList()
                .reversed();
    }

    /** By ticket and position, such as {@code IT-1042/3}. */
    Map<String, KnownProblemReply> replies(Collection<TicketNumber> tickets, Collection<Integer> positions) {
        return tickets.isEmpty() || positions.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select r from KnownProblemReply r where r.ticket in :tickets and r.position in"
                                        + " :positions",
                                KnownProblemReply.class)
                        .setParameter("tickets", tickets)
                        .setParameter("positions", positions)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(it -> it.ticket() + "/" + it.position(), it -> it));
    }
}
