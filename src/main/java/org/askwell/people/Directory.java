package org.askwell.people;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed.What;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.jspecify.annotations.Nullable;

/** The people of the company as administrators keep them. One public method is one transaction. */
@ApplicationService
public class Directory {

    /** Nobody reports to so many above; a longer way up is a circle. */
    private static final int HIGHEST = 50;

    @Inject
    PeopleRepository people;

    @Inject
    PeopleService roles;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<RoleScopes> rooms;

    @Inject
    @Any
    Instance<Belongings> belongings;

    @Inject
    Event<PeopleEvent> events;

    @Inject
    PersonDeeds deeds;

    /** Rows for a grid, by pinyin. Administrators only. */
    public List<PersonRow> page(PeopleFilter filter, int offset, int limit) {
        current.get().requireAdmin();
        return people.list(filter, null, offset, limit);
    }

    /**
     * Rows by cursor, by pinyin. Who is no administrator finds active colleagues only, not by their rights, and does not
     * see how to write to them.
     */
    public Slice<PersonRow> list(PeopleFilter filter, @Nullable String cursor, int limit) {
        var caller = current.get();
        PeopleAccess.requireMayFind(caller);
        if (filter.role() != null || filter.closedToo()) {
            caller.requireAdmin();
        }
        var rows = people.list(filter, cursor == null || cursor.isEmpty() ? null : place(cursor), 0, limit + 1);
        var slice = Slice.of(rows, limit, it -> it.id().value());
        return caller.isAdmin() ? slice : slice.map(PersonRow::forColleagues);
    }

    /** Administrators see everybody, everybody sees themselves. */
    public PersonSheet sheet(PersonId id) {
        PeopleAccess.requireMaySee(current.get(), id);
        var person = people.require(id);
        return new PersonSheet(
                id,
                particulars(person),
                people.grantsOf(id).stream()
                        .map(RoleGrant::grant)
                        .sorted(Comparator.comparing(Caller.Grant::role).thenComparing(Caller.Grant::scope))
                        .toList(),
                person.passwordHash().isPresent(),
                person.lockedUntil().filter(until -> person.isLockedOut(clock.instant())));
    }

    /** The offices that people work in. Administrators only. */
    public List<String> offices() {
        current.get().requireAdmin();
        return people.offices();
    }

    /** Adds somebody who is not here yet. Administrators only. */
    public void admit(PersonId id, Particulars particulars) {
        current.get().requireAdmin();
        if (id.isReserved()) {
            throw Refusal.invalid("login-reserved", id);
        }
        if (people.find(id).isPresent()) {
            throw Refusal.conflict("login-taken", id);
        }
        requireFitting(id, particulars);
        var person = new Person(id, particulars.profile());
        if (!particulars.active()) {
            person.deactivate();
        }
        people.add(person);
        deeds.tell(What.ADDED, id);
        particulars.groups().forEach(group -> join(group, id));
        events.fire(new PeopleEvent.PersonChanged(id));
    }

    /**
     * Takes over what a form or a program says of somebody. Administrators only.
     *
     * @param edition of the sheet that was changed; null overwrites whatever stands there
     */
    public void change(PersonId id, @Nullable String edition, Particulars wanted) {
        current.get().requireAdmin();
        var person = people.requireForChange(id);
        var before = particulars(person);
        if (edition != null && !edition.equals(PersonSheet.edition(before))) {
            throw Refusal.conflict("changed-meanwhile");
        }
        requireFitting(id, wanted);
        deeds.changed(id, before.profile(), wanted.profile());
        events.fire(person.take(wanted.profile()));
        before.groups().stream()
                .filter(group -> !wanted.groups().contains(group))
                .forEach(group -> {
                    people.removeMember(group, id);
                    deeds.left(id, group);
                });
        wanted.groups().stream()
                .filter(group -> !before.groups().contains(group))
                .forEach(group -> join(group, id));
        if (before.active() && !wanted.active()) {
            close(person);
        } else if (!before.active() && wanted.active()) {
            reopen(person);
        }
    }

    /**
     * Ends sign-in, pages and tokens of somebody at once; what they did keeps their name, what they had to do is passed
     * on as {@link #leaving} says. Administrators only.
     */
    public void close(PersonId id) {
        current.get().requireAdmin();
        var person = people.requireForChange(id);
        if (person.isActive()) {
            close(person);
        }
    }

