package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.people.CurrentPerson;
import org.askwell.people.OpenThings;
import org.askwell.people.PersonId;

/** The open tickets of somebody: all to the person, to others those that they work on. */
@ApplicationScoped
class OpenTickets implements OpenThings {

    private static final int SHOWN = 20;

    @Inject
    TicketService tickets;

    @Inject
    CurrentPerson current;

    @Override
    public List<Thing> of(PersonId person) {
        var caller = current.get();
        return tickets.page(TicketFilter.ALL.requestedBy(person).with(TicketFilter.ACTIVE), 0, SHOWN).stream()
                .filter(it -> TicketAccess.mayRead(caller, new TicketScope(it.requester(), it.desk(), it.status())))
                .map(it -> new Thing(
                        it.number().value(),
                        it.subject(),
                        Places.ticket(it.number().value())))
                .toList();
    }
}
