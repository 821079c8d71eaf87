package org.askwell.people;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.jspecify.annotations.Nullable;

/** Introduces people to each other, as far as {@link PeopleAccess} lets them meet. One public method is one transaction. */
@ApplicationService
public class PersonCards {

    private static final int HIGHEST = 10;

    @Inject
    PeopleRepository people;

    @Inject
    CurrentPerson current;

    @Inject
    @Any
    Instance<RoleScopes> scopes;

    @Inject
    @Any
    Instance<OpenThings> open;

    /** The refusal is the same for people who exist and people who do not. */
    public PersonCard card(PersonId id) {
        var caller = current.get();
        var known = people.find(id);
        if (known.isEmpty() || !mayMeet(caller, id)) {
            throw Refusal.notFound("person-unknown", id);
        }
        var person = known.get();
        var profile = person.profile();
        if (!person.isActive() && !caller.isAdmin()) {
            return PersonCard.ofSomebodyGone(id, profile.name());
        }
        var locale = caller.locale();
        boolean near = PeopleAccess.mayFind(caller) || caller.id().equals(id);
        return new PersonCard(
                id,
                profile.name(),
                profile.otherName(),
                person.isActive(),
                department(profile.department(), locale),
                profile.office(),
                near ? managers(id, profile.manager()) : List.of(),
                works(id, caller),
                profile.language(),
                profile.zone(),
                open.stream().flatMap(room -> room.of(id).stream()).toList());
    }

    /** Whether {@link #card} would show this person; for pages that name people. */
    public boolean mayMeet(PersonId id) {
        return mayMeet(current.get(), id);
    }

    private boolean mayMeet(Caller caller, PersonId id) {
        return PeopleAccess.mayFind(caller)
                || PeopleAccess.mayMeet(
                        caller,
                        id,
                        people.grantsOf(id).stream().map(RoleGrant::grant).toList(),
                        managers(caller.id(), manager(caller.id())).stream()
                                .map(PersonCard.Colleague::id)
                                .toList());
    }

    private List<PersonCard.Colleague> managers(PersonId below, @Nullable PersonId nearest) {
        var managers = new ArrayList<PersonCard.Colleague>();
        var next = nearest;
        while (next != null && managers.size() < HIGHEST && !next.equals(below)) {
            var manager = people.find(next);
            if (manager.isEmpty()) {
                break;
            }
            managers.add(new PersonCard.Colleague(next, manager.get().name()));
            next = manager.get().profile().manager();
        }
        return managers;
    }

    private @Nullable PersonId manager(PersonId person) {
        return people.find(person).map(it -> it.profile().manager()).orElse(null);
    }

    private @Nullable String department(@Nullable String slug, Locale locale) {
        return slug == null
                ? null
                : people.department(slug).map(it -> it.name(locale)).orElse(slug);
    }

    /** Who administers the portal is nobody else's business, nor which spaces there are. */
    private List<String> works(PersonId id, Caller caller) {
        var locale = caller.locale();
        return people.grantsOf(id).stream()
                .map(RoleGrant::grant)
                .filter(it -> it.role() != Role.ADMIN || caller.isAdmin())
                .sorted(Comparator.comparing(Caller.Grant::role).thenComparing(Caller.Grant::scope))
                .map(it -> Texts.in(locale, "people.role." + it.role().name().toLowerCase(Locale.ROOT))
                        + scope(it, locale).map(name -> " · " + name).orElse(""))
                .distinct()
                .toList();
    }

    private Optional<String> scope(Caller.Grant grant, Locale locale) {
        return grant.role() == Role.CURATOR || grant.scope().isEmpty()
                ? Optional.empty()
                : scopes.stream()
                        .filter(room -> room.governs(grant.role()))
                        .flatMap(room -> room.scopes().stream())
                        .filter(it -> it.slug().equals(grant.scope()))
                        .map(it -> it.name(locale))
                        .findFirst();
    }
}
