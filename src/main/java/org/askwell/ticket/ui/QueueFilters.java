package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.askwell.desk.DeskSchema;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/** What narrows a list of tickets: shows what its address says, and says what the address is to become. */
final class QueueFilters extends Div {

    private static final List<String> STATUSES = List.of("active", "open", "waiting", "resolved", "all");
    private static final List<String> ORDERS = List.of("oldest", "due");
    private static final String ANY = "any";
    private static final String ME = "me";
    private static final String NONE = "none";
    private static final List<String> IN_ADDRESS = List.of("desk", "today", "status", "assignee", "order", "q");

    private final CurrentPerson current;
    private final PeopleService people;
    private final Consumer<Map<String, String>> wanted;
    private final Select<String> status = new Select<>();
    private final Select<String> assignee = new Select<>();
    private final Select<String> order = new Select<>();
    private final TextField text = new TextField();
    private final FieldFilter facts = new FieldFilter(this::narrow);
    private final NativeButton unfold = new NativeButton(word("ticket.filter.more"), click -> unfold());
    private Map<String, String> parameters = new HashMap<>();
    private boolean filling;

    /** @param wanted takes over what is to stand in the address now */
    QueueFilters(CurrentPerson current, PeopleService people, Consumer<Map<String, String>> wanted) {
        this.current = current;
        this.people = people;
        this.wanted = wanted;
        addClassName("filters");
        status.setItems(STATUSES);
        status.setItemLabelGenerator(it -> word("ticket.filter." + it));
        status.setAriaLabel(word("ticket.filter.status"));
        assignee.setItemLabelGenerator(this::assigneeName);
        assignee.setAriaLabel(word("ticket.filter.assignee"));
        order.addClassName("by-order");
        order.setItems(ORDERS);
        order.setItemLabelGenerator(it -> word("ticket.filter.order." + it));
        order.setAriaLabel(word("ticket.filter.order"));
        text.addClassName("by-text");
        text.setPlaceholder(word("ticket.filter.text"));
        text.setAriaLabel(word("ticket.filter.text"));
        text.setClearButtonVisible(true);
        text.getElement().setAttribute("data-key", "/").setAttribute("aria-keyshortcuts", "/");
        status.addValueChangeListener(change -> filter("status", change.getValue(), STATUSES.getFirst()));
        assignee.addValueChangeListener(change -> filter("assignee", change.getValue(), ANY));
        order.addValueChangeListener(change -> filter("order", change.getValue(), ORDERS.getFirst()));
        text.addValueChangeListener(change -> filter("q", change.getValue().trim(), ""));
        unfold.addClassNames("quiet", "unfold");
        unfold.getElement().setAttribute("aria-expanded", "false");
        add(status, assignee, order, facts, text, unfold);
    }

    /** @param ownOnly the list shows what one has oneself: nobody else can be chosen */
    void show(Map<String, String> inAddress, DeskSchema schema, boolean ownOnly) {
        filling = true;
        parameters = new HashMap<>(inAddress);
        status.setValue(oneOf(parameters.get("status"), STATUSES));
        var person = PersonId.parse(parameters.get("assignee"))
                .map(PersonId::value)
                .filter(it -> !it.equals(ME) && !it.equals(NONE) && !it.equals(ANY));
        var choices = new ArrayList<>(List.of(ANY, ME, NONE));
        person.ifPresent(choices::add);
        assignee.setItems(choices);
        assignee.setValue(oneOf(parameters.get("assignee"), choices));
        assignee.setVisible(!ownOnly);
        order.setValue(oneOf(parameters.get("order"), ORDERS));
        text.setValue(parameters.getOrDefault("q", ""));
        facts.show(schema, parameters);
        filling = false;
    }

    /** The filter that this says, among the tickets of another one. */
    TicketFilter narrowed(TicketFilter among) {
        var filter = FieldFilter.narrowed(
                among.sorted(
                                "due".equals(order.getValue())
                                        ? TicketFilter.Order.DUE_FIRST
                                        : TicketFilter.Order.OLDEST_FIRST)
                        .about(text.getValue())
                        .with(statuses()),
                parameters);
        if (!assignee.isVisible()) {
            return filter;
        }
        return switch (assignee.getValue()) {
            case ME -> filter.assignedTo(current.id());
            case NONE -> filter.thatNobodyHas();
            case ANY -> filter;
            default -> filter.assignedTo(PersonId.parse(assignee.getValue()).orElseThrow());
        };
    }

    /** Something is asked for that not every ticket has. */
    boolean isSearch() {
        return !text.isEmpty() || parameters.keySet().stream().anyMatch(FieldFilter::isMine);
    }

    /** What narrows the list, always in the same order. */
    String query() {
        var address = new ArrayList<String>();
        IN_ADDRESS.forEach(it -> put(it, address));
        parameters.keySet().stream().filter(FieldFilter::isMine).sorted().forEach(it -> put(it, address));
        return String.join("&", address);
    }

    private void put(String name, List<String> address) {
        var value = parameters.get(name);
        if (value != null) {
            address.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private String assigneeName(String choice) {
        return switch (choice) {
            case ANY, ME, NONE -> word("ticket.filter.assignee." + choice);
            default -> {
                var person = PersonId.parse(choice).orElseThrow();
                yield TicketWords.name(person, people.named(Set.of(person)));
            }
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

    private void filter(String name, @Nullable String value, String usual) {
        if (filling) {
            return;
        }
        var now = new HashMap<>(parameters);
        if (value == null || value.equals(usual)) {
            now.remove(name);
        } else {
            now.put(name, value);
        }
        tell(now);
    }

    private void narrow(Map<String, String> values) {
        var now = new HashMap<>(parameters);
        now.keySet().removeIf(FieldFilter::isMine);
        now.putAll(values);
        tell(now);
    }

    private void tell(Map<String, String> now) {
        now.remove("ticket");
        wanted.accept(now);
    }

    /** Where there is little room, only the words to look for are shown at first. */
    private void unfold() {
        boolean open = !hasClassName("open");
        setClassName("open", open);
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    /** The wanted value if it is one of those, else the first of them. */
    private static String oneOf(@Nullable String wanted, List<String> values) {
        return wanted != null && values.contains(wanted) ? wanted : values.getFirst();
    }
}
