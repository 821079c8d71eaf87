package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.askwell.people.Belongings;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The tickets that somebody who leaves has not finished go back to their queues, where their colleagues see them. */
@ApplicationScoped
class TicketsLeftBehind implements Belongings {

    @Inject
    DeskWorkRepository tickets;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    @Override
    public List<Share> of(PersonId person, @Nullable PersonId successor) {
        int count = tickets.countUnfinished(person);
        return count == 0 ? List.of() : List.of(new Share("tickets", count, "ticket.left", List.of()));
    }

    @Override
    public void release(PersonId person, @Nullable PersonId successor) {
        var by = current.id();
        var now = clock.instant();
        tickets.unfinished(person).forEach(it -> events.fire(it.assign(null, by, now)));
    }
}
