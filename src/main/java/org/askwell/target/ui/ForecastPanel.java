package org.askwell.target.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.target.Forecasts;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.ui.RequestPanel;
import org.jspecify.annotations.Nullable;

/** On the requester's page of a ticket: when to expect it, and how one knows. */
@Dependent
class ForecastPanel implements RequestPanel {

    @Inject
    Forecasts forecasts;

    @Inject
    CurrentPerson current;

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        if (ticket.status().isSettled()) {
            return Optional.empty();
        }
        var expected = forecasts.of(ticket.number());
        return switch (expected.outlook()) {
            case BETWEEN -> between(expected.from(), expected.until(), expected.sample());
            case ASKED -> Optional.of(said(word("target.forecast.asked")));
            case HELD -> Optional.of(said(word("target.forecast.held")));
            case LONG -> Optional.of(said(word("target.forecast.long")));
            case UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Component> between(@Nullable Instant from, @Nullable Instant until, int sample) {
        if (from == null || until == null) {
            return Optional.empty();
        }
        var zone = current.get().zone();
        var why = new Paragraph(word("target.forecast.why", sample));
        why.addClassName("quiet-text");
        var panel = new Div(new Paragraph(when(from, until, zone)), why);
        panel.addClassName("forecast");
        return Optional.of(panel);
    }

    /** Days are told, not minutes; within one day the hours of its end. */
    private static String when(Instant from, Instant until, ZoneId zone) {
        var first = from.atZone(zone).toLocalDate();
        var last = until.atZone(zone).toLocalDate();
        return first.equals(last)
                ? word("target.forecast.same", Times.day(first))
                : word("target.forecast", Times.day(first), Times.day(last));
    }

    private static Component said(String text) {
        var said = new Paragraph(text);
        said.addClassName("forecast");
        return said;
    }
}
