package org.askwell.ticket.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.ticket.KnownProblemEvent;
import org.askwell.ticket.TicketEvent;

/** Tells open pages what happened to known problems, once it has really happened. */
@ApplicationScoped
class KnownProblemNews {

    static final String ANY = "known-problems";

    @Inject
    LiveScreens screens;

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) KnownProblemEvent event) {
        screens.changed(ANY);
    }

    /** Its state is the ticket's. */
    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketEvent event) {
        switch (event) {
            case TicketEvent.Resolved it -> screens.changed(ANY);
            case TicketEvent.Reopened it -> screens.changed(ANY);
            case TicketEvent.Closed it -> screens.changed(ANY);
            case TicketEvent.Withdrawn it -> screens.changed(ANY);
            default -> {}
        }
    }
}
