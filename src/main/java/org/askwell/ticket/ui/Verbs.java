package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketAccess;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.jspecify.annotations.Nullable;

/**
 * What those who work on a ticket can do with it: a row of buttons, and the dialogs that ask for what an action needs.
 */
final class Verbs extends Div {

    private final TicketService tickets;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final CurrentPerson current;
    private final Consumer<Runnable> act;
    private final Runnable changed;
    private final NativeButton take = Keys.button("ticket.take", "plain", "t", this::takeOver);
    private final NativeButton assign = Keys.button("ticket.assign", "plain", "a", this::askAssignee);
    private final NativeButton queue = Keys.button("ticket.queue", "plain", "", this::askQueue);
    private final NativeButton transfer = Keys.button("ticket.transfer", "plain", "", this::askDesk);
    private final NativeButton hold = Keys.button("ticket.hold", "plain", "h", this::askHold);
    private final NativeButton inquire = Keys.button("ticket.inquire", "plain", "i", this::askRequester);
    private final NativeButton resume = Keys.button("ticket.resume", "plain", "h", this::resume);
    private final NativeButton sort = Keys.button("ticket.sort", "plain", "", this::askSorting);
    private final NativeButton resolve = Keys.button("ticket.resolve", "primary", ".", this::askResolution);
    private final NativeButton reopen = Keys.button("ticket.reopen", "plain", "", this::reopen);
    private @Nullable TicketSheet shown;

    /**
     * @param act carries an action out at once, and tells a Refusal on the page
     * @param changed is run when a dialog's action has been carried out
     */
    Verbs(
            TicketService tickets,
            DeskService desks,
            DeskSchemas schemas,
            CurrentPerson current,
            Consumer<Runnable> act,
            Runnable changed) {
        this.tickets = tickets;
        this.desks = desks;
        this.schemas = schemas;
        this.current = current;
        this.act = act;
        this.changed = changed;
        var row = new Div(take, assign, queue, transfer, inquire, hold, resume, sort, resolve, reopen);
        row.addClassNames("row", "verbs");
        row.getElement().setAttribute("role", "toolbar").setAttribute("aria-label", word("ticket.verbs"));
        add(row);
    }

    /**
     * Shows what can be done with the ticket as it is now. An open dialog stays open, and so does every button: one that
     * were replaced while it is being pressed would lose the press.
     */
    void show(TicketSheet ticket, Caller caller) {
        shown = ticket;
        boolean active = ticket.status().isActive();
        take.setVisible(active && !caller.id().equals(ticket.assignee()));
        assign.setVisible(active && ticket.desk() != null);
        queue.setVisible(active && ticket.desk() != null);
        transfer.setVisible(active);
        hold.setVisible(active && ticket.hold() == null);
        inquire.setVisible(active && !caller.id().equals(ticket.requester()));
        resume.setVisible(active && ticket.hold() != null);
        sort.setVisible(active);
        resolve.setVisible(active);
        reopen.setVisible(!active && TicketAccess.mayReopen(caller, ticket.scope()));
    }

    /** Taking what somebody else has is assigning it to oneself: done on purpose, and the history says so. */
    private void takeOver() {
        var ticket = sheet();
        act.accept(() -> {
            if (ticket.assignee() == null || ticket.desk() == null) {
                tickets.take(ticket.number());
            } else {
                tickets.assign(ticket.number(), current.id());
            }
        });
    }

    private void resume() {
        act.accept(() -> tickets.resume(sheet().number()));
    }

    private void reopen() {
        var why = area("ticket.reopen.why");
        why.setAutofocus(true);
        ask("ticket.reopen", "ticket.reopen", () -> tickets.reopen(sheet().number(), why.getValue()), why);
    }

    private void askAssignee() {
        var who = new ComboBox<PersonRow>(word("ticket.assign.who"));
        who.setItems(desks.members(Objects.requireNonNull(sheet().desk())));
        who.setItemLabelGenerator(PersonRow::name);
        who.setAutofocus(true);
        who.setWidthFull();
        ask(
                "ticket.assign",
                "ticket.assign",
                () -> {
                    var chosen = who.getValue();
                    tickets.assign(sheet().number(), chosen == null ? null : chosen.id());
                },
                who);
    }

