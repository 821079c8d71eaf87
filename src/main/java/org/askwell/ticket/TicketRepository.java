package org.askwell.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;

/** Where tickets are kept. */
@ApplicationScoped
class TicketRepository {

    @PersistenceContext
    EntityManager em;

    @Resource
    TransactionSynchronizationRegistry transaction;

    void add(Object entity) {
        em.persist(entity);
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    /** What stands in the fields of a ticket, what is hidden included. */
    List<FieldValue> fieldValues(TicketNumber number) {
        return fieldValues(List.of(number));
    }

    List<FieldValue> fieldValues(Collection<TicketNumber> numbers) {
        return em.createQuery("select f from FieldValue f where f.ticket in :tickets", FieldValue.class)
                .setParameter("tickets", numbers)
                .getResultList();
    }

    boolean hasValues(String desk, String key) {
        return !em.createQuery("select f.key from FieldValue f where f.desk = :desk and f.key = :key", String.class)
                .setParameter("desk", desk)
                .setParameter("key", key)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Remembers until the end of the transaction that this ticket has just come to its desk. */
    void arrived(Ticket ticket) {
        transaction.putResource(ticket.number(), ticket);
    }

    /** A ticket that came to its desk in the present transaction, without asking the database. */
    Optional<Ticket> justArrived(TicketNumber number) {
        return Optional.ofNullable((Ticket) transaction.getResource(number));
    }

    Ticket require(TicketNumber number) {
        return find(number, LockModeType.NONE).orElseThrow(() -> Refusal.notFound("ticket-unknown", number));
    }

    /** To be changed: whoever else wants to change it waits until this transaction has ended, and then sees the new state. */
    Ticket requireForChange(TicketNumber number) {
        var ticket = find(number, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("ticket-unknown", number));
        transaction.putResource(atHand(number), ticket);
        return ticket;
    }

    /** The ticket that is being opened or changed in the present transaction, without asking the database again. */
    Ticket requireAtHand(TicketNumber number) {
        var ticket = (Ticket) transaction.getResource(atHand(number));
        return ticket == null ? justArrived(number).orElseGet(() -> requireForChange(number)) : ticket;
    }

    private static String atHand(TicketNumber number) {
        return "at hand: " + number;
    }

    Optional<Ticket> find(TicketNumber number, LockModeType lock) {
        return em
                .createQuery("select t from Ticket t where t.number = :number", Ticket.class)
                .setParameter("number", number)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Resolved tickets whose requesters are to be reminded by now. */
    List<TicketNumber> toRemind(Instant now, int limit) {
        return due("remindsAt", now, limit);
    }

    /** Resolved tickets that close by themselves by now. */
    List<TicketNumber> toClose(Instant now, int limit) {
        return due("closesAt", now, limit);
    }

    private List<TicketNumber> due(String field, Instant now, int limit) {
        return em.createQuery(
                        "select t.number from Ticket t where t.status = org.askwell.ticket.TicketStatus.RESOLVED and t."
                                + field + " <= :now order by t." + field,
                        TicketNumber.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    List<MessageRow> conversation(TicketNumber number, boolean withNotes) {
        var messages = em.createQuery(
                        "select m from Message m where m.ticket = :ticket"
                                + (withNotes ? "" : " and m.visibility = org.askwell.ticket.Visibility.PUBLIC")
                                + " order by m.position",
                        Message.class)
                .setParameter("ticket", number)
                .getResultList();
        var files = em.createQuery(
                        "select a from Attachment a where a.ticket = :ticket order by a.id", Attachment.class)
                .setParameter("ticket", number)
                .getResultList();
        return messages.stream().map(it -> it.row(files)).toList();
    }

    Map<TicketNumber, Ticket> named(Collection<TicketNumber> numbers) {
        var named = new HashMap<TicketNumber, Ticket>();
        if (!numbers.isEmpty()) {
            em.createQuery("select t from Ticket t where t.number in :numbers", Ticket.class)
                    .setParameter("numbers", numbers)
                    .getResultList()
                    .forEach(it -> named.put(it.number(), it));
        }
        return named;
    }

    /** These messages of these tickets, without their files, by ticket and position: {@code IT-1042/3}. */
    Map<String, MessageRow> messages(Map<TicketNumber, Set<Integer>> wanted) {
        var messages = new HashMap<String, MessageRow>();
        if (!wanted.isEmpty()) {
            var positions = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            em.createQuery(
                            "select m from Message m where m.ticket in :tickets and m.position in :positions",
                            Message.class)
                    .setParameter("tickets", wanted.keySet())
                    .setParameter("positions", positions)
                    .getResultList()
                    .forEach(it -> {
                        var row = it.row(List.of());
                        messages.put(it.ticket() + "/" + row.position(), row);
                    });
        }
        return messages;
    }

    Optional<Attachment> attachment(String token) {
        return em
                .createQuery("select a from Attachment a where a.token = :token", Attachment.class)
                .setParameter("token", token)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean isInternal(Attachment attachment) {
        return em
                .createQuery(
                        "select m.visibility from Message m where m.ticket = :ticket and m.position = :position",
                        Visibility.class)
                .setParameter("ticket", attachment.ticket())
                .setParameter("position", attachment.message())
                .getResultList()
                .stream()
                .anyMatch(it -> it == Visibility.INTERNAL);
    }

    List<HistoryRow> history(TicketNumber number) {
        return em
                .createQuery("select h from HistoryEntry h where h.ticket = :ticket order by h.id", HistoryEntry.class)
                .setParameter("ticket", number)
                .getResultList()
                .stream()
                .map(HistoryEntry::row)
                .toList();
    }

    List<TicketNumber> ofQuestion(String origin) {
        return em.createQuery(
                        "select t.number from Ticket t where t.origin = :origin order by t.id", TicketNumber.class)
                .setParameter("origin", origin)
                .getResultList();
    }
}
