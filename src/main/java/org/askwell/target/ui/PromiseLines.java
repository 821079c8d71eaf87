package org.askwell.target.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.askwell.people.EmploymentType;
import org.askwell.target.ClockKind;
import org.askwell.target.Promise;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/** The promises of a desk as a table: one line for each priority, and those to certain people below. */
final class PromiseLines extends Div {

    private final NativeTable table = new NativeTable();
    private final List<Line> lines = new ArrayList<>();

    private record Line(Priority priority, @Nullable EmploymentType person, Map<ClockKind, TextField> fields) {

        Promise promise() {
            return new Promise(
                    priority,
                    person,
                    minutes(ClockKind.FIRST_RESPONSE),
                    minutes(ClockKind.NEXT_RESPONSE),
                    minutes(ClockKind.RESOLUTION));
        }

        private @Nullable Integer minutes(ClockKind kind) {
            var field = fields.get(kind);
            return field == null ? null : MinutesText.read(field.getValue());
        }
    }

    PromiseLines(List<Promise> promises) {
        addClassName("promises");
        var head = table.getHead().addRow();
        head.addHeaderCell().setText(word("target.plan.priority"));
        for (var kind : ClockKind.values()) {
            head.addHeaderCell().setText(ClockWords.kind(kind));
        }
        for (var priority : List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)) {
            line(promises.stream()
                    .filter(it -> it.priority() == priority && it.person() == null)
                    .findFirst()
                    .orElse(new Promise(priority, null, null, null, null)));
        }
        promises.stream().filter(it -> it.person() != null).forEach(this::line);
        var scrolls = new Div(table);
        scrolls.addClassName("scrolls");
        var help = new Paragraph(word("target.plan.help"));
        help.addClassName("quiet-text");
        add(new H2(word("target.plan.promises")), help, scrolls, more());
    }

    List<Promise> promises() {
        return lines.stream().map(Line::promise).toList();
    }

    private void line(Promise promise) {
        var row = table.getBody().addRow();
        var person = promise.person();
        var name = person == null
                ? ClockWords.priority(promise.priority())
                : word("target.plan.to", ClockWords.priority(promise.priority()), person(person));
        row.addHeaderCell().setText(name);
        var fields = new EnumMap<ClockKind, TextField>(ClockKind.class);
        for (var kind : ClockKind.values()) {
            var field = new TextField();
            field.setAriaLabel(word("target.plan.field", name, ClockWords.kind(kind)));
            field.setValue(MinutesText.write(promise.minutes(kind)));
            field.setPlaceholder("–");
            row.addDataCell().add(field);
            fields.put(kind, field);
        }
        lines.add(new Line(promise.priority(), person, fields));
    }

    private Div more() {
        var priority = new Select<Priority>();
        priority.setLabel(word("target.plan.priority"));
        priority.setItems(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW);
        priority.setItemLabelGenerator(ClockWords::priority);
        priority.setValue(Priority.NORMAL);
        var person = new Select<EmploymentType>();
        person.setLabel(word("target.plan.person"));
        person.setItems(EmploymentType.values());
        person.setItemLabelGenerator(PromiseLines::person);
        person.setValue(EmploymentType.EXTERNAL);
        var add = new NativeButton(word("target.plan.more"), click -> {
            boolean there = lines.stream()
                    .anyMatch(it -> it.priority() == priority.getValue() && it.person() == person.getValue());
            if (!there) {
                line(new Promise(priority.getValue(), person.getValue(), null, null, null));
            }
        });
        add.addClassName("plain");
        var more = new Div(priority, person, add);
        more.addClassNames("row", "more-promises");
        return more;
    }

    private static String person(EmploymentType type) {
        return word("people.type." + ClockWords.lower(type));
    }
}
