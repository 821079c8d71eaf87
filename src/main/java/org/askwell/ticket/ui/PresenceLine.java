package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.askwell.common.ui.LiveScreens;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketTopics;
import org.jspecify.annotations.Nullable;

/** Says who else has the ticket open and who is writing; says nothing when nobody is. */
final class PresenceLine extends Paragraph {

    private final Presence presence;
    private final PeopleService people;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private @Nullable TicketNumber ticket;
    private Presence.@Nullable Seat seat;
    private @Nullable Registration live;

    PresenceLine(Presence presence, PeopleService people, CurrentPerson current, LiveScreens screens) {
        this.presence = presence;
        this.people = people;
        this.current = current;
        this.screens = screens;
        addClassNames("presence", "quiet-text");
        getElement().setAttribute("role", "status");
        addAttachListener(here -> sit());
        addDetachListener(gone -> rise());
    }

    void at(TicketNumber number) {
        if (!number.equals(ticket)) {
            rise();
            ticket = number;
            sit();
        }
    }

    /** The person of this page touched a key. */
    void writes() {
        if (seat != null) {
            seat.writes();
        }
    }

    void rests() {
        if (seat != null) {
            seat.rests();
        }
    }

    private void sit() {
        var number = ticket;
        if (number != null && seat == null && getUI().isPresent()) {
            seat = presence.take(number, current.id());
            live = screens.join(getUI().get(), TicketTopics.presence(number), this::paint);
            paint();
        }
    }

    private void rise() {
        if (seat != null) {
            seat.leave();
            seat = null;
        }
        if (live != null) {
            live.remove();
            live = null;
        }
    }

    private void paint() {
        var number = ticket;
        if (number == null) {
            return;
        }
        var others = presence.others(number, current.id());
        var names = people.named(others.stream().map(Presence.Other::person).collect(Collectors.toSet()));
        var said = new ArrayList<String>();
        for (var other : others) {
            said.add(word(
                    other.writes() ? "ticket.presence.writes" : "ticket.presence.looks",
                    TicketWords.name(other.person(), names)));
        }
        setText(String.join(" ", said));
        setVisible(!said.isEmpty());
    }
}
