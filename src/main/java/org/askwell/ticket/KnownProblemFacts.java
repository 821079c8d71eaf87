package org.askwell.ticket;

import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A known problem with what its ticket says of it, as the database has it; never leaves the room. */
public record KnownProblemFacts(
        long key,
        TicketNumber ticket,
        String titleZh,
        String titleEn,
        String textZh,
        String textEn,
        @Nullable String desk,
        TicketStatus status,
        PersonId requester,
        Instant until,
        Instant at,
        @Nullable Instant endedAt) {

    /** Whether newcomers see it. */
    boolean isShown(Instant now) {
        return endedAt == null && until.isAfter(now) && status.isActive();
    }

    TicketScope scope() {
        return new TicketScope(requester, desk, status);
    }
}
