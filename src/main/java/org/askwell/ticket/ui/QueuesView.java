package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.ticket.DeskToday;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.Today;
import org.askwell.ticket.bulk.BulkService;
import org.askwell.ticket.saved.SavedViews;
import org.jspecify.annotations.Nullable;

/**
 * The agents' place: queues with what waits in them, the tickets of one of them, and one ticket.
 *
 * <p>Queue, filters and chosen ticket stand in the address; what happens elsewhere appears by itself.
 * Route: {@code queues/it-intake?status=active&assignee=me&category=laptop&field.sku=A-7&q=vpn&ticket=IT-1042}; the queue {@code mine} is what one has, and
 * {@code desk?desk=it&today=late} all queues of a desk.
 */
@Route("queues/:queue?")
@CdiComponent
@RolesAllowed({"AGENT", "DESK_OWNER", "ADMIN"})
@JsModule("context://js/workbench.js")
public class QueuesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    /** So many rows are kept true while others change them. */
    private static final int WATCHED = 200;

    private final TicketService tickets;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final CurrentPerson current;
    private final Workspace workspace;

    private final QueueLinks queues = new QueueLinks();
    private final H1 title = new H1();
    private final TodayStrip strip;
    private final QueueFilters filters;
    private final TicketRows rows;
    private final Paragraph empty = new Paragraph();
    private final NativeButton more = new NativeButton(word("ticket.list.more"), click -> loadMore());
    private final Div column = new Div();
    private final ViewLinks views;
    private final BulkBar bulk;
    private final BulkStrip done;
    private final DeskToday today;

    private String queue = QueueLinks.MINE;
    private Map<String, String> parameters = new HashMap<>();
    private @Nullable String desk;
    private @Nullable String cursor;
    private boolean refused;

    @Inject
    QueuesView(
            TicketService tickets,
            DeskService desks,
            DeskSchemas schemas,
            TicketFields fields,
            PeopleService people,
            CurrentPerson current,
            Clock clock,
            LiveScreens screens,
            BulkService bulks,
            SavedViews views,
            DeskToday today,
            Workspace workspace) {
        this.tickets = tickets;
        this.desks = desks;
        this.schemas = schemas;
        this.current = current;
        this.today = today;
        this.workspace = workspace;
        this.views = new ViewLinks(views, desks, current);
        this.strip = new TodayStrip(today, people);
        this.filters = new QueueFilters(
                current,
                people,
                wanted -> UI.getCurrent().navigate(Places.queue(queue), QueryParameters.simple(wanted)));
        this.done = new BulkStrip(bulks, screens);
        this.bulk = new BulkBar(bulks, desks, () -> bulks.matching(filter()), done::show);
        this.rows = new TicketRows(schemas, fields, people, current, clock, this::address, bulk::box);
        addClassName("bench");
        more.addClassName("plain");
        more.getElement().setAttribute("data-more", "");
        column.addClassName("bench-ticket");
        var ways = new Div(queues, this.views);
        ways.addClassName("bench-ways");
        var list = new Section(title, strip, filters, bulk, done, empty, rows, more, new KeySheet());
        list.addClassName("bench-list");
        add(ways, list, column);
        screens.follow(this, TicketTopics.ANY, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        queue = event.getRouteParameters().get("queue").orElse(QueueLinks.MINE);
        parameters = event.getLocation().getQueryParameters().getParameters().entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(
                        Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getFirst(), (a, b) -> a, HashMap::new));
        var mine = desks.myQueues();
        desk = deskOf(mine);
        if (!isOpen(mine)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        filters.show(parameters, desk == null ? DeskSchema.none("") : schemas.of(desk), queue.equals(QueueLinks.MINE));
        strip.show(desk, filters.query());
        bulk.at(desk);
        views.show(mine, queue, filters.query(), desk);
        done.load();
        paintQueues(mine);
        load();
        showTicket();
    }

    private boolean isOpen(List<QueueRow> mine) {
        return switch (queue) {
            case SavedViews.MINE -> true;
            case SavedViews.WHOLE_DESK -> desk != null;
            default -> mine.stream().anyMatch(it -> it.slug().equals(queue));
        };
    }

    /** The desk whose tickets are listed; of mine, if they can only be of one desk. */
    private @Nullable String deskOf(List<QueueRow> mine) {
        boolean whole = queue.equals(SavedViews.WHOLE_DESK);
        var all = mine.stream()
                .filter(it -> whole
                        ? Objects.equals(it.desk(), parameters.get("desk"))
                        : queue.equals(QueueLinks.MINE) || it.slug().equals(queue))
                .map(QueueRow::desk)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : null;
    }

    private TicketFilter filter() {
        var filter = filters.narrowed(
                switch (queue) {
                    case SavedViews.MINE -> TicketFilter.ALL;
                    case SavedViews.WHOLE_DESK -> TicketFilter.ALL.atDesk(desk);
                    default -> TicketFilter.ALL.inQueue(queue);
                });
        var question = Today.What.parse(parameters.get("today"));
        if (question.isPresent() && desk != null) {
            filter = filter.asOf(today.question(desk, question.get()));
        }
        return queue.equals(QueueLinks.MINE) ? filter.assignedTo(current.id()) : filter;
    }

    private void paintQueues(List<QueueRow> mine) {
        queues.show(mine, tickets.counts(mine), queue);
        title.setText(mine.stream()
                .filter(it -> it.slug().equals(queue))
                .map(it -> it.name(Words.locale()))
                .findFirst()
                .orElseGet(this::nameOfNoQueue));
    }

    private String nameOfNoQueue() {
        return queue.equals(SavedViews.WHOLE_DESK) && desk != null
                ? desks.desk(desk).name(Words.locale())
                : word("ticket.queues.mine");
    }

    private void load() {
        rows.clear(TicketNumber.parse(parameters.get("ticket")).orElse(null));
        bulk.forget();
        cursor = null;
        loadMore();
        empty.setVisible(rows.isEmpty());
        if (!refused) {
            empty.setText(word(filters.isSearch() ? "ticket.list.nothing" : "ticket.list.empty"));
        }
    }

    private void loadMore() {
        refused = false;
        try {
            var slice = tickets.list(filter(), cursor, PAGE);
            cursor = slice.nextCursor();
            rows.show(slice.items());
        } catch (Refusal no) {
            refused = true;
            empty.setText(Words.sentence(no));
            empty.setVisible(true);
        }
        more.setVisible(cursor != null);
    }

    private String address(TicketNumber number) {
        var query = filters.query();
        return Places.queue(queue) + "?" + (query.isEmpty() ? "" : query + "&") + "ticket=" + number;
    }

    private void showTicket() {
        column.removeAll();
        var number = TicketNumber.parse(parameters.get("ticket"));
        setClassName("with-ticket", number.isPresent());
        if (number.isEmpty()) {
            var hint = new Paragraph(word("ticket.choose"));
            hint.addClassName("quiet-text");
            column.add(hint);
            return;
        }
        try {
            workspace.show(number.get());
            var query = filters.query();
            var back = new Anchor(Places.queue(queue) + (query.isEmpty() ? "" : "?" + query), word("ticket.back"));
            back.addClassName("back");
            column.add(back, workspace);
        } catch (Refusal no) {
            column.add(new Paragraph(Words.sentence(no)));
        }
    }

    /** Something happened to some ticket: numbers and rows are read again. */
    private void refresh() {
        paintQueues(desks.myQueues());
        strip.refresh();
        if (refused || rows.count() > WATCHED) {
            return;
        }
        rows.refresh(tickets.page(filter(), 0, Math.max(PAGE, Math.min(WATCHED, rows.count() + 1))));
        empty.setVisible(rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
