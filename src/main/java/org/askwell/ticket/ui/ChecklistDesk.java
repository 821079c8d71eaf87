package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskService;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.checklist.ChecklistRow;
import org.askwell.ticket.checklist.Checklists;

/** The checklist of one ticket. */
final class ChecklistDesk extends Div {

    private final Checklists checklists;
    private final DeskService desks;
    private final PeopleService people;
    private final TicketSheet ticket;
    private final boolean changeable;
    private final LocalDate today;
    private final Span count = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Feedback refusal = new Feedback();

    ChecklistDesk(
            Checklists checklists,
            DeskService desks,
            PeopleService people,
            TicketSheet ticket,
            boolean changeable,
            LocalDate today) {
        this.checklists = checklists;
        this.desks = desks;
        this.people = people;
        this.ticket = ticket;
        this.changeable = changeable;
        this.today = today;
        addClassNames("side-card", "checklist");
        count.addClassName("quiet-text");
        list.addClassName("plain-list");
        var head = new Div(new H2(word("checklist.title")), count);
        head.addClassName("row");
        add(head, list, refusal);
        if (changeable) {
            add(Keys.button("checklist.add", "c", this::ask));
        }
    }

    /** @return whether there is anything on it */
    boolean paint() {
        var rows = checklists.of(ticket.number());
        var names = people.named(persons(rows));
        list.removeAll();
        rows.forEach(it -> list.add(line(it, names)));
        long done = rows.stream().filter(ChecklistRow::isDone).count();
        count.setText(rows.isEmpty() ? "" : word("checklist.count", done, rows.size()));
        return !rows.isEmpty();
    }

    private static List<PersonId> persons(List<ChecklistRow> rows) {
        var persons = new ArrayList<PersonId>();
        for (var row : rows) {
            if (row.owner() != null) {
                persons.add(row.owner());
            }
            if (row.doneBy() != null) {
                persons.add(row.doneBy());
            }
        }
        return persons.stream().distinct().collect(Collectors.toList());
    }

    private ListItem line(ChecklistRow it, Map<PersonId, PersonRow> names) {
        var text = new Span(it.text());
        text.addClassName("checklist-text");
        var facts = new Span(facts(it, names));
        facts.addClassName("quiet-text");
        if (!it.isDone() && it.due() != null && it.due().isBefore(today)) {
            facts.addClassName("late");
        }
        var words = new Div(text, facts);
        words.addClassName("checklist-words");
        var line = new ListItem(words);
        line.setClassName("done", it.isDone());
        if (changeable) {
            var tick = new NativeButton(
                    word(it.isDone() ? "checklist.undo" : "checklist.do"),
                    click -> act(() -> {
                        if (it.isDone()) {
                            checklists.undone(ticket.number(), it.position());
                        } else {
                            checklists.done(ticket.number(), it.position());
                        }
                    }));
            tick.addClassName(it.isDone() ? "quiet" : "plain");
            tick.getElement().setAttribute("aria-label", tick.getText() + ": " + it.text());
            var off = new NativeButton("×", click -> act(() -> checklists.remove(ticket.number(), it.position())));
            off.addClassNames("quiet", "link-off");
            off.getElement().setAttribute("aria-label", word("checklist.remove", it.text()));
            line.add(tick, off);
        }
        return line;
    }

    private static String facts(ChecklistRow it, Map<PersonId, PersonRow> names) {
        var facts = new ArrayList<String>();
        if (it.isDone()) {
            facts.add(word("checklist.done", TicketWords.name(it.doneBy(), names)));
        } else {
            if (it.owner() != null) {
                facts.add(TicketWords.name(it.owner(), names));
            }
            if (it.due() != null) {
                facts.add(word("checklist.until", Times.day(it.due())));
            }
        }
        return String.join(" · ", facts);
    }

    private void act(Runnable action) {
        refusal.around(action);
        paint();
    }

    private void ask() {
        var text = new TextField(word("checklist.text"));
        text.setMaxLength(200);
        text.setWidthFull();
        text.setAutofocus(true);
        var owner = new ComboBox<PersonRow>(word("checklist.owner"));
        owner.setItems(ticket.desk() == null ? List.of() : desks.members(ticket.desk()));
        owner.setItemLabelGenerator(PersonRow::name);
        owner.setWidthFull();
        var due = new DatePicker(word("checklist.due"));
        due.setLocale(Words.locale().getLanguage().equals("zh") ? Locale.CHINA : Locale.UK);
        new Question(
                        word("checklist.add"),
                        word("checklist.add"),
                        () -> {
                            var whose = owner.getValue();
                            checklists.add(
                                    ticket.number(),
                                    text.getValue(),
                                    whose == null ? null : whose.id(),
                                    due.getValue());
                            paint();
                        },
                        text,
                        owner,
                        due)
                .open();
    }
}
