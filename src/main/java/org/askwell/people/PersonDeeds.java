package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import org.askwell.common.Deed;
import org.askwell.common.Deed.Kind;
import org.askwell.common.Deed.What;
import org.jspecify.annotations.Nullable;

/** Tells the audit what is done to people and their rights; to be asked inside the transaction that does it. */
@ApplicationScoped
class PersonDeeds {

    @Inject
    Event<Deed> deeds;

    void tell(What what, PersonId person) {
        deeds.fire(Deed.of(Kind.PERSON, what, person.value()));
    }

    /** One line for each thing said of the person that is another now. */
    void changed(PersonId person, Profile before, Profile after) {
        PeoplePlan.changes(before, after)
                .forEach(it -> deeds.fire(
                        new Deed(Kind.PERSON, What.CHANGED, person.value(), it.field(), it.before(), it.after())));
    }

    void granted(PersonId person, Role role, String scope) {
        deeds.fire(new Deed(Kind.RIGHT, What.GRANTED, person.value(), role.name(), null, orNull(scope)));
    }

    void revoked(PersonId person, Role role, String scope) {
        deeds.fire(new Deed(Kind.RIGHT, What.REVOKED, person.value(), role.name(), orNull(scope), null));
    }

    void joined(PersonId person, String group) {
        deeds.fire(new Deed(Kind.RIGHT, What.JOINED, person.value(), "", null, group));
    }

    void left(PersonId person, String group) {
        deeds.fire(new Deed(Kind.RIGHT, What.LEFT, person.value(), "", group, null));
    }

    void added(Unit unit) {
        deeds.fire(Deed.of(kind(unit), What.ADDED, unit.slug()));
    }

    /** Gives it other names. */
    PeopleEvent rename(Unit unit, String nameZh, String nameEn) {
        var before = names(unit);
        var event = unit.rename(nameZh, nameEn);
        Deed.changes(kind(unit), unit.slug(), before, names(unit)).forEach(deeds::fire);
        return event;
    }

    /** A table was carried out. */
    void imported(PeopleImportId table, String fileName) {
        deeds.fire(new Deed(Kind.PERSON, What.IMPORTED, table.value(), "", null, fileName));
    }

    private static Map<String, String> names(Unit unit) {
        return Map.of("nameZh", unit.nameZh(), "nameEn", unit.nameEn());
    }

    private static Kind kind(Unit unit) {
        return unit instanceof Group ? Kind.GROUP : Kind.DEPARTMENT;
    }

    private static @Nullable String orNull(String scope) {
        return scope.isEmpty() ? null : scope;
    }
}
