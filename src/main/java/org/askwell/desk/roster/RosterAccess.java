package org.askwell.desk.roster;

import org.askwell.common.Refusal;
import org.askwell.desk.DeskAccess;
import org.askwell.people.Caller;
import org.askwell.people.PersonId;

/** Who may read and change a roster: who works at the desk reads it, its owners keep it, everyone signs off alone for oneself. */
public final class RosterAccess {

    private RosterAccess() {}

    public static boolean mayRead(Caller caller, String desk) {
        return caller.worksAt(desk) || mayKeep(caller, desk);
    }

    public static boolean mayKeep(Caller caller, String desk) {
        return DeskAccess.mayChange(caller, desk);
    }

    /** Why somebody is away is nobody's business but the owners' and one's own. */
    static boolean mayReadWords(Caller caller, String desk, PersonId person) {
        return mayKeep(caller, desk) || caller.id().equals(person);
    }

    static void requireMayRead(Caller caller, String desk) {
        if (!mayRead(caller, desk)) {
            throw Refusal.forbidden("roster-members-only");
        }
    }

    static void requireWorksThere(Caller caller, String desk) {
        if (!caller.worksAt(desk)) {
            throw Refusal.forbidden("roster-members-only");
        }
    }
}
