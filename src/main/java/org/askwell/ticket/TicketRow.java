package org.askwell.ticket;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of tickets.
 *
 * @param key only for cursors; says nothing to anyone else
 * @param fields how many of its desk's own fields are filled in
 * @param dueAt when the nearest of what was promised is due; null when nothing runs
 */
public record TicketRow(
        long key,
        TicketNumber number,
        String subject,
        PersonId requester,
        @Nullable String desk,
        String queue,
        TicketStatus status,
        Priority priority,
        @Nullable PersonId assignee,
        @Nullable String category,
        int fields,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant dueAt)
        implements Serializable {}