    private void askQueue() {
        var queue = new Select<QueueRow>();
        queue.setLabel(word("ticket.queue.which"));
        queue.setItems(desks.queuesOf(Objects.requireNonNull(sheet().desk())));
        queue.setItemLabelGenerator(it -> it.name(Words.locale()));
        queue.setWidthFull();
        ask(
                "ticket.queue",
                "ticket.queue.move",
                () -> {
                    var chosen = queue.getValue();
                    if (chosen == null) {
                        throw Refusal.invalid("ticket-choose");
                    }
                    tickets.changeQueue(sheet().number(), chosen.slug());
                },
                queue);
    }

    private void askDesk() {
        var desk = new Select<DeskProfile>();
        desk.setLabel(word("ticket.transfer.where"));
        desk.setItems(desks.desks().stream()
                .filter(it -> !it.slug().equals(sheet().desk()))
                .toList());
        desk.setItemLabelGenerator(it -> it.name(Words.locale()));
        desk.setWidthFull();
        var why = area("ticket.transfer.why");
        ask(
                "ticket.transfer",
                "ticket.transfer.do",
                () -> {
                    var chosen = desk.getValue();
                    if (chosen == null) {
                        throw Refusal.invalid("ticket-choose");
                    }
                    tickets.transfer(sheet().number(), chosen.slug(), why.getValue());
                },
                desk,
                why);
    }

    private void askHold() {
        var reason = new TextField(word("ticket.hold.reason"));
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setAutofocus(true);
        var until = new DateTimePicker(word("ticket.hold.until"));
        until.setLocale(Words.locale().getLanguage().equals("zh") ? Locale.CHINA : Locale.UK);
        ask(
                "ticket.hold",
                "ticket.hold",
                () -> {
                    var chosen = until.getValue();
                    Instant end = chosen == null
                            ? null
                            : chosen.atZone(current.get().zone()).toInstant();
                    tickets.hold(sheet().number(), reason.getValue(), end);
                },
                reason,
                until);
    }

    private void askRequester() {
        var text = area("ticket.inquire.what");
        text.setAutofocus(true);
        ask(
                "ticket.inquire",
                "ticket.inquire.send",
                () -> tickets.askRequester(sheet().number(), text.getValue()),
                text);
    }

    private void askSorting() {
        var priority = new Select<Priority>();
        priority.setLabel(word("ticket.priority"));
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(TicketWords::priority);
        priority.setValue(sheet().priority());
        priority.setWidthFull();
        var tags = new TextField(word("ticket.tags"));
        tags.setValue(String.join(", ", sheet().tags()));
        tags.setWidthFull();
        ask(
                "ticket.sort",
                "ticket.save",
                () -> {
                    if (priority.getValue() != sheet().priority()) {
                        tickets.prioritise(sheet().number(), priority.getValue());
                    }
                    var wanted = Arrays.asList(tags.getValue().split("[,，、]"));
                    tickets.tag(sheet().number(), wanted);
                },
                priority,
                tags);
    }

    private void askResolution() {
        var text = area("ticket.resolve.text");
        text.setAutofocus(true);
        var missing = new AskedFields();
        askMissing(missing);
        ask(
                "ticket.resolve",
                "ticket.resolve",
                () -> {
                    try {
                        tickets.resolve(sheet().number(), text.getValue(), missing.category(), missing.values());
                    } catch (Refusal no) {
                        // What the desk needs may have become more while the dialog was open.
                        if (no.code().equals("ticket-fields-missing")) {
                            askMissing(missing);
                        }
                        throw no;
                    }
                },
                text,
                missing);
    }

    private void askMissing(AskedFields missing) {
        var ticket = sheet();
        missing.askMissing(schemas.of(ticket.desk()), ticket.category(), ticket.fields());
    }

    private static TextArea area(String label) {
        var area = new TextArea(word(label));
        area.setWidthFull();
        area.setMinRows(4);
        area.setMaxLength(20_000);
        return area;
    }

    private void ask(String title, String confirm, Runnable action, Component... fields) {
        var question = new Question(
                word(title),
                word(confirm),
                () -> {
                    action.run();
                    changed.run();
                },
                fields);
        getChildren().filter(Question.class::isInstance).toList().forEach(this::remove);
        add(question);
        question.open();
    }

    private TicketSheet sheet() {
        return Objects.requireNonNull(shown);
    }
}
