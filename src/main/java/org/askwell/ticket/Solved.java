package org.askwell.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long it took to resolve a ticket of the past, and what it was like. */
public record Solved(
        TicketNumber number, @Nullable String category, Priority priority, Instant openedAt, Instant resolvedAt) {}
