package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchemas;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RoutingTrace;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.ui.TicketPanel;

/** On the ticket's page: why is it here? */
@Dependent
class TracePanel implements TicketPanel {

    @Inject
    RoutingService routing;

    @Inject
    RuleWords words;

    @Inject
    DeskSchemas schemas;

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        try {
            return routing.trace(ticket.number()).map(this::show);
        } catch (Refusal notForThisPerson) {
            return Optional.empty();
        }
    }

    private Component show(RoutingTrace trace) {
        var content = new Div(new Paragraph(word(
                "routing.reason." + trace.reason().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(trace.won(), ""),
                words.queue(trace.queue()))));
        if (trace.left() > 0) {
            content.add(new Paragraph(word("routing.trace.left", trace.left())));
        }
        var list = new OrderedList();
        list.addClassName("trace");
        trace.tried().forEach(it -> list.add(line(it)));
        content.add(list);
        var panel = new Details(word("routing.trace"), content);
        panel.addClassNames("side-card", "trace-panel");
        return panel;
    }

    private ListItem line(RoutingTrace.Tried tried) {
        var mark = new Span(tried.matched() ? "✓" : tried.broken() != null ? "!" : "✗");
        mark.getElement().setAttribute("aria-hidden", "true");
        mark.addClassName("mark");
        var name = new Span(word("routing.trace.rule", tried.rule(), words.desk(tried.scope())));
        name.addClassName("author");
        var why = new Span(why(tried));
        why.addClassName("quiet-text");
        var line = new ListItem(mark, new Div(name, why));
        line.getElement().setAttribute("data-matched", String.valueOf(tried.matched()));
        return line;
    }

    private String why(RoutingTrace.Tried tried) {
        if (tried.matched()) {
            return word("routing.trace.matched");
        }
        if (tried.broken() != null) {
            return word("routing.trace.broken", tried.broken());
        }
        var part = tried.failedPart();
        return word(
                "routing.trace.failed",
                part == null
                        ? Objects.requireNonNullElse(tried.failedCondition(), "")
                        : RuleWords.condition(part, schemas.of(tried.scope())));
    }
}
