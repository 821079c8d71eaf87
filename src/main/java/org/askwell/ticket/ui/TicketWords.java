package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/** How tickets are spoken of in pages. */
final class TicketWords {

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
