package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** Where people are kept. */
@ApplicationScoped
class PeopleRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    Optional<Person> find(PersonId id) {
        return first(em.createQuery("select p from Person p where p.login = :id", Person.class)
                .setParameter("id", id)
                .getResultList());
    }

    Person require(PersonId id) {
        return find(id).orElseThrow(() -> Refusal.notFound("person-unknown", id));
    }

    boolean anyone() {
        return !em.createQuery("select p.login from Person p", PersonId.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<String> groupsOf(PersonId id) {
        @SuppressWarnings("unchecked")
        List<String> slugs = em.createNativeQuery("select group_slug from group_member where person = ?1")
                .setParameter(1, id.value())
                .getResultList();
        return slugs;
    }

    List<RoleGrant> grantsOf(PersonId id) {
        return em.createQuery("select g from RoleGrant g where g.person = :id", RoleGrant.class)
                .setParameter("id", id)
                .getResultList();
    }

    List<PersonId> holders(Role role, String scope) {
        return em.createQuery(
                        "select g.person from RoleGrant g where g.role = :role and g.scope = :scope order by g.person",
                        PersonId.class)
                .setParameter("role", role)
                .setParameter("scope", scope)
                .getResultList();
    }

    Optional<ApiToken> tokenByHash(String hash) {
        return first(em.createQuery("select t from ApiToken t where t.hash = :hash", ApiToken.class)
                .setParameter("hash", hash)
                .getResultList());
    }

    List<ApiToken> tokensOf(PersonId person) {
        return em.createQuery("select t from ApiToken t where t.person = :person order by t.createdAt", ApiToken.class)
                .setParameter("person", person)
                .getResultList();
    }

    Optional<WelcomeLink> welcomeOf(PersonId person) {
        return first(em.createQuery("select w from WelcomeLink w where w.person = :person", WelcomeLink.class)
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    Optional<WelcomeLink> welcomeByHash(String hash, LockModeType lock) {
        return first(em.createQuery("select w from WelcomeLink w where w.hash = :hash", WelcomeLink.class)
                .setParameter("hash", hash)
                .setLockMode(lock)
                .getResultList());
    }

    /** From now on no link sets a password for this person. */
    void endWelcome(PersonId person) {
        em.createQuery("delete from WelcomeLink w where w.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Notes a use without touching the version: two programs with one token must not collide. */
    void noteUse(String hash, Instant at) {
        em.createQuery("update ApiToken t set t.lastUsedAt = :at where t.hash = :hash")
                .setParameter("at", at)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    /** The rows that a filter lets through, by pinyin; the place before them is left out. */
    List<PersonRow> list(PeopleFilter filter, @Nullable Place after, int offset, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (!filter.closedToo()) {
            conditions.add("p.active = true");
        }
        var department = filter.department();
        if (department != null) {
            conditions.add("p.department = :department");
            values.put("department", department);
        }
        var role = filter.role();
        if (role != null) {
            conditions.add("p.login in (select g.person from RoleGrant g where g.role = :role)");
            values.put("role", role);
        }
        if (!filter.text().isEmpty()) {
            conditions.add("(" + String.join(" or ", matches(filter, values)) + ")");
        }
        if (after != null) {
            conditions.add("(p.sortKey > :key or (p.sortKey = :key and p.login > :login))");
            values.put("key", after.sortKey());
            values.put("login", after.login());
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = em.createQuery(ROWS + where + " order by p.sortKey, p.login", PersonRow.class)
                .setFirstResult(offset)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Where a list goes on; null when that person is not here any more. */
    @Nullable
    Place placeOf(PersonId login) {
        return first(em.createQuery("select p.sortKey from Person p where p.login = :login", String.class)
                        .setParameter("login", login)
                        .getResultList())
                .map(key -> new Place(key, login))
                .orElse(null);
    }

    /** Without functions and ESCAPE: beside them EclipseLink writes all values into the statement, booleans as numbers. */
    private static List<String> matches(PeopleFilter filter, Map<String, Object> values) {
        var matches = new ArrayList<>(List.of("p.foundBy like :text"));
        values.put("text", filter.anywhere());
        filter.initials().ifPresent(initials -> {
            matches.add("p.pinyin like :initials");
            values.put("initials", initials);
        });
        return matches;
    }

    List<PersonRow> rows(java.util.Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery(ROWS + " where p.login in :ids order by p.sortKey, p.login", PersonRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<Department> departments() {
        return em.createQuery("select d from Department d order by d.slug", Department.class)
                .getResultList();
    }

    List<Group> groups() {
        return em.createQuery("select g from Group g order by g.slug", Group.class)
                .getResultList();
    }

    /** Whether that changed anything. */
    boolean addMember(String group, PersonId person) {
        return em.createNativeQuery(
                                "insert into group_member (group_slug, person) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, group)
                        .setParameter(2, person.value())
                        .executeUpdate()
                > 0;
    }

    /** Whether that changed anything. */
    boolean removeMember(String group, PersonId person) {
        return em.createNativeQuery("delete from group_member where group_slug = ?1 and person = ?2")
                        .setParameter(1, group)
                        .setParameter(2, person.value())
                        .executeUpdate()
                > 0;
    }

    Optional<Department> department(String slug) {
        return first(em.createQuery("select d from Department d where d.slug = :slug", Department.class)
                .setParameter("slug", slug)
                .getResultList());
    }

    Optional<Group> group(String slug) {
        return first(em.createQuery("select g from Group g where g.slug = :slug", Group.class)
                .setParameter("slug", slug)
                .getResultList());
    }

    /** The offices people work in, as they were written. */
    List<String> offices() {
        return em.createQuery(
                        "select distinct p.office from Person p where p.office is not null order by p.office",
                        String.class)
                .getResultList();
    }

    /** Whoever else goes by this staff number or mail address. */
    boolean isTaken(String field, String value, PersonId butFor) {
        return !em.createQuery(
                        "select p.login from Person p where lower(p." + field + ") = :value and p.login <> :login",
                        PersonId.class)
                .setParameter("value", value.toLowerCase(Locale.ROOT))
                .setParameter("login", butFor)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** A person who is about to be changed: whoever else changes anything of theirs meanwhile comes second. */
    Person requireForChange(PersonId id) {
        var person = require(id);
        em.lock(person, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return person;
    }

    /** Whether an active administrator other than that one is left; whoever asks next waits for the answer's effect. */
    boolean hasAdministratorBut(PersonId id) {
        em.createQuery("select g from RoleGrant g where g.role = :role order by g.id", RoleGrant.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return !em.createQuery(
                        "select p.login from Person p where p.active = true and p.login <> :id"
                                + " and p.login in (select g.person from RoleGrant g where g.role = :role)",
                        PersonId.class)
                .setParameter("id", id)
                .setParameter("role", Role.ADMIN)
                .getResultList()
                .isEmpty();
    }

    private static final String ROWS = "select new org.askwell.people.PersonRow(p.login, p.name, p.otherName,"
            + " p.staffNumber, p.department, p.office, p.mail, p.active) from Person p";

    /** A position in the order of names. */
    record Place(String sortKey, PersonId login) {}

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }
}
