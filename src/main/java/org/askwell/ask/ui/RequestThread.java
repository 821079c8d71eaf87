package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.common.markdown.Markdown;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.MessageRow;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote to a question: the ticket as its requester sees it, under the question it came from.
 *
 * <p>Repaints by itself when somebody writes or the status changes; what is being typed stays.
 */
@CdiComponent
public class RequestThread extends Section {

    private final TicketService tickets;
    private final DeskService desks;
    private final PeopleService people;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;

    private final Paragraph status = new Paragraph();
    private final Paragraph hours = new Paragraph();
    private final Div messages = new Div();
    private final Paragraph refusal = new Paragraph();
    private final TextArea reply = new TextArea();
    private final NativeButton send = new NativeButton();
    private final Div verbs = new Div();

    private @Nullable TicketNumber number;
    private @Nullable Registration live;

    @Inject
    RequestThread(
            TicketService tickets,
            DeskService desks,
            PeopleService people,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock) {
        this.tickets = tickets;
        this.desks = desks;
        this.people = people;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        addClassName("request-thread");
        status.addClassName("status");
        status.getElement().setAttribute("role", "status");
        hours.addClassName("quiet-text");
        refusal.addClassName("notice");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        reply.setWidthFull();
        reply.setLabel(word("ask.thread.reply"));
        send.setText(word("ask.thread.send"));
        send.addClassName("primary");
        send.addClickListener(click -> act(() -> {
            tickets.reply(number(), reply.getValue(), List.of());
            reply.clear();
        }));
        verbs.addClassName("row");
        add(new H2(word("ask.thread.title")), status, hours, messages, reply, refusal, new Div(send), verbs);
        setVisible(false);
        addDetachListener(gone -> leave());
        addAttachListener(here -> join());
    }

    /** Shows the ticket with that number, or nothing. */
    void show(@Nullable String ticket) {
        leave();
        number = TicketNumber.parse(ticket).orElse(null);
        setVisible(number != null);
        if (number != null) {
            reply.getElement().setAttribute("data-draft", "reply-" + number);
            load();
            join();
        }
    }

    private void join() {
        if (number != null && live == null && getUI().isPresent()) {
            live = screens.join(getUI().get(), "ticket:" + number, this::load);
        }
    }

    private void leave() {
        if (live != null) {
            live.remove();
            live = null;
        }
    }

    private TicketNumber number() {
        if (number == null) {
            throw new IllegalStateException("No ticket is shown");
        }
        return number;
    }

    private void load() {
        var ticket = tickets.ticket(number());
        var desk = ticket.desk() == null ? null : desks.find(ticket.desk()).orElse(null);
        var authors = new HashSet<PersonId>();
        ticket.conversation().forEach(message -> authors.add(message.author()));
        if (ticket.assignee() != null) {
            authors.add(ticket.assignee());
        }
        var names = people.named(authors);
        status.setText(statusOf(ticket, desk, names));
        status.getElement().setAttribute("data-status", ticket.status().name());
        showHours(ticket, desk);
        messages.removeAll();
        ticket.conversation().stream()
                .skip(ticket.origin() == null ? 0 : 1)
                .forEach(message -> messages.add(message(message, names, ticket.requester())));
        boolean active = ticket.status().isActive();
        reply.setVisible(active);
        send.setVisible(active);
        showVerbs(ticket);
    }

    private String statusOf(TicketSheet ticket, @Nullable DeskProfile desk, Map<PersonId, PersonRow> names) {
        var key = ticket.status() == TicketStatus.CLOSED
                ? "ask.status.closed_ticket"
                : "ask.status." + ticket.status().name().toLowerCase(Locale.ROOT);
        var where = desk == null ? word("ask.status.nowhere") : desk.name(getLocale());
        var assignee = ticket.assignee();
        if (ticket.status() == TicketStatus.OPEN && assignee != null) {
            var row = names.get(assignee);
            return word("ask.status.taken", ticket.number(), row == null ? assignee.value() : row.name(), where);
        }
        return word(key, ticket.number(), where);
    }

    private void showHours(TicketSheet ticket, @Nullable DeskProfile desk) {
        var opening =
                desk == null || !ticket.status().isActive() || desk.hours().isOpen(clock.instant())
                        ? java.util.Optional.<java.time.Instant>empty()
                        : desk.hours().nextOpening(clock.instant());
        hours.setVisible(opening.isPresent());
        opening.ifPresent(at -> hours.setText(
                word("ask.status.closed", Times.exact(at, current.get().zone()))));
    }

    private Article message(MessageRow message, Map<PersonId, PersonRow> names, PersonId requester) {
        var row = names.get(message.author());
        var author = new Span(row == null ? message.author().value() : row.name());
        author.addClassName("author");
        var head = new Div(author, Times.ago(message.at(), current.get().zone(), clock));
        head.addClassName("message-head");
        var text = new Html("<div class=\"message-text\">" + Markdown.toSafeHtml(message.text()) + "</div>");
        var shown = new Article(head, text);
        shown.addClassName("message");
        if (message.author().equals(requester)) {
            shown.addClassName("mine");
        }
        for (var file : message.files()) {
            shown.add(new Anchor(file.path(), file.file().name()));
        }
        return shown;
    }

    private void showVerbs(TicketSheet ticket) {
        verbs.removeAll();
        if (ticket.status() == TicketStatus.RESOLVED) {
            verbs.add(verb("ask.thread.confirm", "primary", () -> tickets.confirmSolved(number())));
        }
        if (ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED) {
            verbs.add(verb("ask.thread.reopen", "plain", () -> tickets.reopen(number())));
        }
        if (ticket.status().isActive()) {
            verbs.add(verb("ask.thread.withdraw", "quiet", () -> tickets.withdraw(number())));
        }
    }

    private NativeButton verb(String word, String look, Runnable action) {
        var button = new NativeButton(word(word), click -> act(action));
        button.addClassName(look);
        return button;
    }

    private void act(Runnable action) {
        refusal.setVisible(false);
        try {
            action.run();
        } catch (Refusal no) {
            refusal.setText(Words.sentence(no));
            refusal.setVisible(true);
        }
        load();
    }
}
