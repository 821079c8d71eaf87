package org.askwell.ticket;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history.
 *
 * @param before what it was: a person, a queue, tags, a priority, a category, what stood in a field
 * @param after what it became
 * @param note what was said with it
 */
public record HistoryRow(
        Kind kind,
        PersonId by,
        Instant at,
        @Nullable String before,
        @Nullable String after,
        @Nullable String note) implements Serializable {

    /** How the desk shares out its work, and what it says about a transfer, stays there. */
    HistoryRow forRequester() {
        return kind == Kind.TRANSFERRED || kind == Kind.ASSIGNED
                ? new HistoryRow(kind, by, at, before, after, null)
                : this;
    }

    public enum Kind {
        OPENED,
        REPLIED,
        NOTED,
        ASSIGNED,
        QUEUE_CHANGED,
        TRANSFERRED,
        HELD,
        ASKED,
        RESUMED,
        RESOLVED,
        CONFIRMED,
        REMINDED,
        CLOSED,
        NUDGED,
        /** Before stand those who were told, after what was done, and the note tells the working minutes it waited. */
        ESCALATED,
        PLEASED,
        DISPLEASED,
        REOPENED,
        WITHDRAWN,
        MERGED,
        ABSORBED,
        LINKED,
        UNLINKED,
        /** The note says what has to be done. */
        CHECKLIST_ADDED,
        CHECKLIST_DONE,
        CHECKLIST_UNDONE,
        CHECKLIST_REMOVED,
        TAGGED,
        PRIORITISED,
        CATEGORISED,
        /** The note names the field: {@code it/orderNumber}. */
        FIELD_SET;

        /** The requester sees what happened to the request, not how the desk sorts its work. */
        public boolean isForRequester() {
            return switch (this) {
                case NOTED, TAGGED, PRIORITISED, QUEUE_CHANGED, CATEGORISED, FIELD_SET, LINKED, UNLINKED, ESCALATED ->
                    false;
                default -> true;
            };
        }
    }
}
