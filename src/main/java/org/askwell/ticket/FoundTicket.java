package org.askwell.ticket;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A ticket that fits what somebody looks for. */
public record FoundTicket(
        TicketNumber number,
        String subject,
        TicketStatus status,
        @Nullable String desk) implements Serializable {}
