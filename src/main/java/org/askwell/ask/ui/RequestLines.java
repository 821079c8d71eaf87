package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.common.Places;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.TicketRow;
import org.jspecify.annotations.Nullable;

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
        var names = names(rows.isEmpty());
        for (var row : rows) {
            var status = new Span(word("ask.line." + row.status().name().toLowerCase(Locale.ROOT)));
            status.addClassName("badge");
            status.getElement().setAttribute("data-status", row.status().name());
            var link = new Anchor(Places.ticket(row.number().value()), row.subject());
            var where = new Span(row.number() + " · " + desk(row.desk(), names));
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
        var names = names(rows.isEmpty());
        for (var row : rows) {
            var status = new Span(word("ask.line." + row.status().name().toLowerCase(Locale.ROOT)));
            status.addClassName("badge");
            status.getElement().setAttribute("data-status", row.status().name());
            var link = new Anchor(Places.problem(row.ticket().value()), row.title(Words.locale()));
            var where = new Span(word("ask.line.joined", row.ticket(), desk(row.desk(), names), row.reporters()));
            where.addClassName("quiet-text");
            list.add(new ListItem(status, link, where));
        }
        return list;
    }

    private Map<String, String> names(boolean none) {
        var names = new HashMap<String, String>();
        if (!none) {
            desks.desks().forEach(it -> names.put(it.slug(), it.name(Words.locale())));
        }
        return names;
    }

    private static String desk(@Nullable String slug, Map<String, String> names) {
        return slug == null ? word("ask.nowhere") : names.getOrDefault(slug, slug);
    }
}
