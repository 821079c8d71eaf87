package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.ui.Times;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.TicketRow;

/** One's own tickets as a list of plain lines. */
@Dependent
class RequestLines {

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    UnorderedList list(List<TicketRow> rows) {
        var list = new UnorderedList();
        list.addClassName("lines");
        var zone = current.get().zone();
        for (var row : rows) {
            var status = new Span(word("ask.line." + row.status().name().toLowerCase(Locale.ROOT)));
            status.addClassName("badge");
            status.getElement().setAttribute("data-status", row.status().name());
            var link = new Anchor(Places.ticket(row.number().value()), row.subject());
            var where = new Span(row.number() + " · " + desk(row.desk()));
            where.addClassName("quiet-text");
            var when = Times.ago(row.updatedAt(), zone, clock);
            when.addClassName("quiet-text");
            list.add(new ListItem(status, link, where, when));
        }
        return list;
    }

    /** Problems of many that one has joined, in the words of those who work on them. */
    UnorderedList joined(List<KnownProblemRow> rows) {
        var list = new UnorderedList();
        list.addClassName("lines");
        for (var row : rows) {
            var status = new Span(word("ask.line." + row.status().name().toLowerCase(Locale.ROOT)));
            status.addClassName("badge");
            status.getElement().setAttribute("data-status", row.status().name());
            var link = new Anchor(
                    Places.problem(row.ticket().value()), row.title(org.askwell.common.ui.Words.locale()));
            var where = new Span(word("ask.line.joined", row.ticket(), desk(row.desk()), row.reporters()));
            where.addClassName("quiet-text");
            list.add(new ListItem(status, link, where));
        }
        return list;
    }

    private String desk(@org.jspecify.annotations.Nullable String slug) {
        if (slug == null) {
            return word("ask.nowhere");
        }
        return desks.find(slug)
                .map(it -> it.name(org.askwell.common.ui.Words.locale()))
                .orElse(slug);
    }
}
