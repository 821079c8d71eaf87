package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketSheet;

/** Beside a ticket: what it is about, and what stands in its desk's own fields. */
@Dependent
class FieldsPanel implements TicketPanel {

    @Inject
    DeskSchemas schemas;

    @Inject
    TicketFields fields;

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        var schema = schemas.of(ticket.desk());
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        var card = new Section(new H2(word("ticket.fields")));
        card.addClassNames("side-card", "fields-panel");
        if (ticket.category() == null && ticket.fields().isEmpty()) {
            var empty = new Paragraph(word("ticket.fields.empty"));
            empty.addClassName("quiet-text");
            card.add(empty);
        } else {
            card.add(list(schema, ticket));
        }
        var dialogs = new Div();
        var change = new NativeButton(word("ticket.fields.change"), click -> ask(dialogs, schema, ticket));
        change.addClassName("quiet");
        card.add(change, dialogs);
        return Optional.of(card);
    }

    /** What is known, as a list of names and values. */
    static DescriptionList list(DeskSchema schema, TicketSheet ticket) {
        var list = new DescriptionList();
        list.addClassName("field-facts");
        var category = ticket.category();
        if (category != null) {
            list.add(
                    new DescriptionList.Term(word("ticket.category")),
                    new DescriptionList.Description(schema.label(category, Words.locale())));
        }
        ticket.fields()
                .forEach((key, value) -> schema.field(key)
                        .ifPresent(field -> list.add(
                                new DescriptionList.Term(field.name(Words.locale())),
                                new DescriptionList.Description(field.shown(value, Words.locale())))));
        return list;
    }

    private void ask(Div dialogs, DeskSchema schema, TicketSheet ticket) {
        var form = new AskedFields();
        form.askAll(schema, ticket.category(), ticket.fields());
        var question = new Question(
                word("ticket.fields"),
                word("ticket.save"),
                () -> fields.change(ticket.number(), form.category(), form.values()),
                form);
        dialogs.removeAll();
        dialogs.add(question);
        question.open();
    }
}
