package org.askwell.ticket;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the acting person may read it.
 *
 * @param fields what stands in the desk's own fields, by their keys, in the desk's order
 * @param closesAt when a resolved one closes by itself
 * @param mergedInto where it goes on
 * @param nudges how often its requester asked to hurry
 * @param conversation oldest first; without notes for the requester
 */
public record TicketSheet(
        TicketNumber number,
        String subject,
        PersonId requester,
        PersonId openedBy,
        @Nullable String desk,
        String queue,
        TicketStatus status,
        Priority priority,
        @Nullable PersonId assignee,
        List<String> tags,
        @Nullable String category,
        Map<String, String> fields,
        @Nullable String office,
        String language,
        @Nullable String origin,
        boolean confidential,
        Instant openedAt,
        Instant updatedAt,
        @Nullable OnHold hold,
        @Nullable Solved resolution,
        @Nullable Instant closesAt,
        @Nullable TicketNumber mergedInto,
        int nudges,
        @Nullable Rating rating,
        List<MessageRow> conversation)
        implements Serializable {

    /** What the requester thought of the solution. */
    public record Rating(boolean satisfied, @Nullable String reason, Instant at) implements Serializable {}

    /** @param forRequester it is the requester who has to move first */
    public record OnHold(
            Instant since,
            PersonId by,
            String reason,
            @Nullable Instant until,
            boolean forRequester) implements Serializable {}

    public record Solved(PersonId by, Instant at, String text) implements Serializable {}

    /** For {@link TicketAccess}. */
    public TicketScope scope() {
        return new TicketScope(requester, desk, status);
    }
}
