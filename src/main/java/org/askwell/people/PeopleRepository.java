package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Refusal;

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

    /** Notes a use without touching the version: two programs with one token must not collide. */
    void noteUse(String hash, Instant at) {
        em.createQuery("update ApiToken t set t.lastUsedAt = :at where t.hash = :hash")
                .setParameter("at", at)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    /** Finds by name, other name, pinyin, initials, staff number, mail or login; at most {@code limit} active people. */
    List<PersonRow> search(String text, int offset, int limit) {
        var pattern =
                "%" + text.toLowerCase(java.util.Locale.ROOT).replace("%", "").replace("_", "\\_") + "%";
        return em.createQuery(
                        "select new org.askwell.people.PersonRow(p.login, p.name, p.otherName, p.staffNumber,"
                                + " p.department, p.office, p.mail, p.active) from Person p where lower(p.name) like"
                                + " :pattern escape '\\' or lower(p.otherName) like :pattern escape '\\' or p.pinyin like"
                                + " :pattern escape '\\' or function('replace', p.pinyin, ' ', '') like :pattern escape '\\' or"
                                + " lower(p.staffNumber) like :pattern escape '\\' or lower(p.mail) like :pattern escape"
                                + " '\\' order by p.pinyin, p.login",
                        PersonRow.class)
                .setParameter("pattern", pattern)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    List<PersonRow> rows(java.util.Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select new org.askwell.people.PersonRow(p.login, p.name, p.otherName, p.staffNumber,"
                                + " p.department, p.office, p.mail, p.active) from Person p where p.login in :ids",
                        PersonRow.class)
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

    void addMember(String group, PersonId person) {
        em.createNativeQuery("insert into group_member (group_slug, person) values (?1, ?2) on conflict do nothing")
                .setParameter(1, group)
                .setParameter(2, person.value())
                .executeUpdate();
    }

    void removeMember(String group, PersonId person) {
        em.createNativeQuery("delete from group_member where group_slug = ?1 and person = ?2")
                .setParameter(1, group)
                .setParameter(2, person.value())
                .executeUpdate();
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }
}
