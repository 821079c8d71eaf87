package org.askwell.target.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.LiveScreens;
import org.askwell.people.CurrentPerson;
import org.askwell.target.TargetService;
import org.askwell.target.TicketClock;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.ui.TicketPanel;

/** On the ticket's page: what was promised, and what is left of it. */
@Dependent
class ClockPanel implements TicketPanel {

    @Inject
    TargetService targets;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    LiveScreens screens;

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        var number = ticket.number();
        var lines = new UnorderedList();
        lines.addClassName("plain-list");
        var card = new Div(
                new H2(word("target.panel")),
                lines,
                new Anchor(Places.ticketClock(number.value()), word("target.panel.why")));
        card.addClassNames("side-card", "clock-panel");
        if (!fill(lines, card, number)) {
            return Optional.empty();
        }
        screens.follow(card, TicketTopics.ticket(number), () -> fill(lines, card, number));
        return Optional.of(card);
    }

    /** The link stays as it is: it may have the focus. */
    private boolean fill(UnorderedList lines, Div card, TicketNumber number) {
        List<TicketClock> clocks;
        try {
            clocks = targets.clocks(number);
        } catch (Refusal notForThisPerson) {
            clocks = List.of();
        }
        lines.removeAll();
        clocks.forEach(it -> lines.add(line(it)));
        card.setVisible(!clocks.isEmpty());
        return !clocks.isEmpty();
    }

    private ListItem line(TicketClock it) {
        var now = clock.instant();
        var name = new Span(ClockWords.kind(it.kind()));
        name.addClassName("author");
        var head = new Div(name, ClockWords.badge(it, now));
        head.addClassName("row");
        var how = new Paragraph(ClockWords.sentence(it, now, current.get().zone()));
        how.addClassName("quiet-text");
        return new ListItem(head, how);
    }
}
