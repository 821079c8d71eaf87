package org.askwell.ticket;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.askwell.common.ApplicationService;

/** The end of resolved tickets about which nobody says anything: a reminder, then closing. Nobody is acting. */
@ApplicationService
public class TicketEnding {

    @Inject
    TicketRepository tickets;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    public List<TicketNumber> toRemind(int limit) {
        return tickets.toRemind(clock.instant(), limit);
    }

    public List<TicketNumber> toClose(int limit) {
        return tickets.toClose(clock.instant(), limit);
    }

    public void remind(TicketNumber number) {
        tickets.requireForChange(number).remind(clock.instant()).ifPresent(events::fire);
    }

    public void close(TicketNumber number) {
        tickets.requireForChange(number).closeByItself(clock.instant()).ifPresent(events::fire);
    }
}