    /** What would be passed on, and to whom, if the account were closed. Administrators only. */
    public Leaving leaving(PersonId id) {
        current.get().requireAdmin();
        var successor = successor(people.require(id));
        return new Leaving(
                successor == null
                        ? null
                        : people.rows(List.of(successor)).stream().findFirst().orElse(null),
                belongings.stream()
                        .flatMap(room -> room.of(id, successor).stream())
                        .sorted(Comparator.comparing(Belongings.Share::kind).reversed())
                        .toList());
    }

    /** Lets somebody in again who needs a new password then. Administrators only. */
    public void reopen(PersonId id) {
        current.get().requireAdmin();
        reopen(people.requireForChange(id));
    }

    /** Forgets wrong passwords, so that the person need not wait. Administrators only. */
    public void unlock(PersonId id) {
        current.get().requireAdmin();
        events.fire(people.require(id).unlock());
        deeds.tell(What.UNLOCKED, id);
    }

    /** Where a role can hold; nothing when it holds everywhere. */
    public List<RoleScopes.Scope> scopesOf(Role role) {
        return rooms.stream()
                .filter(room -> room.governs(role))
                .flatMap(room -> room.scopes().stream())
                .toList();
    }

    /** Grants a role where it can hold. */
    public void grant(PersonId id, Role role, String scope) {
        if (role == Role.EMPLOYEE || role.isScoped() == scope.isEmpty()) {
            throw Refusal.invalid("role-scope", role);
        }
        if (role.isScoped() && scopesOf(role).stream().noneMatch(it -> it.slug().equals(scope))) {
            throw Refusal.notFound("scope-unknown", scope);
        }
        roles.grant(id, role, scope);
    }

    /** Takes a role away; it is gone at the person's next request. */
    public void revoke(PersonId id, Role role, String scope) {
        roles.revoke(id, role, scope);
    }

    private void close(Person person) {
        var id = person.login();
        roles.requireAnotherAdministrator(id);
        if (current.id().equals(id)) {
            throw Refusal.conflict("not-yourself");
        }
        var successor = successor(person);
        belongings.forEach(room -> room.release(id, successor));
        people.endWelcome(id);
        events.fire(person.deactivate());
        deeds.tell(What.CLOSED, id);
        people.tokensOf(id).forEach(token -> events.fire(token.revoke(clock.instant())));
    }

    private void reopen(Person person) {
        events.fire(person.reactivate());
        deeds.tell(What.REOPENED, person.login());
    }

    private void join(String group, PersonId id) {
        if (people.addMember(group, id)) {
            deeds.joined(id, group);
        }
    }

    /** The nearest manager whose account is open. */
    private @Nullable PersonId successor(Person leaver) {
        var above = leaver.profile().manager();
        for (int steps = 0; above != null && steps < HIGHEST; steps++) {
            var manager = people.find(above);
            if (manager.isEmpty() || manager.get().login().equals(leaver.login())) {
                return null;
            }
            if (manager.get().isActive()) {
                return above;
            }
            above = manager.get().profile().manager();
        }
        return null;
    }

    private Particulars particulars(Person person) {
        return new Particulars(person.profile(), new HashSet<>(people.groupsOf(person.login())), person.isActive());
    }

    private PeopleRepository.Place place(String cursor) {
        return PersonId.parse(cursor)
                .flatMap(id -> Optional.ofNullable(people.placeOf(id)))
                .orElseThrow(() -> Refusal.malformed("cursor-unreadable"));
    }

    private void requireFitting(PersonId id, Particulars particulars) {
        var profile = particulars.profile();
        var department = profile.department();
        if (department != null && people.department(department).isEmpty()) {
            throw Refusal.invalid("department-unknown", department);
        }
        for (var group : particulars.groups()) {
            if (people.group(group).isEmpty()) {
                throw Refusal.invalid("group-unknown", group);
            }
        }
        var staffNumber = profile.staffNumber();
        if (staffNumber != null && people.isTaken("staffNumber", staffNumber, id)) {
            throw Refusal.conflict("staff-number-taken", staffNumber);
        }
        var mail = profile.mail();
        if (mail != null && people.isTaken("mail", mail, id)) {
            throw Refusal.conflict("mail-taken", mail);
        }
        requireNoCircle(id, profile.manager());
    }

    private void requireNoCircle(PersonId id, @Nullable PersonId manager) {
        var above = manager;
        for (int steps = 0; above != null; steps++) {
            if (above.equals(id) || steps > HIGHEST) {
                throw Refusal.invalid("manager-circle", String.valueOf(manager));
            }
            var boss = people.find(above);
            if (boss.isEmpty() && steps == 0) {
                throw Refusal.invalid("manager-unknown", above);
            }
            above = boss.map(it -> it.profile().manager()).orElse(null);
        }
    }
}
