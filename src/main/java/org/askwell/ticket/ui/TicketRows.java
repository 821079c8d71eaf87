package org.askwell.ticket.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.askwell.common.ui.Times;
import org.askwell.desk.DeskSchemas;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list of tickets. What no longer belongs into the list stays where it is, dimmed, until the list is entered
 * again, so that nothing jumps under the pointer.
 */
final class TicketRows extends UnorderedList {

    private final DeskSchemas schemas;
    private final TicketFields fields;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Clock clock;
    private final Function<TicketNumber, String> address;
    private final Function<TicketNumber, Element> box;
    private final Map<TicketNumber, Anchor> rows = new LinkedHashMap<>();
    private @Nullable TicketNumber open;

    /**
     * @param address where a row leads to
     * @param box by which a row is picked
     */
    TicketRows(
            DeskSchemas schemas,
            TicketFields fields,
            PeopleService people,
            CurrentPerson current,
            Clock clock,
            Function<TicketNumber, String> address,
            Function<TicketNumber, Element> box) {
        this.schemas = schemas;
        this.fields = fields;
        this.people = people;
        this.current = current;
        this.clock = clock;
        this.address = address;
        this.box = box;
        addClassName("ticket-list");
    }

    /** @param shown the ticket that stands beside the list */
    void clear(@Nullable TicketNumber shown) {
        open = shown;
        removeAll();
        rows.clear();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int count() {
        return rows.size();
    }

    /** Adds rows at the end, and fills those anew that are there already. */
    void show(List<TicketRow> items) {
        var names = people.named(persons(items));
        var filled = fields.of(items);
        for (var row : items) {
            fill(row(row.number()), row, filled.getOrDefault(row.number(), Map.of()), names);
        }
    }

    /** Shows what belongs into the list now, and dims what does not any more. */
    void refresh(List<TicketRow> now) {
        var before = new LinkedHashSet<>(rows.keySet());
        show(now);
        now.forEach(it -> before.remove(it.number()));
        before.forEach(it -> gone(rows.get(it), true));
    }

    private Anchor row(TicketNumber number) {
        return rows.computeIfAbsent(number, it -> {
            var link = new Anchor(address.apply(it));
            link.addClassName("ticket-row");
            link.getElement().setAttribute("data-row", it.value());
            var line = new ListItem(link);
            line.getElement().insertChild(0, box.apply(it));
            add(line);
            return link;
        });
    }

    private static Set<PersonId> persons(List<TicketRow> items) {
        var persons = new HashSet<PersonId>();
        for (var row : items) {
            persons.add(row.requester());
            if (row.assignee() != null) {
                persons.add(row.assignee());
            }
        }
        return persons;
    }

    /** The link itself stays: it may have the focus, or be under a finger. */
    private void fill(Anchor link, TicketRow row, Map<String, String> filled, Map<PersonId, PersonRow> names) {
        var subject = new Span(row.subject());
        subject.addClassName("subject");
        var who = new Span(row.number() + " · " + TicketWords.name(row.requester(), names) + " · "
                + TicketWords.name(row.assignee(), names));
        who.addClassName("quiet-text");
        var marks = new Span(TicketWords.badge(row.status()));
        marks.addClassName("marks");
        if (row.priority() == Priority.HIGH || row.priority() == Priority.URGENT) {
            marks.add(TicketWords.badge(row.priority()));
        }
        TicketWords.chips(schemas.of(row.desk()), row.category(), filled).forEach(marks::add);
        var zone = current.get().zone();
        if (row.dueAt() != null) {
            marks.add(new DueMark(row.dueAt(), clock.instant(), zone));
        }
        marks.add(Times.ago(row.openedAt(), zone, clock));
        link.removeAll();
        link.add(subject, who, marks);
        gone(link, false);
        if (row.number().equals(open)) {
            link.getElement().setAttribute("aria-current", "true");
        }
    }

    private static void gone(@Nullable Anchor link, boolean gone) {
        if (link != null) {
            link.getElement().getParent().getClassList().set("gone", gone);
        }
    }
}
