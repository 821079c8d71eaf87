package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.ui.LiveScreens;
import org.askwell.desk.DeskService;
import org.askwell.ticket.TicketMerging;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.link.TicketLinks;

/** Beside a ticket: what belongs to it, and how it is linked, merged, parted, and others asked for its sake. */
@Dependent
class LinksPanel implements TicketPanel {

    @Inject
    TicketLinks links;

    @Inject
    TicketMerging merging;

    @Inject
    TicketService tickets;

    @Inject
    DeskService desks;

    @Inject
    LiveScreens screens;

    @Override
    public int place() {
        return 15;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        var desk = new LinkDesk(links, merging, tickets, desks, ticket);
        desk.paint();
        screens.follow(desk, TicketTopics.ticket(ticket.number()), desk::paint);
        return Optional.of(desk);
    }
}
