package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/** How tickets are spoken of in pages. */
final class TicketWords {

    /** A line of a list has room for so many. */
    private static final int SHOWN_FIELDS = 2;

    private TicketWords() {}

    static String status(TicketStatus status) {
        return word("ticket.status." + status.name().toLowerCase(Locale.ROOT));
    }

    static String priority(Priority priority) {
        return word("ticket.priority." + priority.name().toLowerCase(Locale.ROOT));
    }

    /** Word, shape and colour. */
    static Span badge(TicketStatus status) {
        var badge = new Span(status(status));
        badge.addClassName("badge");
        badge.getElement().setAttribute("data-status", status.name());
        return badge;
    }

    static Span badge(Priority priority) {
        var badge = new Span(priority(priority));
        badge.addClassName("badge");
        badge.getElement().setAttribute("data-priority", priority.name());
        return badge;
    }

    /** What it is about, and the first of what stands in its desk's own fields. */
    static List<Span> chips(DeskSchema schema, @Nullable String category, Map<String, String> filled) {
        var chips = new ArrayList<Span>();
        if (category != null) {
            chips.add(chip(
                    schema.category(category).map(it -> it.name(Words.locale())).orElse(category)));
        }
        filled.entrySet().stream()
                .limit(SHOWN_FIELDS)
                .forEach(it -> schema.field(it.getKey())
                        .ifPresent(field -> chips.add(chip(word(
                                "ticket.fields.value",
                                field.name(Words.locale()),
                                field.shown(it.getValue(), Words.locale()))))));
        return chips;
    }

    private static Span chip(String text) {
        var chip = new Span(text);
        chip.addClassName("tag");
        chip.setTitle(text);
        return chip;
    }

    static String name(@Nullable PersonId person, Map<PersonId, PersonRow> names) {
        if (person == null) {
            return word("ticket.nobody");
        }
        if (person.equals(PersonId.PORTAL)) {
            return word("ticket.portal");
        }
        var row = names.get(person);
        return row == null ? person.value() : row.name();
    }
}
