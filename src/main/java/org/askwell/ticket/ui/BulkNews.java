package org.askwell.ticket.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.bulk.BulkEvent;

/** Tells the page of whoever asked for a bulk action how it is getting on. */
@ApplicationScoped
class BulkNews {

    @Inject
    LiveScreens screens;

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) BulkEvent event) {
        screens.changed(TicketTopics.bulk(event.bulk().value()));
    }
}
