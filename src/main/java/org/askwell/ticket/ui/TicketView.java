package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketAccess;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;

/** A ticket: the workplace for those who answer, the plain page for its requester. Route: {@code tickets/IT-1042}. */
@Route("tickets/:number")
@CdiComponent
@JsModule("context://js/workbench.js")
public class TicketView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final TicketService tickets;
    private final CurrentPerson current;
    private final Workspace workspace;
    private final RequestThread plain;
    private String title = "";

    @Inject
    TicketView(TicketService tickets, CurrentPerson current, Workspace workspace, RequestThread plain) {
        this.tickets = tickets;
        this.current = current;
        this.workspace = workspace;
        this.plain = plain;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var ticket = event.getRouteParameters()
                .get("number")
                .flatMap(TicketNumber::parse)
                .flatMap(this::find);
        if (ticket.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(ticket.get());
    }

    private java.util.Optional<TicketSheet> find(TicketNumber number) {
        try {
            return java.util.Optional.of(tickets.ticket(number));
        } catch (Refusal notForThisPerson) {
            return java.util.Optional.empty();
        }
    }

    private void show(TicketSheet ticket) {
        title = ticket.number() + " " + ticket.subject();
        removeAll();
        if (TicketAccess.mayWork(current.get(), ticket.scope())) {
            setClassName("wide");
            var back = new Anchor(Places.queue(ticket.queue()), word("ticket.back"));
            back.addClassName("back");
            add(back, workspace, new KeySheet());
            workspace.show(ticket.number());
        } else {
            setClassName("column");
            var back = new Anchor(Places.MY, word("ticket.back.my"));
            back.addClassName("back");
            add(back, new H1(ticket.subject()), plain);
            if (ticket.origin() != null) {
                add(new Anchor(Places.question(ticket.origin()), word("ticket.from-question")));
            }
            plain.show(ticket.number());
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
