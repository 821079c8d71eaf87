package org.askwell.ticket.link;

import java.io.Serializable;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Another ticket that belongs to the one looked at.
 *
 * @param desk null when it is at none yet
 * @param subject null when the acting person may not read it
 * @param waits whether the main ticket is on hold for its sub-request's sake
 */
public record LinkRow(
        TicketNumber other,
        Relation relation,
        TicketStatus status,
        @Nullable String desk,
        @Nullable String subject,
        Waits waits)
        implements Serializable {}
