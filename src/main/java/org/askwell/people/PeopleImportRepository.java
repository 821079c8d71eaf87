package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.askwell.common.Refusal;
import org.askwell.people.PeopleImportReport.Tally;
import org.jspecify.annotations.Nullable;

/** Where imports of people and their lines are kept, and who is here as a whole. */
@ApplicationScoped
class PeopleImportRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    PeopleImportId nextId() {
        return PeopleImportId.numbered(((Number) em.createNativeQuery("select nextval('people_import_number_seq')")
                        .getSingleResult())
                .longValue());
    }

    PeopleImport require(PeopleImportId id) {
        return require(id, LockModeType.NONE);
    }

    /** The same, and nobody else changes it until this transaction has ended: who cancels must not lose to the start. */
    PeopleImport requireForChange(PeopleImportId id) {
        return require(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private PeopleImport require(PeopleImportId id, LockModeType lock) {
        return em
                .createQuery("select i from PeopleImport i where i.publicId = :id", PeopleImport.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("people-import-unknown", id));
    }

    /** Youngest first; those before one that is named. */
    List<PeopleImport> recent(@Nullable PeopleImportId before, int limit) {
        var query = em.createQuery(
                        "select i from PeopleImport i"
                                + (before == null
                                        ? ""
                                        : " where i.id < (select b.id from PeopleImport b where b.publicId = :before)")
                                + " order by i.id desc",
                        PeopleImport.class)
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.getResultList();
    }

    Map<PeopleImportId, List<Tally>> tallies(Collection<PeopleImportId> ids) {
        var tallies = new HashMap<PeopleImportId, List<Tally>>();
        if (ids.isEmpty()) {
            return tallies;
        }
        for (var row : em.createQuery(
                        "select l.importId, l.outcome, l.applied, count(l) from PeopleImportLine l where l.importId in"
                                + " :ids group by l.importId, l.outcome, l.applied",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()) {
            tallies.computeIfAbsent((PeopleImportId) row[0], ignored -> new java.util.ArrayList<>())
                    .add(new Tally((LineOutcome) row[1], (Boolean) row[2], ((Number) row[3]).intValue()));
        }
        return tallies;
    }

    /** Lines after a position, all or those of one kind. */
    List<PeopleImportReport.Line> lines(PeopleImportId id, @Nullable LineOutcome outcome, int after, int limit) {
        var query = em.createQuery(
                        "select l.position, l.line, l.outcome, l.applied, l.login, l.name, l.changes, l.reasonZh,"
                                + " l.reasonEn from PeopleImportLine l where l.importId = :id and l.position > :after"
                                + (outcome == null ? "" : " and l.outcome = :outcome")
                                + " order by l.position",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("after", after)
                .setMaxResults(limit);
        if (outcome != null) {
            query.setParameter("outcome", outcome);
        }
        return query.getResultList().stream()
                .map(row -> new PeopleImportReport.Line(
                        (Integer) row[0],
                        (Integer) row[1],
                        (LineOutcome) row[2],
                        (Boolean) row[3],
                        (PersonId) row[4],
                        (String) row[5],
                        FieldChanges.read((String) row[6]),
                        (String) row[7],
                        (String) row[8]))
                .toList();
    }

    void forgetLines(PeopleImportId id) {
        em.createQuery("delete from PeopleImportLine l where l.importId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** What is still to be done, in the order of the work, as far as the lines know it. */
    List<PeoplePlan.Step> waiting(PeopleImportId id) {
        return em
                .createQuery(
                        "select l from PeopleImportLine l where l.importId = :id and l.applied = false order by l.step,"
                                + " l.position",
                        PeopleImportLine.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(PeopleImportLine::asStep)
                .toList();
    }

    PeopleImportLine requireLine(PeopleImportId id, int position) {
        return em.createQuery(
                        "select l from PeopleImportLine l where l.importId = :id and l.position = :position",
                        PeopleImportLine.class)
                .setParameter("id", id)
                .setParameter("position", position)
                .getSingleResult();
    }

    void markApplied(PeopleImportId id, Collection<Integer> positions) {
        em.createQuery("update PeopleImportLine l set l.applied = true where l.importId = :id and l.position in"
                        + " :positions")
                .setParameter("id", id)
                .setParameter("positions", positions)
                .executeUpdate();
    }

    /** Those whom an import has made and who have no password yet, by name; the place before them is left out. */
    List<PersonId> withoutPassword(PeopleImportId id, int after, int limit) {
        return em.createQuery(
                        "select p.login from PeopleImportLine l, Person p where l.importId = :id and l.outcome = :made"
                                + " and l.applied = true and p.login = l.login and p.active = true and p.passwordHash is"
                                + " null order by l.position",
                        PersonId.class)
                .setParameter("id", id)
                .setParameter("made", LineOutcome.NEW)
                .setFirstResult(after)
                .setMaxResults(limit)
                .getResultList();
    }

    Map<PersonId, Staff.Known> everybody() {
        var everybody = new HashMap<PersonId, Staff.Known>();
        em.createQuery("select p from Person p", Person.class)
                .getResultList()
                .forEach(
                        it -> everybody.put(it.login(), new Staff.Known(it.profile(), it.isActive(), it.isImported())));
        return everybody;
    }

    List<Person> people(Collection<PersonId> ids) {
        return em.createQuery("select p from Person p where p.login in :ids", Person.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Whose these staff numbers or mail addresses are, by the value in small letters. */
    Map<String, PersonId> owners(String field, Collection<String> values) {
        var owners = new HashMap<String, PersonId>();
        if (values.isEmpty()) {
            return owners;
        }
        for (var row : em.createQuery(
                        "select lower(p." + field + "), p.login from Person p where lower(p." + field + ") in :values",
                        Object[].class)
                .setParameter(
                        "values",
                        values.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList())
                .getResultList()) {
            owners.put((String) row[0], (PersonId) row[1]);
        }
        return owners;
    }

    /**
     * Remembers that a table has named them, so that the next one can miss them. Native, because beside the version
     * that EclipseLink counts up it would write the booleans as numbers.
     */
    void markImported(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var places =
                IntStream.rangeClosed(1, ids.size()).mapToObj(it -> "?" + it).collect(Collectors.joining(", "));
        var update = em.createNativeQuery(
                "update person set imported = true where imported = false and login in (" + places + ")");
        int place = 1;
        for (var id : ids) {
            update.setParameter(place++, id.value());
        }
        update.executeUpdate();
    }
}
