package org.askwell.routing;

import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.jspecify.annotations.Nullable;

/** Who may read and change rules: the company's are for administrators, a desk's for its owners, too. */
public final class RoutingAccess {

    private RoutingAccess() {}

    /** @param desk null: the company */
    public static boolean mayChange(Caller caller, @Nullable String desk) {
        return desk == null ? caller.isAdmin() : caller.owns(desk);
    }

    static void requireMayChange(Caller caller, @Nullable String desk) {
        if (!mayChange(caller, desk)) {
            throw Refusal.forbidden(desk == null ? "administrators-only" : "desk-owners-only");
        }
    }
}
