package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.PersonRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.bulk.BulkAction;
import org.askwell.ticket.bulk.BulkKind;
import org.askwell.ticket.bulk.BulkReport;
import org.askwell.ticket.bulk.BulkService;
import org.jspecify.annotations.Nullable;

/** What can be done with the tickets that were picked in a list. Hidden as long as none is. */
final class BulkBar extends Div {

    private final BulkService bulks;
    private final DeskService desks;
    private final Supplier<List<TicketNumber>> everything;
    private final java.util.function.Consumer<BulkReport> begun;
    private final Set<TicketNumber> picked = new LinkedHashSet<>();
    private final Map<TicketNumber, Element> boxes = new HashMap<>();
    private final Span count = new Span();
    private final Div panel = new Div();

    private final Feedback refusal = new Feedback();
    private final NativeButton all = Keys.button("bulk.all", "", this::pickAll);
    private final NativeButton assign = Keys.button("bulk.assign", "b", this::askAssignee);
    private final NativeButton move = Keys.button("bulk.move", "v", this::askQueue);
    private @Nullable String desk;

    /**
     * @param everything the numbers of all tickets of the list, shown or not
     * @param begun is told of an action that has begun
     */
    BulkBar(
            BulkService bulks,
            DeskService desks,
            Supplier<List<TicketNumber>> everything,
            java.util.function.Consumer<BulkReport> begun) {
        this.bulks = bulks;
        this.desks = desks;
        this.everything = everything;
        this.begun = begun;
        panel.addClassName("bulk-bar");
        count.getElement().setAttribute("role", "status");
        var row = new Div(
                count,
                assign,
                Keys.button("bulk.priority", "p", this::askPriority),
                Keys.button("bulk.tag", "g", this::askTag),
                move,
                Keys.button("bulk.resolve", "r", this::askResolution),
                all,
                Keys.button("bulk.none", "", this::clear));
        row.addClassName("row");
        row.getElement().setAttribute("role", "toolbar").setAttribute("aria-label", word("bulk.bar"));
        panel.add(row, refusal);
        add(panel);
        paint();
    }

    /** @param deskOfAll the desk to which all tickets of the list belong; null when they may be of several */
    void at(@Nullable String deskOfAll) {
        desk = deskOfAll;
        assign.setVisible(desk != null);
        move.setVisible(desk != null);
    }

    /** Another list is shown: nothing of it is picked yet. */
    void forget() {
        boxes.clear();
        clear();
    }

    /** The box beside a row of the list. */
    Element box(TicketNumber number) {
        return boxes.computeIfAbsent(number, it -> {
            var box = new Element("input");
            box.setAttribute("type", "checkbox")
                    .setAttribute("data-pick", number.value())
                    .setAttribute("aria-label", word("bulk.pick", number));
            box.setProperty("checked", picked.contains(number));
            box.addPropertyChangeListener("checked", "change", change -> {
                if (Boolean.TRUE.equals(change.getValue())) {
                    picked.add(number);
                } else {
                    picked.remove(number);
                }
                paint();
            });
            return box;
        });
    }

    private void pickAll() {
        refusal.around(() -> {
            picked.addAll(everything.get());
            boxes.forEach((number, box) -> box.setProperty("checked", picked.contains(number)));
        });
        paint();
    }

    private void clear() {
        picked.clear();
        boxes.values().forEach(it -> it.setProperty("checked", false));
        refusal.clear();
        paint();
    }

    private void paint() {
        count.setText(word("bulk.picked", picked.size()));
        panel.setVisible(!picked.isEmpty());
    }

    private void askAssignee() {
        var who = new ComboBox<PersonRow>(word("ticket.assign.who"));
        who.setItems(desks.members(Objects.requireNonNull(desk)));
        who.setItemLabelGenerator(PersonRow::name);
        who.setAutofocus(true);
        who.setWidthFull();
        ask(
                "bulk.assign",
                BulkKind.ASSIGN,
                who,
                () -> who.getValue() == null ? "" : who.getValue().id().value());
    }

    private void askPriority() {
        var priority = select("ticket.priority", List.of(Priority.values()), TicketWords::priority);
        ask(
                "bulk.priority",
                BulkKind.PRIORITISE,
                priority,
                () -> chosen(priority).name());
    }

    private void askTag() {
        var tag = new TextField(word("bulk.tag.which"));
        tag.setWidthFull();
        tag.setAutofocus(true);
        var how = select(
                "bulk.tag.how",
                List.of(BulkKind.ADD_TAG, BulkKind.REMOVE_TAG),
                it -> word(it == BulkKind.ADD_TAG ? "bulk.tag.add" : "bulk.tag.remove"));
        how.setValue(BulkKind.ADD_TAG);
        question("bulk.tag", () -> begin(new BulkAction(chosen(how), tag.getValue())), tag, how);
    }

    private void askQueue() {
        var queue = select(
                "ticket.queue.which",
                desks.queuesOf(Objects.requireNonNull(desk)),
                (QueueRow it) -> it.name(Words.locale()));
        ask("bulk.move", BulkKind.MOVE, queue, () -> chosen(queue).slug());
    }

    private void askResolution() {
        var text = new TextArea(word("ticket.resolve.text"));
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxLength(20_000);
        text.setAutofocus(true);
        ask("bulk.resolve", BulkKind.RESOLVE, text, text::getValue);
    }

    private void ask(String title, BulkKind kind, Component field, Supplier<String> value) {
        question(title, () -> begin(new BulkAction(kind, value.get())), field);
    }

    /** Says on the button itself how many tickets it will be. It stands beside the page: the bar is hidden before it closes. */
    private void question(String title, Runnable action, Component... fields) {
        var question = new Question(word(title), word("bulk.do", picked.size()), action, fields);
        question.open();
    }

    private void begin(BulkAction action) {
        begun.accept(bulks.begin(action, List.copyOf(picked)));
        clear();
    }

    private static <T> T chosen(Select<T> select) {
        var value = select.getValue();
        if (value == null) {
            throw Refusal.invalid("ticket-choose");
        }
        return value;
    }

    private static <T> Select<T> select(String label, List<T> items, Function<T, String> words) {
        var select = new Select<T>();
        select.setLabel(word(label));
        select.setItems(items);
        select.setItemLabelGenerator(words::apply);
        select.setWidthFull();
        return select;
    }
}
