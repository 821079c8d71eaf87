package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.desk.OwnField;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Looks into tickets for words. */
@ApplicationScoped
class TicketWordRepository {

    private static final String FOUND =
            "select new org.askwell.ticket.FoundTicket(t.number, t.subject, t.status, t.desk)"
                    + " from Ticket t where ";

    private static final String ORDER = " order by t.openedAt desc, t.id desc";

    @PersistenceContext
    EntityManager em;

    /**
     * Among which tickets.
     *
     * @param where an index alone tells which
     * @param but of those, only these
     * @param conversations whether what was said publicly is looked through, too
     */
    record Scope(String where, String but, Map<String, Object> values, boolean conversations) {

        static Scope own(PersonId person) {
            return new Scope("t.requester = :me", "", Map.of("me", person), true);
        }

        static Scope atDesks(List<String> desks, boolean unrouted, PersonId butOf) {
            var mine = desks.isEmpty()
                    ? "t.desk is null"
                    : unrouted ? "(t.desk in :desks or t.desk is null)" : "t.desk in :desks";
            return new Scope(
                    mine,
                    " and t.requester <> :me",
                    desks.isEmpty() ? Map.of("me", butOf) : Map.of("me", butOf, "desks", desks),
                    false);
        }

        String both() {
            return where + but;
        }
    }

    List<FoundTicket> numbered(Scope scope, Collection<TicketNumber> numbers, int limit) {
        var query = em.createQuery(FOUND + scope.both() + " and t.number in :numbers" + ORDER, FoundTicket.class);
        scope.values().forEach(query::setParameter);
        return query.setParameter("numbers", numbers).setMaxResults(limit).getResultList();
    }

    /** When the oldest of the newest so many was opened; empty when there are not more than those. */
    Optional<Instant> since(Scope scope, int most) {
        var query = em.createQuery("select t.openedAt from Ticket t where " + scope.where() + ORDER, Instant.class);
        scope.values().forEach((name, value) -> {
            if (scope.where().contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        return query.setFirstResult(most).setMaxResults(1).getResultList().stream()
                .findFirst();
    }

    /** Those in which all the words stand, or which have the whole text as the value of a field. */
    List<FoundTicket> worded(Scope scope, String whole, List<String> words, @Nullable Instant since, int limit) {
        var where = new ArrayList<>(List.of(scope.both()));
        var values = new HashMap<>(scope.values());
        if (since != null) {
            where.add("t.openedAt >= :since");
            values.put("since", since);
        }
        var worded = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = ":word" + i;
            values.put("word" + i, words.get(i));
            var subject = "locate(" + word + ", lower(t.subject)) > 0";
            worded.add(
                    scope.conversations()
                            ? "(" + subject + " or exists (select m.id from Message m where m.ticket = t.number and"
                                    + " m.visibility = org.askwell.ticket.Visibility.PUBLIC and locate(" + word
                                    + ", lower(m.text)) > 0))"
                            : subject);
        }
        where.add("(" + String.join(" and ", worded) + " or " + TicketListRepository.WITH_VALUE + ")");
        values.put("folded", OwnField.fold(whole));
        values.put("kinds", TicketListRepository.SEARCHED);
        var query = em.createQuery(FOUND + String.join(" and ", where) + ORDER, FoundTicket.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
