package org.askwell.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.ApplicationService;
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
        events.fire(new PeopleEvent.RolesChanged(login));
    }

    /** Adds a person, or takes over a changed profile. Administrators only. */
    public void put(PersonId login, Profile profile) {
        current.get().requireAdmin();
        if (login.equals(PersonId.PORTAL)) {
            throw Refusal.invalid("login-reserved", login);
        }
        var known = people.find(login);
        if (known.isPresent()) {
            events.fire(known.get().take(profile));
        } else {
            people.add(new Person(login, profile));
            events.fire(new PeopleEvent.PersonChanged(login));
        }
    }

    /** The account can no longer be used; what it did keeps its name. Administrators only, and not for oneself. */
    public void deactivate(PersonId login) {
        var caller = current.get();
        caller.requireAdmin();
        if (caller.id().equals(login)) {
            throw Refusal.conflict("not-yourself");
        }
        events.fire(people.require(login).deactivate());
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
            events.fire(new PeopleEvent.RolesChanged(person));
        }
    }

    public void revoke(PersonId person, Role role, String scope) {
        var caller = current.get();
        requireMayGrant(caller, role, scope);
        if (role == Role.ADMIN && caller.id().equals(person)) {
            throw Refusal.conflict("not-yourself");
        }
        people.grantsOf(person).stream()
                .filter(it -> it.grant().equals(new Caller.Grant(role, scope)))
                .forEach(people::remove);
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

    /** Finds colleagues by name, English name, pinyin, staff number or mail; sorted by pinyin. */
    public List<PersonRow> search(String text, int offset, int limit) {
        return people.search(text, offset, Math.min(limit, Slice.MAX_LIMIT));
    }

    public List<Department> departments() {
        return people.departments();
    }

    public void addDepartment(Department department) {
        current.get().requireAdmin();
        people.add(department);
    }

    public List<Group> groups() {
        return people.groups();
    }

    public void addGroup(Group group) {
        current.get().requireAdmin();
        people.add(group);
    }

    public void join(String group, PersonId person) {
        current.get().requireAdmin();
        people.addMember(group, person);
        events.fire(new PeopleEvent.GroupChanged(group));
    }

    public void leave(String group, PersonId person) {
        current.get().requireAdmin();
        people.removeMember(group, person);
        events.fire(new PeopleEvent.GroupChanged(group));
    }

    private static void requireMayGrant(Caller caller, Role role, String scope) {
        boolean ownDesk = (role == Role.AGENT || role == Role.DESK_OWNER) && caller.has(Role.DESK_OWNER, scope);
        if (!ownDesk) {
            caller.requireAdmin();
        }
    }
}
