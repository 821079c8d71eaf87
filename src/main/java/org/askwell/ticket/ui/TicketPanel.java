package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.askwell.ticket.TicketSheet;

/** A door of the ticket page: rooms that have something for those who work on a ticket implement it. */
public interface TicketPanel {

    /** Smaller comes first. */
    int place();

    /** What to show beside the ticket, or empty when there is nothing; called again whenever the ticket has changed. */
    Optional<Component> build(TicketSheet ticket);
}
