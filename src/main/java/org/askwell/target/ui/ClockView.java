package org.askwell.target.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.target.TargetService;
import org.askwell.target.TicketClock;
import org.askwell.ticket.TicketNumber;

/**
 * Why a ticket is due when it is: every entry of its ledger, the way to the due time day by day, and what if Saturdays
 * were worked. Route: {@code tickets/IT-1042/clock}, {@code tickets/IT-1042/clock?if=saturdays}.
 */
@Route("tickets/:number/clock")
@CdiComponent
@RolesAllowed({"AGENT", "DESK_OWNER", "ADMIN"})
public class ClockView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String IF = "if";
    private static final String SATURDAYS = "saturdays";
    private static final int MOST_DAYS = 60;

    private final TargetService targets;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Clock clock;
    private String title = "";

    @Inject
    ClockView(TargetService targets, PeopleService people, CurrentPerson current, Clock clock) {
        this.targets = targets;
        this.people = people;
        this.current = current;
        this.clock = clock;
        addClassNames("wide", "clock-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var number = event.getRouteParameters().get("number").flatMap(TicketNumber::parse);
        var clocks = number.flatMap(this::find);
        if (clocks.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        boolean supposed = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(IF)
                .filter(SATURDAYS::equals)
                .isPresent();
        show(number.get(), clocks.get(), supposed);
    }

    private Optional<List<TicketClock>> find(TicketNumber number) {
        try {
            return Optional.of(targets.clocks(number));
        } catch (Refusal notForThisPerson) {
            return Optional.empty();
        }
    }

    private void show(TicketNumber number, List<TicketClock> clocks, boolean supposed) {
        title = word("target.ledger.title", number);
        removeAll();
        var back = new Anchor(Places.ticket(number.value()), word("target.ledger.back", number));
        back.addClassName("back");
        add(back, new H1(title));
        if (clocks.isEmpty()) {
            add(new Paragraph(word("target.ledger.none")));
            return;
        }
        var lead = new Paragraph(word("target.ledger.lead"));
        lead.addClassName("quiet-text");
        var place = Places.ticketClock(number.value());
        var suppose = new Anchor(
                supposed ? place : place + "?" + IF + "=" + SATURDAYS,
                word(supposed ? "target.if.not" : "target.if.saturdays"));
        suppose.addClassNames("button", "plain");
        add(lead, suppose);
        var names = people.named(clocks.stream()
                .flatMap(it -> it.entries().stream())
                .map(TicketClock.Entry::by)
                .collect(Collectors.toSet()));
        clocks.forEach(it -> add(section(it, names, supposed)));
    }

    private Section section(TicketClock it, Map<PersonId, PersonRow> names, boolean supposed) {
        var now = clock.instant();
        var zone = current.get().zone();
        var head = new Div(new H2(ClockWords.kind(it.kind())), ClockWords.badge(it, now));
        head.addClassName("row");
        var section = new Section(head, new Paragraph(ClockWords.sentence(it, now, zone)));
        section.addClassName("clock");
        if (supposed) {
            section.add(supposed(it, now, zone));
        }
        var table = new Div(table(it, names, zone));
        table.addClassName("scrolls");
        table.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", word("target.ledger.table", ClockWords.kind(it.kind())));
        section.add(table, recomputed(it));
        way(it, now).ifPresent(section::add);
        return section;
    }

    private static Paragraph supposed(TicketClock it, Instant now, ZoneId zone) {
        var other = it.under(calendar -> calendar.with(DayOfWeek.SATURDAY, calendar.ordinary()));
        var left = other.remaining(now);
        var said = new Paragraph(word(
                left.isNegative() ? "target.if.late" : "target.if.left",
                ClockWords.due(other, zone),
                ClockWords.length(left),
                ClockWords.due(it.clock(), zone)));
        said.addClassName("supposed");
        return said;
    }

    private static NativeTable table(TicketClock it, Map<PersonId, PersonRow> names, ZoneId zone) {
        var table = new NativeTable();
        table.addClassName("ledger");
        var head = table.getHead().addRow();
        for (var column : List.of("when", "what", "who", "spent", "sum", "due")) {
            head.addHeaderCell().setText(word("target.ledger." + column));
        }
        var segments = it.clock().segments();
        for (int i = 0; i < it.entries().size(); i++) {
            var entry = it.entries().get(i);
            var row = table.getBody().addRow();
            row.addHeaderCell().setText(Times.exact(entry.at(), zone));
            row.addDataCell().setText(ClockWords.entry(entry));
            row.addDataCell().setText(name(entry.by(), names));
            row.addDataCell()
                    .setText(i == 0 ? "" : ClockWords.length(segments.get(i - 1).spent()));
            row.addDataCell()
                    .setText(i == 0 ? "" : ClockWords.length(segments.get(i - 1).sum()));
            row.addDataCell().setText(entry.due() == null ? word("target.due.none") : Times.exact(entry.due(), zone));
        }
        return table;
    }

    private static String name(PersonId by, Map<PersonId, PersonRow> names) {
        if (by.equals(PersonId.PORTAL)) {
            return word("ticket.portal");
        }
        var row = names.get(by);
        return row == null ? by.value() : row.name();
    }

    private static Paragraph recomputed(TicketClock it) {
        var wrong = it.doubtful();
        var said = new Paragraph(
                wrong.isEmpty()
                        ? word("target.ledger.equal", it.entries().size())
                        : word("target.ledger.differs", wrong.getFirst() + 1));
        said.addClassName(wrong.isEmpty() ? "saved" : "notice");
        return said;
    }

    /** The working days between the last event that mattered and the due time, one line each. */
    private static Optional<Component> way(TicketClock it, Instant now) {
        var due = it.due();
        var last = it.clock().decisive();
        if (due == null || last == null) {
            return Optional.empty();
        }
        var calendar = last.calendar();
        var zone = calendar.zone();
        var sum = last.sum().minus(last.spent());
        var lines = new OrderedList();
        lines.addClassName("way");
        var stretches =
                calendar.stretches(last.from(), due).stream().collect(Collectors.groupingBy(stretch -> stretch.date()));
        var end = due.atZone(zone).toLocalDate();
        int shown = 0;
        for (var date = last.from().atZone(zone).toLocalDate();
                !date.isAfter(end) && shown < MOST_DAYS;
                date = date.plusDays(1), shown++) {
            var worked = stretches.getOrDefault(date, List.of());
            var lasts = worked.stream().map(stretch -> stretch.lasts()).reduce(Duration.ZERO, Duration::plus);
            sum = sum.plus(lasts);
            lines.add(line(calendar.on(date), lasts, sum));
        }
        return Optional.of(new Div(
                new H3(word("target.way")),
                new Paragraph(word(
                        "target.way.lead",
                        ClockWords.length(it.clock().target()),
                        ClockWords.length(last.sum().minus(last.spent())),
                        Times.exact(last.from(), zone),
                        zone.getId())),
                lines,
                new Paragraph(word(
                        "target.way.end",
                        Times.exact(due, zone),
                        ClockWords.length(it.clock().target())))));
    }

    private static ListItem line(org.askwell.sla.WorkingCalendar.Day day, Duration lasts, Duration sum) {
        var text = new Span(ClockWords.day(day));
        var counted = new Span(
                lasts.isZero()
                        ? word("target.way.nothing")
                        : word("target.way.counted", ClockWords.length(lasts), ClockWords.length(sum)));
        counted.addClassName("quiet-text");
        return new ListItem(text, counted);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
