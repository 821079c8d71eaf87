package org.askwell.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed.What;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;

/** What one can ask about people, and change. One public method is one transaction. */
@ApplicationService
public class PeopleService {

    @Inject
    PeopleRepository people;

    @Inject
    CurrentPerson current;

    @Inject
    Event<PeopleEvent> events;

    @Inject
    PersonDeeds deeds;

    /** Whether nobody is here yet: then the set-up page is open to the first who comes. */
    public boolean isEmpty() {
        return !people.anyone();
    }

    /** Makes the first administrator of an empty installation; refuses when anybody is here already. */
    public void setUp(PersonId login, Profile profile) {
        if (people.anyone()) {
            throw Refusal.conflict("already-set-up");
        }
        people.add(new Person(login, profile));
        people.add(new RoleGrant(login, Role.ADMIN, ""));
        deeds.tell(What.ADDED, login);
        deeds.granted(login, Role.ADMIN, "");
        events.fire(new PeopleEvent.RolesChanged(login));
    }

    /** Adds a person, or takes over a changed profile. Administrators only. */
    public void put(PersonId login, Profile profile) {
        current.get().requireAdmin();
        if (login.isReserved()) {
            throw Refusal.invalid("login-reserved", login);
        }
        var known = people.find(login);
        if (known.isPresent()) {
            deeds.changed(login, known.get().profile(), profile);
            events.fire(known.get().take(profile));
        } else {
            people.add(new Person(login, profile));
            deeds.tell(What.ADDED, login);
            events.fire(new PeopleEvent.PersonChanged(login));
        }
    }

    /** Chooses the language of the pages for oneself. */
    public void speak(String language) {
        if (!language.equals("zh") && !language.equals("en")) {
            throw Refusal.invalid("language-unknown", language);
        }
        events.fire(people.require(current.id()).speak(language));
    }

    /** Administrators grant everything, the owners of a desk the roles at their desk. */
    public void grant(PersonId person, Role role, String scope) {
        requireMayGrant(current.get(), role, scope);
        people.require(person);
        if (people.grantsOf(person).stream().noneMatch(it -> it.grant().equals(new Caller.Grant(role, scope)))) {
            people.add(new RoleGrant(person, role, scope));
            deeds.granted(person, role, scope);
            events.fire(new PeopleEvent.RolesChanged(person));
        }
    }

    public void revoke(PersonId person, Role role, String scope) {
        var caller = current.get();
        requireMayGrant(caller, role, scope);
        if (role == Role.ADMIN) {
            requireAnotherAdministrator(person);
            if (caller.id().equals(person)) {
                throw Refusal.conflict("not-yourself");
            }
        }
        people.grantsOf(person).stream()
                .filter(it -> it.grant().equals(new Caller.Grant(role, scope)))
                .forEach(it -> {
                    people.remove(it);
                    deeds.revoked(person, role, scope);
                });
        events.fire(new PeopleEvent.RolesChanged(person));
    }

    /** Everyone who has a role in a scope: the agents of a desk, the curators of a space. */
    public List<PersonRow> holders(Role role, String scope) {
        return people.rows(people.holders(role, scope));
    }

    /** Profile of a colleague; everyone may look. */
    public Profile profile(PersonId person) {
        return people.require(person).profile();
    }

    public Optional<PersonRow> find(PersonId person) {
        return people.rows(List.of(person)).stream().findFirst();
    }

    /** Rows for the people of a list, in one statement; unknown ones are left out. */
    public Map<PersonId, PersonRow> named(Collection<PersonId> ids) {
        var rows = new HashMap<PersonId, PersonRow>();
        people.rows(ids).forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Finds active colleagues as {@link PeopleFilter} says, by pinyin; for whoever picks people to work with. */
    public List<PersonRow> search(String text, int offset, int limit) {
        PeopleAccess.requireMayFind(current.get());
        return people.list(PeopleFilter.ACTIVE.about(text), null, offset, Math.min(limit, Slice.MAX_LIMIT));
    }

    public List<Department> departments() {
        return people.departments();
    }

    public void addDepartment(Department department) {
        current.get().requireAdmin();
        if (people.department(department.slug()).isPresent()) {
            throw Refusal.conflict("unit-taken", department.slug());
        }
        people.add(department);
        deeds.added(department);
        events.fire(department.changed());
    }

    public void renameDepartment(String slug, String nameZh, String nameEn) {
        current.get().requireAdmin();
        var department = people.department(slug).orElseThrow(() -> Refusal.notFound("department-unknown", slug));
        events.fire(deeds.rename(department, nameZh, nameEn));
    }

    public List<Group> groups() {
        return people.groups();
    }

    public void addGroup(Group group) {
        current.get().requireAdmin();
        if (people.group(group.slug()).isPresent()) {
            throw Refusal.conflict("unit-taken", group.slug());
        }
        people.add(group);
        deeds.added(group);
        events.fire(group.changed());
    }

    public void renameGroup(String slug, String nameZh, String nameEn) {
        current.get().requireAdmin();
        var group = people.group(slug).orElseThrow(() -> Refusal.notFound("group-unknown", slug));
        events.fire(deeds.rename(group, nameZh, nameEn));
    }

    public void join(String group, PersonId person) {
        current.get().requireAdmin();
        if (people.addMember(group, person)) {
            deeds.joined(person, group);
        }
        events.fire(new PeopleEvent.GroupChanged(group));
    }

    public void leave(String group, PersonId person) {
        current.get().requireAdmin();
        if (people.removeMember(group, person)) {
            deeds.left(person, group);
        }
        events.fire(new PeopleEvent.GroupChanged(group));
    }

    /** Refuses to leave the portal without anybody who may administer it. */
    void requireAnotherAdministrator(PersonId person) {
        boolean administers =
                people.grantsOf(person).stream().anyMatch(it -> it.grant().role() == Role.ADMIN);
        if (administers && !people.hasAdministratorBut(person)) {
            throw Refusal.conflict("last-administrator");
        }
    }

    private static void requireMayGrant(Caller caller, Role role, String scope) {
        boolean ownDesk = (role == Role.AGENT || role == Role.DESK_OWNER) && caller.has(Role.DESK_OWNER, scope);
        if (!ownDesk) {
            caller.requireAdmin();
        }
    }
}
