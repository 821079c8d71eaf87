package org.askwell.routing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something about a rule that is worth a look before it is published; never a reason not to.
 *
 * @param about the rule above that leaves nothing to this one, or what is gone, or why it cannot be asked
 */
public record RuleWarning(Kind kind, String rule, @Nullable String about) implements Serializable {

    public enum Kind {
        /** A rule above fits whenever this one would, and ends the search. */
        UNREACHABLE,
        /** It fits every ticket, and rules follow that are never asked. */
        TAKES_ALL,
        /** It cannot be asked as it stands: tickets wait in the default queue then. */
        BROKEN,
        DESK_GONE,
        QUEUE_GONE,
        CATEGORY_GONE,
        FIELD_GONE,
        /** Nothing is assigned to somebody who no longer works at the desk. */
        ASSIGNEE_GONE,
        /** Nobody answers for it any more. */
        OWNER_GONE
    }
}
