package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.askwell.common.Texts;
import org.askwell.people.PersonId;

/**
 * What a sub-request tells the ticket it was asked for, within the transaction that settled it. Asks nobody's rights,
 * because whoever settles the one need not work on the other.
 */
@ApplicationScoped
public class MainTicket {

    @Inject
    TicketRepository tickets;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    /**
     * Leaves a note for those who work on it; nothing when nobody waits for it any more.
     *
     * @param key of a text in the requester's language, which gets the number of the sub-request and what came of it
     * @param goesOn whether it is taken up again, if it still is on hold; asked when nobody else can change the ticket any
     *     more, so that of two sub-requests that are settled at once the later one knows of the other
     */
    public void hear(TicketNumber main, String key, TicketNumber from, String outcome, BooleanSupplier goesOn) {
        var ticket = tickets.requireForChange(main);
        if (ticket.status().isSettled()) {
            return;
        }
        var now = clock.instant();
        var noted = ticket.note(PersonId.PORTAL, now);
        var text = Texts.in(Locale.forLanguageTag(ticket.language()), key, from.value(), outcome);
        tickets.add(new Message(main, noted.message(), PersonId.PORTAL, Visibility.INTERNAL, NewTicket.cut(text), now));
        events.fire(noted);
        if (goesOn.getAsBoolean() && ticket.isOnHold()) {
            events.fire(ticket.resume(PersonId.PORTAL, now));
        }
    }
}
