package org.askwell.ticket;

import java.util.Optional;

/** A door: whoever implements it chooses the desk of a ticket for which nobody named one. */
public interface Reception {

    /** The slug of a desk that exists, or empty; must not throw. */
    Optional<String> deskFor(Arrival arrival);

    /** What is known before the ticket has a number. */
    record Arrival(Requester requester, NewTicket words, int hour) {}
}
