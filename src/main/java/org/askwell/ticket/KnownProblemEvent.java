package org.askwell.ticket;

import org.askwell.people.PersonId;

/** Something happened to a known problem. Fired inside the transaction that did it. */
public sealed interface KnownProblemEvent {

    TicketNumber ticket();

    record Marked(TicketNumber ticket) implements KnownProblemEvent {}

    record Unmarked(TicketNumber ticket) implements KnownProblemEvent {}

    record Joined(TicketNumber ticket, PersonId person) implements KnownProblemEvent {}

    record Left(TicketNumber ticket, PersonId person) implements KnownProblemEvent {}

    /** @param reply its position */
    record Told(TicketNumber ticket, int reply, PersonId by) implements KnownProblemEvent {}
}
