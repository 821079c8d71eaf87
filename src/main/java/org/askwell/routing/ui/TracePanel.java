package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.routing.Counterfactual;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RoutingTrace;
import org.askwell.ticket.TicketNumber;
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
            return routing.trace(ticket.number()).map(it -> show(ticket.number(), it));
        } catch (Refusal notForThisPerson) {
            return Optional.empty();
        }
    }

    private Component show(TicketNumber number, RoutingTrace trace) {
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
        content.add(list, elsewhere(number, schemas.of(trace.desk())));
        var panel = new Details(word("routing.trace"), content);
        panel.addClassNames("side-card", "trace-panel");
        return panel;
    }

    /** Asked for only when somebody wants to know: hundreds of changes are tried. */
    private Div elsewhere(TicketNumber number, DeskSchema schema) {
        var found = new UnorderedList();
        found.addClassNames("lines", "alternatives");
        found.getElement().setAttribute("aria-live", "polite");
        var ask = new NativeButton(word("routing.alternatives"), click -> {
            found.removeAll();
            routing.alternatives(number).forEach(it -> found.add(new ListItem(sentence(it, schema))));
            if (found.getChildren().findAny().isEmpty()) {
                found.add(new ListItem(word("routing.alternatives.none")));
            }
        });
        ask.addClassName("plain");
        return new Div(ask, found);
    }

    private String sentence(Counterfactual it, DeskSchema schema) {
        var had = RuleWords.condition(it.had(), schema);
        var rule = it.rule();
        return rule == null
                ? word("routing.alternative.default", had, words.queue(it.queue()))
                : word("routing.alternative", had, words.queue(it.queue()), rule);
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
