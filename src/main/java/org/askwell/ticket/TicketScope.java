package org.askwell.ticket;

import java.io.Serializable;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What of a ticket decides who may do what with it. */
public record TicketScope(PersonId requester, @Nullable String desk, TicketStatus status) implements Serializable {}
