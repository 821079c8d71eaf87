package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.askwell.ticket.TicketSheet;

/** A door of the requester's page of a ticket: rooms that have something to say to the requester implement it. */
public interface RequestPanel {

    /** What to say below how the ticket stands, or empty when there is nothing; called again whenever it has changed. */
    Optional<Component> build(TicketSheet ticket);
}
