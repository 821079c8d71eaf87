package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.ui.HomePanel;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketService;

/** On the home page: what of mine is still with a person, and what many have and I have joined. */
@Dependent
class OpenRequestsPanel implements HomePanel {

    private static final int SHOWN = 5;

    @Inject
    TicketService tickets;

    @Inject
    KnownProblemService problems;

    @Inject
    CurrentPerson current;

    @Inject
    RequestLines lines;

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<Component> build() {
        var open = tickets.page(TicketFilter.ALL.requestedBy(current.id()).with(TicketFilter.ACTIVE), 0, SHOWN);
        var joined = problems.mine(true, 0, SHOWN);
        if (open.isEmpty() && joined.isEmpty()) {
            return Optional.empty();
        }
        var section = new Section(new H2(word("ask.home.open")));
        if (!open.isEmpty()) {
            section.add(lines.list(open));
        }
        if (!joined.isEmpty()) {
            section.add(lines.joined(joined));
        }
        section.add(new Anchor(Places.MY, word("ask.home.open.all")));
        return Optional.of(section);
    }
}
