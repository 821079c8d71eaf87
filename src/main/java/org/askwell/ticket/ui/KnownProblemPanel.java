package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.askwell.common.ui.LiveScreens;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketSheet;

/** Beside a ticket: whether many have it, who they are, and one reply for all of them. */
@Dependent
class KnownProblemPanel implements TicketPanel {

    @Inject
    KnownProblemService problems;

    @Inject
    CurrentPerson current;

    @Inject
    LiveScreens screens;

    @Inject
    Clock clock;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        boolean markable = ticket.status().isActive() && ticket.desk() != null && !ticket.confidential();
        if (!markable && problems.marked(ticket.number()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KnownProblemDesk(
                problems, ticket.number(), markable, current.get().zone(), screens, clock));
    }
}
