package org.askwell.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.askwell.ai.Meaning;
import org.askwell.ask.QuestionId;
import org.askwell.ask.Shortcoming;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where gaps are kept, and what was asked in vain. */
@ApplicationScoped
class GapRepository {

    private static final String ROW = "select new org.askwell.learning.GapRow(g.number, g.language, g.wording, g.desk,"
            + " g.state, g.questions, g.people, g.unanswered, g.unhelpful, g.unfound, g.departments, g.firstAsked,"
            + " g.lastAsked, g.article, g.nearest, g.ownerArticle, g.dismissedWhy, g.closedAt, g.unprovenArticle,"
            + " g.unprovenWording) from Gap g where ";

    @PersistenceContext
    EntityManager em;

    /** Where a page of the list begins: behind the gap with that rank and number. */
    record Place(Instant at, long questions, long number) {}

    /** A gap as it is compared. */
    record Known(long number, Meaning meaning, String desk) {}

    void add(Object entity) {
        em.persist(entity);
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    long nextNumber() {
        return ((Number)
                        em.createNativeQuery("select nextval('gap_number_seq')").getSingleResult())
                .longValue();
    }

    Optional<Gap> find(long number) {
        return first(em.createQuery("select g from Gap g where g.number = :number", Gap.class)
                .setParameter("number", number)
                .getResultList());
    }

    List<Gap> named(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select g from Gap g where g.number in :numbers", Gap.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    List<GapRow> rows(Collection<Long> numbers, GapAccess.View view) {
        return numbers.isEmpty() || view.desks().isEmpty()
                ? List.of()
                : em.createQuery(ROW + "g.number in :numbers and g.desk in :desks and g.space in :spaces", GapRow.class)
                        .setParameter("numbers", numbers)
                        .setParameter("desks", view.desks())
                        .setParameter("spaces", view.spaces())
                        .getResultList();
    }

    /** One statement, answered from an index that has the order. */
    List<GapRow> list(GapState state, GapAccess.View view, GapOrder order, @Nullable Place after, int limit) {
        var rank = order == GapOrder.NEWEST ? "g.lastAsked" : "g.questions";
        var query = em.createQuery(
                        ROW + "g.state = :state and g.desk in :desks and g.space in :spaces"
                                + (after == null
                                        ? ""
                                        : " and " + rank + " <= :rank and (" + rank + " < :rank or g.number < :number)")
                                + " order by g.state desc, " + rank + " desc, g.number desc",
                        GapRow.class)
                .setParameter("state", state)
                .setParameter("desks", view.desks())
                .setParameter("spaces", view.spaces())
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("number", after.number());
            if (order == GapOrder.NEWEST) {
                query.setParameter("rank", after.at());
            } else {
                query.setParameter("rank", Math.toIntExact(after.questions()));
            }
        }
        return query.getResultList();
    }

