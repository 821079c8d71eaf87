package org.askwell.people;

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

    /** Asked before the person is looked for, so that a refusal does not tell who exists. */
    static void requireMaySee(Caller caller, PersonId person) {
        if (!caller.id().equals(person)) {
            caller.requireAdmin();
        }
    }
}
