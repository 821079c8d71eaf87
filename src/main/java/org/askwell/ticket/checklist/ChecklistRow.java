package org.askwell.ticket.checklist;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to be done for a ticket.
 *
 * @param position names it within its ticket, from 1
 * @param owner who does it; null: whoever has the ticket
 */
public record ChecklistRow(
        int position,
        String text,
        @Nullable PersonId owner,
        @Nullable LocalDate due,
        @Nullable PersonId doneBy,
        @Nullable Instant doneAt)
        implements Serializable {

    public boolean isDone() {
        return doneAt != null;
    }
}
