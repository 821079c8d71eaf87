package org.askwell.desk;

import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.Role;

/** Who may do what with desks. Everyone may read a desk's names, hours and welcome. */
public final class DeskAccess {

    private DeskAccess() {}

    public static boolean mayOpenDesks(Caller caller) {
        return caller.isAdmin();
    }

    public static boolean mayChange(Caller caller, String desk) {
        return caller.owns(desk);
    }

    /** The administration of desks is worth showing. */
    public static boolean mayChangeAny(Caller caller) {
        return caller.isAdmin() || caller.hasAnywhere(Role.DESK_OWNER);
    }

    /** Sees what waits there. Unrouted tickets concern administrators and everyone who owns a desk. */
    public static boolean maySee(Caller caller, QueueRow queue) {
        return queue.desk() == null ? mayChangeAny(caller) : caller.worksAt(queue.desk());
    }

    static void requireMayOpenDesks(Caller caller) {
        caller.requireAdmin();
    }

    public static void requireMayChange(Caller caller, String desk) {
        if (!mayChange(caller, desk)) {
            throw Refusal.forbidden("desk-owners-only");
        }
    }
}
