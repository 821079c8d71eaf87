package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.askwell.common.FileStore;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.ui.DeskPanel;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.ui.PersonPicker;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketService;

/** On a desk's page: asking the people there. */
@Dependent
class AskPersonPanel implements DeskPanel {

    @Inject
    TicketService tickets;

    @Inject
    FileStore store;

    @Inject
    DeskSchemas schemas;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<Component> build(DeskProfile desk) {
        var draft = current.id() + ".desk." + desk.slug();
        var subject = new TextField(word("ticket.ask.subject"));
        subject.setWidthFull();
        subject.setMaxLength(NewTicket.LONGEST_SUBJECT);
        subject.getElement().setAttribute("data-draft", draft + ".subject");
        var text = new TextArea(word("ticket.ask.text"));
        text.setWidthFull();
        text.setMinRows(5);
        text.setMaxLength(NewTicket.LONGEST_TEXT);
        text.getElement().setAttribute("data-draft", draft + ".text").setAttribute("data-send", ".ask-send");
        var asked = new AskedFields();
        asked.askToFile(schemas.of(desk.slug()));
        var whom = new PersonPicker(word("ticket.ask.for"), people);
        whom.setWidthFull();
        whom.setVisible(current.get().worksAt(desk.slug()));
        var files = new Files(store);
        var refusal = new Feedback();
        var send = new NativeButton(word("ticket.ask.send", desk.name(Words.locale())));
        send.addClassNames("primary", "ask-send");
        send.addClickListener(click -> {
            // What a double click sends after this comes from a disabled button and is not heard.
            send.setEnabled(false);
            try {
                var values = asked.values();
                var ticket = tickets.open(new NewTicket(
                        subject.getValue(),
                        text.getValue(),
                        desk.slug(),
                        whom.chosen().orElse(null),
                        null,
                        List.of(),
                        null,
                        null,
                        false,
                        files.kept(),
                        asked.category(),
                        values));
                subject.clear();
                text.clear();
                UI.getCurrent().navigate(Places.ticket(ticket.number().value()));
            } catch (Refusal no) {
                refusal.refuse(no);
                send.setEnabled(true);
            }
        });
        var form = new Div(whom, subject, text, asked, files, refusal, new Div(send));
        form.addClassNames("form", "composer");
        return Optional.of(new Section(new H2(word("ticket.ask.title")), form));
    }
}
