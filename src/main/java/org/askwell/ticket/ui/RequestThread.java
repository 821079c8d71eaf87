package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.shared.Registration;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.askwell.common.FileStore;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.TicketAccess;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketTopics;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its requester sees it: who has it, what was said, what one can do now, in plain words. Under a question
 * it goes on where the automatic answer ended; on the ticket's own page it stands alone.
 *
 * <p>Repaints by itself when somebody writes or the status changes; what is being typed stays.
 */
@CdiComponent
public class RequestThread extends Section {

    private final TicketService tickets;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final PeopleService people;
    private final CurrentPerson current;
    private final FileStore files;
    private final LiveScreens screens;
    private final Clock clock;
    private final Instance<RequestPanel> panels;

    private final Div status = new Div();
    private final NativeButton confirm = verb("ticket.confirm", "primary", TicketService::confirmSolved);
    private final NativeButton reopen = new NativeButton(word("ticket.plain.reopen"), click -> askWhy());
    private final NativeButton nudge = verb("ticket.nudge", "plain", TicketService::nudge);
    private final NativeButton withdraw = verb("ticket.withdraw", "quiet", TicketService::withdraw);
    private final Div decision = new Div(confirm, reopen);
    private final SatisfactionPanel satisfaction;
    private final Div verbs = new Div(nudge, withdraw);
    private final Feedback refusal = new Feedback();
    private final Conversation conversation;
    private final Div composing = new Div();
    private @Nullable TicketNumber number;
    private boolean withOpening = true;
    private @Nullable Registration live;

    @Inject
    RequestThread(
            TicketService tickets,
            DeskService desks,
            DeskSchemas schemas,
            PeopleService people,
            CurrentPerson current,
            FileStore files,
            LiveScreens screens,
            Clock clock,
            @Any Instance<RequestPanel> panels) {
        this.tickets = tickets;
        this.desks = desks;
        this.schemas = schemas;
        this.people = people;
        this.current = current;
        this.files = files;
        this.screens = screens;
        this.clock = clock;
        this.panels = panels;
        this.conversation = new Conversation(clock);
        this.satisfaction = new SatisfactionPanel((satisfied, reason) -> {
            tickets.rate(number(), satisfied, reason);
            reload();
        });
        addClassName("request-thread");
        status.addClassName("plain-status");
        status.getElement().setAttribute("role", "status");
        reopen.addClassName("plain");
        decision.addClassName("row");
        verbs.addClassName("row");
        add(status, conversation, decision, satisfaction, composing, refusal, verbs);
        setVisible(false);
        addAttachListener(here -> join());
        addDetachListener(gone -> leave());
    }

    /** Shows that ticket with everything that was said on it. */
    public void show(TicketNumber wanted) {
        show(wanted, true);
    }

    /** Shows that ticket below the question it came from: what it was opened with stands above already. */
    public void showBelowQuestion(TicketNumber wanted) {
        show(wanted, false);
    }

    /** Shows nothing. */
    public void hide() {
        leave();
        number = null;
        setVisible(false);
    }

    private void show(TicketNumber wanted, boolean opening) {
        leave();
        boolean another = !wanted.equals(number);
        number = wanted;
        withOpening = opening;
        paint(tickets.ticket(wanted));
        if (another) {
            composing.removeAll();
            composing.add(new Composer(files, current.id() + ".request." + wanted, false, (note, text, attached) -> {
                tickets.reply(number(), text, attached);
                reload();
            }));
        }
        setVisible(true);
        join();
    }

    private void join() {
        if (number != null && live == null && getUI().isPresent()) {
            live = screens.join(getUI().get(), TicketTopics.ticket(number), this::reload);
        }
    }

    private void leave() {
        if (live != null) {
            live.remove();
            live = null;
        }
    }

    private TicketNumber number() {
        return Objects.requireNonNull(number);
    }

    private void reload() {
        paint(tickets.ticket(number()));
    }

