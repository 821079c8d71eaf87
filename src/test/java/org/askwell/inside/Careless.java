package org.askwell.inside;

import jakarta.inject.Inject;
import org.askwell.common.ApplicationService;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;

/** A service as nobody should write it: it catches what another service threw, and goes on as if nothing had happened. */
@ApplicationService
public class Careless {

    @Inject
    TicketService tickets;

    /** Opens a ticket and answers one that does not exist; the second fails, and with it, unseen, the first. */
    public TicketNumber open(String subject) {
        var number = tickets.open(NewTicket.of(subject, "Nothing happened, did it?", SmallCompany.DESK))
                .number();
        try {
            tickets.reply(new TicketNumber("IT-999999"), "Hello?", java.util.List.of());
        } catch (RuntimeException swallowed) {
            // This is the mistake.
        }
        return number;
    }
}
