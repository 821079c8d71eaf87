package org.askwell.ticket;

/** A door of the ticket: rooms that know when it is not solved yet implement it. Asked within the transaction that resolves it. */
public interface BeforeResolution {

    /** Throws a Refusal that says what is left to do. */
    void require(TicketNumber number);
}
