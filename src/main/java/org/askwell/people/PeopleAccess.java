package org.askwell.people;

import java.util.Collection;
import org.askwell.common.Refusal;

/**
 * Who may look at whom. Administrators see everything; whoever works at a desk or in a space finds colleagues to pick
 * them, and sees no more of them than that takes; everybody sees their own sheet.
 */
public final class PeopleAccess {

    private PeopleAccess() {}

    public static boolean mayFind(Caller caller) {
        return caller.isAdmin()
                || caller.hasAnywhere(Role.AGENT)
                || caller.hasAnywhere(Role.DESK_OWNER)
                || caller.hasAnywhere(Role.CURATOR);
    }

    static void requireMayFind(Caller caller) {
        if (!mayFind(caller)) {
            throw Refusal.forbidden("people-not-for-all");
        }
    }

    /**
     * Whether somebody who may not look for colleagues may still be introduced to this one: to themselves, to whom they
     * report, near or far, and to whoever answers at a desk or writes in a space.
     */
    static boolean mayMeet(
            Caller caller, PersonId person, Collection<Caller.Grant> itsGrants, Collection<PersonId> managers) {
        return caller.id().equals(person)
                || managers.contains(person)
                || itsGrants.stream().anyMatch(it -> it.role() != Role.ADMIN);
    }

    /** Asked before the person is looked for, so that a refusal does not tell who exists. */
    static void requireMaySee(Caller caller, PersonId person) {
        if (!caller.id().equals(person)) {
            caller.requireAdmin();
        }
    }
}
