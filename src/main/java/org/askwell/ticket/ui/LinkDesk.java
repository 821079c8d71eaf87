package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.ticket.MessageRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketMerging;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.Visibility;
import org.askwell.ticket.link.LinkRow;
import org.askwell.ticket.link.Relation;
import org.askwell.ticket.link.TicketLinks;
import org.askwell.ticket.link.Waits;
import org.jspecify.annotations.Nullable;

/** What belongs to one ticket, and the dialogs by which more does. */
final class LinkDesk extends Div {

    private static final int SHOWN_WORDS = 60;

    private final TicketLinks links;
    private final TicketMerging merging;
    private final TicketService tickets;
    private final DeskService desks;
    private final TicketSheet ticket;
    private final UnorderedList list = new UnorderedList();
    private final Feedback refusal = new Feedback();

    LinkDesk(TicketLinks links, TicketMerging merging, TicketService tickets, DeskService desks, TicketSheet ticket) {
        this.links = links;
        this.merging = merging;
        this.tickets = tickets;
        this.desks = desks;
        this.ticket = ticket;
        addClassNames("side-card", "link-desk");
        list.addClassName("plain-list");
        var verbs = new Div(Keys.button("link.link", "l", this::askLink));
        if (ticket.status().isActive()) {
            verbs.add(
                    Keys.button("link.merge", "u", this::askMerge),
                    Keys.button("link.ask", "o", this::askDesk),
                    Keys.button("link.split", "s", this::askSplit));
        }
        verbs.addClassName("row");
        add(new H2(word("link.title")), list, verbs, refusal);
    }

    void paint() {
        list.removeAll();
        links.of(ticket.number()).forEach(it -> list.add(line(it)));
        list.setVisible(list.getChildren().findAny().isPresent());
    }

    private ListItem line(LinkRow it) {
        var number = it.other().value();
        var name = it.subject() == null
                ? new Span(number + " · " + deskName(it.desk()))
                : new Anchor(Places.ticket(number), number + " " + it.subject());
        var how = new Span(word("link.relation." + it.relation().name().toLowerCase(Locale.ROOT)));
        how.addClassName("quiet-text");
        var head = new Div(TicketWords.badge(it.status()), how);
        head.addClassName("row");
        if (it.waits() != Waits.NO) {
            head.add(new Span(word("link.waits." + it.waits().name().toLowerCase(Locale.ROOT))));
        }
        var off = new NativeButton(
                "×",
                click -> refusal.around(() -> {
                    links.unlink(ticket.number(), it.other());
                    paint();
                }));
        off.addClassNames("quiet", "link-off");
        off.getElement().setAttribute("aria-label", word("link.unlink", number));
        head.add(off);
        return new ListItem(head, name);
    }

    private String deskName(@Nullable String slug) {
        return slug == null
                ? ""
                : desks.find(slug).map(it -> it.name(Words.locale())).orElse(slug);
    }

    private void askLink() {
        var which = choice("link.which", TicketFilter.ALL);
        var relation = new Select<Relation>();
        relation.setLabel(word("link.how"));
        relation.setItems(Relation.values());
        relation.setItemLabelGenerator(it -> word("link.how." + it.name().toLowerCase(Locale.ROOT)));
        relation.setValue(Relation.RELATED);
        relation.setWidthFull();
        ask(
                "link.link",
                () -> links.link(ticket.number(), chosen(which).number(), relation.getValue()),
                which,
                relation);
    }

    private void askMerge() {
        var which = choice(
                "link.merge.into",
                TicketFilter.ALL.requestedBy(ticket.requester()).with(TicketFilter.ACTIVE));
        var what = new Paragraph(word("link.merge.what"));
        what.addClassName("quiet-text");
        ask("link.merge", () -> merging.merge(ticket.number(), chosen(which).number()), which, what);
    }

    private void askDesk() {
        var desk = new Select<DeskProfile>();
        desk.setLabel(word("link.ask.desk"));
        desk.setItems(desks.desks());
        desk.setItemLabelGenerator(it -> it.name(Words.locale()));
        desk.setWidthFull();
        var subject = subject(ticket.subject());
        var text = new TextArea(word("link.ask.text"));
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxLength(NewTicket.LONGEST_TEXT);
        var waits = new Select<Waits>();
        waits.setLabel(word("link.ask.waits"));
        waits.setItems(Waits.values());
        waits.setItemLabelGenerator(it -> word("link.ask.waits." + it.name().toLowerCase(Locale.ROOT)));
        waits.setValue(Waits.FOR_ALL);
        waits.setWidthFull();
        ask(
                "link.ask",
                () -> {
                    if (desk.getValue() == null) {
                        throw Refusal.invalid("ticket-choose");
                    }
                    links.ask(
                            ticket.number(),
                            desk.getValue().slug(),
                            subject.getValue(),
                            text.getValue(),
                            waits.getValue());
                },
                desk,
                subject,
                text,
                waits);
    }

    private void askSplit() {
        var said = tickets.ticket(ticket.number()).conversation().stream()
                .filter(it -> it.visibility() == Visibility.PUBLIC)
                .toList();
        var message = new Select<MessageRow>();
        message.setLabel(word("link.split.message"));
        message.setItems(said);
        message.setItemLabelGenerator(LinkDesk::beginning);
        message.setValue(said.getLast());
        message.setWidthFull();
        var subject = subject("");
        ask(
                "link.split",
                () -> links.split(ticket.number(), message.getValue().position(), subject.getValue()),
                message,
                subject);
    }

    private static String beginning(MessageRow it) {
        var line = it.text().replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN_WORDS ? line : line.substring(0, SHOWN_WORDS) + "…";
    }

    private static TextField subject(String value) {
        var subject = new TextField(word("link.subject"));
        subject.setMaxLength(NewTicket.LONGEST_SUBJECT);
        subject.setValue(value);
        subject.setWidthFull();
        return subject;
    }

    /** Any ticket that the acting person may see, by its number or words of its subject. */
    private ComboBox<TicketRow> choice(String label, TicketFilter among) {
        var which = new ComboBox<TicketRow>(word(label));
        which.setItems(query -> found(
                among.about(query.getFilter().filter(it -> !it.isBlank()).orElse(null)),
                query.getOffset(),
                query.getLimit())
                .stream());
        which.setItemLabelGenerator(it -> it.number() + " " + it.subject());
        which.setAutofocus(true);
        which.setWidthFull();
        return which;
    }

    private List<TicketRow> found(TicketFilter filter, int offset, int limit) {
        return tickets.page(filter, offset, limit).stream()
                .filter(it -> !it.number().equals(ticket.number()))
                .toList();
    }

    private static TicketRow chosen(ComboBox<TicketRow> which) {
        if (which.getValue() == null) {
            throw Refusal.invalid("ticket-choose");
        }
        return Objects.requireNonNull(which.getValue());
    }

    private void ask(String title, Runnable action, Component... fields) {
        new Question(
                        word(title),
                        word(title),
                        () -> {
                            action.run();
                            paint();
                        },
                        fields)
                .open();
    }
}
