package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.askwell.common.ui.Words;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.askwell.ticket.TicketFilter;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of tickets by category and by what stands in one of the desk's own fields. What is wanted stands in the
 * address: {@code category=laptop&field.sku=A-7}; an address may name several fields.
 */
final class FieldFilter extends Div {

    static final String CATEGORY = "category";
    static final String FIELD = "field.";

    private final Select<Category> category = new Select<>();
    private final Select<OwnField> field = new Select<>();
    private final Select<OwnField.Choice> choice = new Select<>();
    private final TextField value = new TextField();
    private final Consumer<Map<String, String>> wanted;
    private DeskSchema schema = DeskSchema.none("");
    private Map<String, String> parameters = Map.of();
    private boolean filling;

    /** @param wanted takes the parameters over that are to stand in the address now */
    FieldFilter(Consumer<Map<String, String>> wanted) {
        this.wanted = wanted;
        addClassName("field-filter");
        category.setAriaLabel(word("ticket.category"));
        category.setEmptySelectionAllowed(true);
        category.setEmptySelectionCaption(word("ticket.category.any"));
        category.addValueChangeListener(change -> tell());
        field.setAriaLabel(word("ticket.filter.field"));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(word("ticket.filter.field.any"));
        field.addValueChangeListener(change -> choose());
        choice.setAriaLabel(word("ticket.filter.value"));
        choice.setPlaceholder(word("ticket.filter.value"));
        choice.setItemLabelGenerator(it -> it.name(Words.locale()));
        choice.addValueChangeListener(change -> tell());
        value.setAriaLabel(word("ticket.filter.value"));
        value.setPlaceholder(word("ticket.filter.value"));
        value.setClearButtonVisible(true);
        value.addValueChangeListener(change -> tell());
        add(category, field, choice, value);
    }

    /** Shows what the address wants of the tickets of that desk. */
    void show(DeskSchema ofDesk, Map<String, String> inAddress) {
        filling = true;
        parameters = inAddress;
        if (!ofDesk.equals(schema)) {
            schema = ofDesk;
            category.setItems(schema.categories());
            category.setItemLabelGenerator(
                    it -> it == null ? word("ticket.category.any") : schema.label(it.slug(), Words.locale()));
            field.setItems(schema.fields());
            field.setItemLabelGenerator(it -> it == null ? word("ticket.filter.field.any") : it.name(Words.locale()));
        }
        category.setVisible(!schema.categories().isEmpty());
        category.setValue(schema.category(inAddress.get(CATEGORY)).orElse(null));
        field.setVisible(!schema.fields().isEmpty());
        var named = schema.fields().stream()
                .filter(it -> inAddress.containsKey(FIELD + it.key()))
                .findFirst();
        if (named.isPresent() || field.isEmpty()) {
            field.setValue(named.orElse(null));
        }
        var chosen = field.getValue();
        show(chosen, chosen == null ? "" : inAddress.getOrDefault(FIELD + chosen.key(), ""));
        setVisible(category.isVisible() || field.isVisible());
        filling = false;
    }

    private void show(@Nullable OwnField chosen, String text) {
        boolean isChoice = chosen != null && chosen.kind() == OwnField.FieldType.CHOICE;
        choice.setVisible(isChoice);
        value.setVisible(chosen != null && !isChoice);
        if (chosen != null && isChoice) {
            choice.setItems(chosen.choices());
            chosen.choices().stream()
                    .filter(it -> it.value().equals(text))
                    .findFirst()
                    .ifPresent(choice::setValue);
        } else {
            value.setValue(text);
            boolean ranges = chosen != null && chosen.kind() != OwnField.FieldType.TEXT;
            value.setHelperText(ranges ? word("ticket.filter.value.from") : null);
        }
    }

    private void choose() {
        if (filling) {
            return;
        }
        filling = true;
        show(field.getValue(), "");
        filling = false;
        boolean narrowed = parameters.keySet().stream().anyMatch(it -> it.startsWith(FIELD));
        if (narrowed) {
            tell();
        }
    }

    private void tell() {
        if (filling) {
            return;
        }
        var now = new HashMap<String, String>();
        if (category.getValue() != null) {
            now.put(CATEGORY, category.getValue().slug());
        }
        var chosen = field.getValue();
        if (chosen != null) {
            var text = chosen.kind() == OwnField.FieldType.CHOICE
                    ? choice.getValue() == null ? "" : choice.getValue().value()
                    : value.getValue().strip();
            if (!text.isEmpty()) {
                now.put(FIELD + chosen.key(), text);
            }
        }
        wanted.accept(now);
    }

    static boolean isMine(String parameter) {
        return parameter.equals(CATEGORY) || parameter.startsWith(FIELD);
    }

    /** What the address wants, whether or not there is a choice for it on the page. */
    static TicketFilter narrowed(TicketFilter filter, Map<String, String> parameters) {
        var fields = new HashMap<String, String>();
        parameters.forEach((name, text) -> {
            if (name.startsWith(FIELD) && !text.isBlank()) {
                fields.put(name.substring(FIELD.length()), text);
            }
        });
        return filter.of(parameters.get(CATEGORY)).where(fields);
    }
}
