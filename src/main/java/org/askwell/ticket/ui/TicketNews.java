package org.askwell.ticket.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketTopics;

/** Tells open pages what happened to tickets, once it has really happened. */
@ApplicationScoped
class TicketNews {

    @Inject
    LiveScreens screens;

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketEvent event) {
        screens.changed(TicketTopics.ticket(event.number()));
        screens.changed(TicketTopics.ANY);
    }
}
