package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketStatus;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.bulk.BulkService;
import org.askwell.ticket.saved.SavedViews;
import org.jspecify.annotations.Nullable;

/**
 * The agents' place: queues with what waits in them, the tickets of one of them, and one ticket.
 *
 * <p>Queue, filters and chosen ticket stand in the address. What happens elsewhere appears by itself; rows that no longer
 * belong here stay where they are, dimmed, until the list is entered again, so that nothing jumps under the pointer.
 * Route: {@code queues/it-intake?status=active&assignee=me&category=laptop&field.sku=A-7&q=vpn&ticket=IT-1042}; the queue {@code mine} is what one has.
 */
@Route("queues/:queue?")
@CdiComponent
@RolesAllowed({"AGENT", "DESK_OWNER", "ADMIN"})
@JsModule("context://js/workbench.js")
public class QueuesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final TicketService tickets;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final TicketFields fields;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Clock clock;
    private final Workspace workspace;

    private final QueueLinks queues = new QueueLinks();
    private final H1 title = new H1();
    private final Select<String> status = new Select<>();
    private final Select<String> assignee = new Select<>();
    private final Select<String> order = new Select<>();
    private final TextField text = new TextField();
    private final FieldFilter facts = new FieldFilter(this::narrow);
    private final UnorderedList list = new UnorderedList();
    private final Paragraph empty = new Paragraph();
    private final NativeButton more = new NativeButton(word("ticket.list.more"), click -> loadMore());
    private final Div column = new Div();
    private final ViewLinks views;
    private final BulkBar bulk;
    private final BulkStrip strip;
    private final Map<TicketNumber, Anchor> rows = new LinkedHashMap<>();

    private String queue = QueueLinks.MINE;
    private Map<String, String> parameters = new HashMap<>();
    private @Nullable String cursor;
    private boolean filling;
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
            Workspace workspace) {
        this.tickets = tickets;
        this.desks = desks;
        this.schemas = schemas;
        this.fields = fields;
        this.people = people;
        this.current = current;
        this.clock = clock;
        this.workspace = workspace;
        this.views = new ViewLinks(views, desks, current);
        this.strip = new BulkStrip(bulks, screens);
        this.bulk = new BulkBar(bulks, desks, () -> bulks.matching(filter()), strip::show);
        addClassName("bench");
        list.addClassName("ticket-list");
        more.addClassName("plain");
        more.getElement().setAttribute("data-more", "");
        column.addClassName("bench-ticket");
        var ways = new Div(queues, this.views);
        ways.addClassName("bench-ways");
        add(ways, listColumn(), column);
        screens.follow(this, TicketTopics.ANY, this::refresh);
    }

    private Section listColumn() {
        status.setItems("active", "open", "waiting", "resolved", "all");
        status.setItemLabelGenerator(it -> word("ticket.filter." + it));
        status.setAriaLabel(word("ticket.filter.status"));
        assignee.setItems("any", "me", "none");
        assignee.setItemLabelGenerator(it -> word("ticket.filter.assignee." + it));
        assignee.setAriaLabel(word("ticket.filter.assignee"));
        order.addClassName("by-order");
        order.setItems("oldest", "due");
        order.setItemLabelGenerator(it -> word("ticket.filter.order." + it));
        order.setAriaLabel(word("ticket.filter.order"));
        text.setPlaceholder(word("ticket.filter.text"));
        text.setAriaLabel(word("ticket.filter.text"));
        text.setClearButtonVisible(true);
        text.getElement().setAttribute("data-key", "/").setAttribute("aria-keyshortcuts", "/");
        status.addValueChangeListener(change -> filter("status", change.getValue(), "active"));
        assignee.addValueChangeListener(change -> filter("assignee", change.getValue(), "any"));
        order.addValueChangeListener(change -> filter("order", change.getValue(), "oldest"));
        text.addValueChangeListener(change -> filter("q", change.getValue().trim(), ""));
        var filters = new Div(status, assignee, order, facts, text);
        filters.addClassName("filters");
        var section = new Section(title, filters, bulk, strip, empty, list, more, new KeySheet());
        section.addClassName("bench-list");
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        queue = event.getRouteParameters().get("queue").orElse(QueueLinks.MINE);
        parameters = event.getLocation().getQueryParameters().getParameters().entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(
                        Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getFirst(), (a, b) -> a, HashMap::new));
        var mine = desks.myQueues();
        if (!queue.equals(QueueLinks.MINE)
                && mine.stream().noneMatch(it -> it.slug().equals(queue))) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        fillFilters();
        facts.show(schemaOf(mine), parameters);
        bulk.at(deskOf(mine));
        views.show(mine, queue, query(), deskOf(mine));
        strip.load();
        paintQueues(mine);
        load();
        showTicket();
    }

    private void fillFilters() {
        filling = true;
        status.setValue(oneOf(parameters.get("status"), "active", "open", "waiting", "resolved", "all"));
        assignee.setValue(oneOf(parameters.get("assignee"), "any", "me", "none"));
        order.setValue(oneOf(parameters.get("order"), "oldest", "due"));
        assignee.setVisible(!queue.equals(QueueLinks.MINE));
        text.setValue(parameters.getOrDefault("q", ""));
        filling = false;
    }

    private DeskSchema schemaOf(List<QueueRow> mine) {
        var desk = deskOf(mine);
        return desk == null ? DeskSchema.none("") : schemas.of(desk);
    }

    /** The desk whose tickets are listed; of mine, if they can only be of one desk. */
    private @Nullable String deskOf(List<QueueRow> mine) {
        var all = mine.stream()
                .filter(it -> queue.equals(QueueLinks.MINE) || it.slug().equals(queue))
                .map(QueueRow::desk)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : null;
    }

    private void narrow(Map<String, String> wanted) {
        var all = new HashMap<>(parameters);
        all.remove("ticket");
        all.keySet().removeIf(FieldFilter::isMine);
        all.putAll(wanted);
        UI.getCurrent().navigate(Places.queue(queue), QueryParameters.simple(all));
    }

    /** The wanted value if it is one of those, else the first of them. */
    private static String oneOf(@Nullable String wanted, String... values) {
        return wanted != null && List.of(values).contains(wanted) ? wanted : values[0];
    }

    private void filter(String name, @Nullable String value, String usual) {
        if (filling) {
            return;
        }
        var wanted = new HashMap<>(parameters);
        wanted.remove("ticket");
        if (value == null || value.equals(usual)) {
            wanted.remove(name);
        } else {
            wanted.put(name, value);
        }
        UI.getCurrent().navigate(Places.queue(queue), QueryParameters.simple(wanted));
    }

    private TicketFilter filter() {
        var filter = FieldFilter.narrowed(
                TicketFilter.ALL
                        .sorted(
                                "due".equals(order.getValue())
                                        ? TicketFilter.Order.DUE_FIRST
                                        : TicketFilter.Order.OLDEST_FIRST)
                        .about(text.getValue())
                        .with(statuses()),
                parameters);
        if (queue.equals(QueueLinks.MINE)) {
            return filter.assignedTo(current.id());
        }
        filter = filter.inQueue(queue);
        return switch (assignee.getValue()) {
            case "me" -> filter.assignedTo(current.id());
            case "none" -> filter.thatNobodyHas();
            default -> filter;
        };
    }

    private Set<TicketStatus> statuses() {
        return switch (status.getValue()) {
            case "open" -> Set.of(TicketStatus.OPEN);
            case "waiting" -> Set.of(TicketStatus.WAITING);
            case "resolved" -> Set.of(TicketStatus.RESOLVED);
            case "all" -> Set.of();
            default -> TicketFilter.ACTIVE;
        };
    }

    private void paintQueues(List<QueueRow> mine) {
        queues.show(mine, tickets.counts(mine), queue);
        title.setText(mine.stream()
                .filter(it -> it.slug().equals(queue))
                .map(it -> it.name(Words.locale()))
                .findFirst()
                .orElseGet(() -> word("ticket.queues.mine")));
    }

    private void load() {
        list.removeAll();
        rows.clear();
        bulk.forget();
        cursor = null;
        loadMore();
        boolean nothing = rows.isEmpty();
        empty.setVisible(nothing);
        if (!refused) {
            boolean narrowed = parameters.keySet().stream().anyMatch(FieldFilter::isMine);
            empty.setText(word(text.isEmpty() && !narrowed ? "ticket.list.empty" : "ticket.list.nothing"));
        }
    }

    private void loadMore() {
        refused = false;
        try {
            var slice = tickets.list(filter(), cursor, PAGE);
            cursor = slice.nextCursor();
            show(slice.items());
        } catch (Refusal no) {
            refused = true;
            empty.setText(Words.sentence(no));
            empty.setVisible(true);
        }
        more.setVisible(cursor != null);
    }

    private void show(List<TicketRow> items) {
        var names = people.named(persons(items));
        var filled = fields.of(items);
        for (var row : items) {
            var link = rows.computeIfAbsent(row.number(), number -> {
                var fresh = new Anchor(address(number));
                fresh.addClassName("ticket-row");
                fresh.getElement().setAttribute("data-row", number.value());
                var line = new ListItem(fresh);
                line.getElement().insertChild(0, bulk.box(number));
                list.add(line);
                return fresh;
            });
            fill(link, row, filled.getOrDefault(row.number(), Map.of()), names);
        }
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
        if (row.dueAt() != null) {
            marks.add(new DueMark(row.dueAt(), clock.instant(), current.get().zone()));
        }
        marks.add(Times.ago(row.openedAt(), current.get().zone(), clock));
        link.removeAll();
        link.add(subject, who, marks);
        gone(link, false);
        if (row.number().value().equals(parameters.get("ticket"))) {
            link.getElement().setAttribute("aria-current", "true");
        }
    }

    private static void gone(Anchor link, boolean gone) {
        link.getElement().getParent().getClassList().set("gone", gone);
    }

    private String address(TicketNumber number) {
        var query = query();
        return Places.queue(queue) + "?" + (query.isEmpty() ? "" : query + "&") + "ticket=" + number;
    }

    /** What narrows the list, always in the same order. */
    private String query() {
        var wanted = new ArrayList<String>();
        for (var name : List.of("status", "assignee", "order", "q")) {
            put(name, wanted);
        }
        parameters.keySet().stream().filter(FieldFilter::isMine).sorted().forEach(it -> put(it, wanted));
        return String.join("&", wanted);
    }

    private void put(String name, List<String> address) {
        var value = parameters.get(name);
        if (value != null) {
            address.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
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
            var back = new Anchor(Places.queue(queue), word("ticket.back"));
            back.addClassName("back");
            column.add(back, workspace);
        } catch (Refusal no) {
            column.add(new Paragraph(Words.sentence(no)));
        }
    }

    /** Something happened to some ticket: counts and rows are read again; what has left stays, dimmed. */
    private void refresh() {
        paintQueues(desks.myQueues());
        var shown = new LinkedHashSet<>(rows.keySet());
        if (refused) {
            return;
        }
        var now = tickets.page(filter(), 0, Math.max(PAGE, Math.min(200, shown.size() + 1)));
        show(now);
        var still = now.stream().map(TicketRow::number).collect(Collectors.toSet());
        for (var number : shown) {
            if (!still.contains(number) && shown.size() <= 200) {
                Optional.ofNullable(rows.get(number)).ifPresent(it -> gone(it, true));
            }
        }
        empty.setVisible(rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
