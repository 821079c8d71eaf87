package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.askwell.common.ui.LiveScreens;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.ticket.TicketAccess;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.checklist.Checklists;

/** Beside a ticket for those who work on it, and below how it stands for its requester: what has to be done. */
@Dependent
class ChecklistPanel implements TicketPanel, RequestPanel {

    @Inject
    Checklists checklists;

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    LiveScreens screens;

    @Inject
    Clock clock;

    @Override
    public int place() {
        return 12;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        boolean own = !TicketAccess.mayWork(current.get(), ticket.scope());
        var desk = new ChecklistDesk(
                checklists, desks, people, ticket, !own && ticket.status().isActive(), today(current, clock));
        if (!desk.paint() && (own || !ticket.status().isActive())) {
            return Optional.empty();
        }
        if (!own) {
            screens.follow(desk, TicketTopics.ticket(ticket.number()), desk::paint);
        }
        return Optional.of(desk);
    }

    private static LocalDate today(CurrentPerson current, Clock clock) {
        return clock.instant().atZone(current.get().zone()).toLocalDate();
    }
}