    /** The latest gaps behind a number, oldest first. */
    List<Known> knownAfter(long number, int limit) {
        return em
                .createQuery(
                        "select g.number, g.wording, g.language, g.model, g.vector, g.desk from Gap g where g.number >"
                                + " :number order by g.number desc",
                        Object[].class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList()
                .reversed()
                .stream()
                .map(it -> new Known(
                        (Long) it[0],
                        Meaning.stored((String) it[1], (String) it[2], (String) it[3], (byte[]) it[4]),
                        (String) it[5]))
                .toList();
    }

    /** Open gaps that an article is to answer. */
    List<Gap> waitingFor(ArticleId article) {
        return em.createQuery(
                        "select g from Gap g where g.state = org.askwell.learning.GapState.OPEN and (g.article = :article"
                                + " or g.ownerArticle = :article)",
                        Gap.class)
                .setParameter("article", article)
                .getResultList();
    }

    List<AskedInVain> toSort(int limit) {
        return em.createQuery("select r from AskedInVain r where r.todo in :todo order by r.id", AskedInVain.class)
                .setParameter("todo", Set.of(AskedInVain.Todo.SORT, AskedInVain.Todo.TAKE_BACK))
                .setMaxResults(limit)
                .getResultList();
    }

    List<AskedInVain> rows(Collection<Long> ids) {
        return em.createQuery("select r from AskedInVain r where r.id in :ids order by r.id", AskedInVain.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    Optional<AskedInVain> ofQuestion(QuestionId question) {
        return first(em.createQuery("select r from AskedInVain r where r.question = :question", AskedInVain.class)
                .setParameter("question", question)
                .getResultList());
    }

    /** What a person searched for in vain since then. */
    List<String> searches(PersonId person, Instant since) {
        return em.createQuery(
                        "select r.text from AskedInVain r where r.asker = :person and r.kind = :kind and r.at >= :since"
                                + " order by r.at desc",
                        String.class)
                .setParameter("kind", InVain.UNFOUND)
                .setParameter("person", person)
                .setParameter("since", since)
                .setMaxResults(1_000)
                .getResultList();
    }

    /** The questions of a gap whose askers have not been told yet, the latest first. */
    List<AskedInVain> untold(long gap, int limit) {
        return em.createQuery(
                        "select r from AskedInVain r where r.gap = :gap and r.toldAt is null order by r.at desc, r.id"
                                + " desc",
                        AskedInVain.class)
                .setParameter("gap", gap)
                .setMaxResults(limit)
                .getResultList();
    }

    List<AskedInVain> askedBy(long gap, PersonId asker) {
        return em.createQuery("select r from AskedInVain r where r.gap = :gap and r.asker = :asker", AskedInVain.class)
                .setParameter("gap", gap)
                .setParameter("asker", asker)
                .getResultList();
    }

    boolean anyTold(long gap) {
        return !em.createQuery("select r.id from AskedInVain r where r.gap = :gap and r.toldAt is not null", Long.class)
                .setParameter("gap", gap)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The questions of a gap, counted; empty when none is left. Five statements. */
    Optional<Tally> tally(long gap) {
        var kinds = new EnumMap<InVain, Integer>(InVain.class);
        em.createQuery("select r.kind, count(r) from AskedInVain r where r.gap = :gap group by r.kind", Object[].class)
                .setParameter("gap", gap)
                .getResultList()
                .forEach(it -> kinds.put((InVain) it[0], ((Number) it[1]).intValue()));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tally(kinds, departments(gap), outermost(gap, "asc"), outermost(gap, "desc")));
    }

    /** The first or the last time it was asked; a minimum would not come back as a moment on every database. */
    private Instant outermost(long gap, String order) {
        return em.createQuery("select r.at from AskedInVain r where r.gap = :gap order by r.at " + order, Instant.class)
                .setParameter("gap", gap)
                .setMaxResults(1)
                .getSingleResult();
    }

    private List<Tally.Department> departments(long gap) {
        var askers = new HashMap<String, Integer>();
        em.createQuery(
                        "select r.department, count(distinct r.asker) from AskedInVain r where r.gap = :gap group by"
                                + " r.department",
                        Object[].class)
                .setParameter("gap", gap)
                .getResultList()
                .forEach(it -> askers.put((String) it[0], ((Number) it[1]).intValue()));
        var sizes = sizes(askers.keySet());
        var departments = new ArrayList<Tally.Department>();
        askers.forEach(
                (slug, people) -> departments.add(new Tally.Department(slug, people, sizes.getOrDefault(slug, 0L))));
        return departments;
    }

    private Map<String, Long> sizes(Set<String> departments) {
        var sizes = new HashMap<String, Long>();
        em.createQuery(
                        "select p.department, count(p) from Person p where p.department in :departments and p.active ="
                                + " true group by p.department",
                        Object[].class)
                .setParameter("departments", departments)
                .getResultList()
                .forEach(it -> sizes.put((String) it[0], (Long) it[1]));
        return sizes;
    }

    /** How it was asked, the most frequent first. */
    List<GapSheet.Wording> wordings(long gap, int limit) {
        return em
                .createQuery(
                        "select r.text, count(r) from AskedInVain r where r.gap = :gap and r.todo = :sorted group by"
                                + " r.text order by count(r) desc, r.text",
                        Object[].class)
                .setParameter("gap", gap)
                .setParameter("sorted", AskedInVain.Todo.NOTHING)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(it -> new GapSheet.Wording((String) it[0], ((Number) it[1]).longValue()))
                .toList();
    }

    List<GapSheet.Reason> reasons(long gap, int limit) {
        return em
                .createQuery(
                        "select r.shortcoming, r.reason from AskedInVain r where r.gap = :gap and r.todo = :sorted"
                                + " and (r.shortcoming is not null or r.reason is not null) order by r.at desc, r.id desc",
                        Object[].class)
                .setParameter("gap", gap)
                .setParameter("sorted", AskedInVain.Todo.NOTHING)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(it -> new GapSheet.Reason((Shortcoming) it[0], (String) it[1]))
                .toList();
    }

    Gap require(GapId id, GapAccess.View view) {
        return find(id.number()).filter(view::shows).orElseThrow(() -> Refusal.notFound("gap-unknown", id));
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }
}
