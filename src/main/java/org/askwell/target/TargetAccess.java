package org.askwell.target;

import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.Role;

/**
 * Who may read and change what is promised: a desk's owners its plan, administrators the days of every region. Clocks of a
 * ticket are for those who work on it.
 */
public final class TargetAccess {

    private TargetAccess() {}

    public static boolean mayChange(Caller caller, String desk) {
        return caller.owns(desk);
    }

    public static boolean mayReadDays(Caller caller) {
        return caller.isAdmin() || caller.hasAnywhere(Role.DESK_OWNER);
    }

    public static boolean mayImportDays(Caller caller) {
        return caller.isAdmin();
    }

    static void requireMayChange(Caller caller, String desk) {
        if (!mayChange(caller, desk)) {
            throw Refusal.forbidden("desk-owners-only");
        }
    }

    static void requireMayReadDays(Caller caller) {
        if (!mayReadDays(caller)) {
            throw Refusal.forbidden("desk-owners-only");
        }
    }

    static void requireMayImportDays(Caller caller) {
        if (!mayImportDays(caller)) {
            throw Refusal.forbidden("administrators-only");
        }
    }
}