    private void paint(TicketSheet ticket) {
        var caller = current.get();
        var mentioned = new HashSet<PersonId>();
        ticket.conversation().forEach(it -> mentioned.add(it.author()));
        if (ticket.assignee() != null) {
            mentioned.add(ticket.assignee());
        }
        mentioned.add(ticket.openedBy());
        var names = people.named(mentioned);
        status.removeAll();
        status.getElement().setAttribute("data-status", ticket.status().name());
        var name = new Span(ticket.number().value());
        name.addClassName("ticket-number");
        status.add(TicketWords.badge(ticket.status()), name, new Paragraph(sentence(ticket, names)));
        if (!ticket.openedBy().equals(ticket.requester())) {
            status.add(new Paragraph(word("ticket.filed", TicketWords.name(ticket.openedBy(), names))));
        }
        if (ticket.category() != null || !ticket.fields().isEmpty()) {
            status.add(FieldsPanel.list(schemas.of(ticket.desk()), ticket));
        }
        if (ticket.mergedInto() != null) {
            var on = ticket.mergedInto().value();
            status.add(new Anchor(Places.ticket(on), word("ticket.plain.merged.into", on)));
        }
        hours(ticket);
        panels.forEach(it -> it.build(ticket).ifPresent(status::add));
        conversation.show(ticket, names, caller.zone(), withOpening);
        composing.setVisible(TicketAccess.mayReply(caller, ticket.scope()));
        confirm.setVisible(TicketAccess.mayConfirm(caller, ticket.scope()));
        reopen.setVisible(TicketAccess.mayReopen(caller, ticket.scope()));
        satisfaction.setVisible(TicketAccess.mayRate(caller, ticket.scope()));
        satisfaction.show(ticket.rating());
        boolean mayNudge = TicketAccess.mayNudge(caller, ticket.scope());
        nudge.setVisible(mayNudge);
        if (mayNudge) {
            next(tickets.nextNudge(ticket.number()).orElse(null), caller.zone());
        }
        withdraw.setVisible(TicketAccess.mayWithdraw(caller, ticket.scope()));
    }

    private String sentence(TicketSheet ticket, Map<PersonId, PersonRow> names) {
        var desk = ticket.desk() == null
                ? word("ticket.plain.nowhere")
                : desks.find(ticket.desk()).map(it -> it.name(Words.locale())).orElse(ticket.desk());
        var hold = ticket.hold();
        if (hold != null && hold.forRequester()) {
            return word("ticket.plain.asked", desk);
        }
        if (hold != null) {
            return word("ticket.plain.waiting", desk, hold.reason());
        }
        return switch (ticket.status()) {
            case RESOLVED ->
                ticket.closesAt() == null
                        ? word("ticket.plain.resolved", desk)
                        : word(
                                "ticket.plain.resolved.until",
                                desk,
                                Times.exact(ticket.closesAt(), current.get().zone()));
            case CLOSED -> word("ticket.plain.closed_ticket");
            case WITHDRAWN -> word("ticket.plain.withdrawn");
            case MERGED -> word("ticket.plain.merged");
            default ->
                ticket.assignee() == null
                        ? word("ticket.plain.open", desk)
                        : word("ticket.plain.taken", TicketWords.name(ticket.assignee(), names), desk);
        };
    }

    private void hours(TicketSheet ticket) {
        if (ticket.desk() == null || !ticket.status().isActive()) {
            return;
        }
        var now = clock.instant();
        desks.find(ticket.desk())
                .filter(it -> !it.hours().isOpen(now))
                .flatMap(it -> it.hours().nextOpening(now))
                .ifPresent(at -> status.add(new Paragraph(word(
                        "ticket.plain.closed", Times.exact(at, current.get().zone())))));
    }

    /** The button stays where it is; it says when it may be pressed again. */
    private void next(@Nullable Instant at, ZoneId zone) {
        nudge.setEnabled(at == null);
        nudge.setText(at == null ? word("ticket.nudge") : word("ticket.nudge.next", Times.exact(at, zone)));
    }

    private void askWhy() {
        var why = new TextArea(word("ticket.reopen.why"));
        why.setWidthFull();
        why.setMinRows(3);
        why.setMaxLength(20_000);
        why.setAutofocus(true);
        var question = new Question(
                word("ticket.plain.reopen"),
                word("ticket.plain.reopen"),
                () -> {
                    if (why.isEmpty()) {
                        throw Refusal.invalid("ticket-reopen-reason");
                    }
                    tickets.reopen(number(), why.getValue());
                    reload();
                },
                why);
        getChildren().filter(Question.class::isInstance).toList().forEach(this::remove);
        add(question);
        question.open();
    }

    private NativeButton verb(String word, String look, BiConsumer<TicketService, TicketNumber> action) {
        var button = new NativeButton(word(word), click -> {
            refusal.around(() -> action.accept(tickets, number()));
            reload();
        });
        button.addClassName(look);
        return button;
    }
}
