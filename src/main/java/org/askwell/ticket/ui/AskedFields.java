package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Words;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/**
 * The category and the own fields of a desk, to be filled in. Gives back what stands there and saves nothing; what is
 * missing or cannot be read is marked beside the field, and the first of them has the focus.
 */
public final class AskedFields extends Div {

    /** Tells that something was typed which is no day. */
    private static final class DayPicker extends DatePicker {
        @Override
        protected boolean isInputValuePresent() {
            return super.isInputValuePresent();
        }
    }

    /** One field in front of a person. */
    private record Editor(OwnField field, Component input, Supplier<String> text, boolean needed) {}

    private final Select<Category> category = new Select<>();
    private final List<Editor> editors = new ArrayList<>();
    private boolean categoryNeeded;

    public AskedFields() {
        addClassName("asked-fields");
        category.setLabel(word("ticket.category"));
        category.setEmptySelectionAllowed(true);
        category.setEmptySelectionCaption(word("ticket.category.none"));
        setVisible(false);
    }

    /** What is asked of somebody who files a ticket at that desk; whatever was filled in under the same key stays. */
    public void askToFile(DeskSchema schema) {
        ask(schema, schema.offered(), schema.askedOfEmployees(), false, List.of(), typed(schema));
        for (var field : schema.askedOfEmployees()) {
            if (field.toFile()) {
                need(field);
            }
        }
    }

    /** Everything the desk wants to know, as it stands on a ticket. */
    public void askAll(DeskSchema schema, @Nullable String chosen, Map<String, String> values) {
        var offered = new ArrayList<>(schema.offered());
        schema.category(chosen).filter(it -> !offered.contains(it)).ifPresent(offered::addFirst);
        ask(schema, offered, schema.asked(), false, List.of(), values);
        schema.category(chosen).ifPresent(category::setValue);
    }

    /** What a ticket still lacks before it can be resolved. */
    public void askMissing(DeskSchema schema, @Nullable String chosen, Map<String, String> values) {
        var missing = schema.asked().stream()
                .filter(it -> it.toResolve() && !values.containsKey(it.key()))
                .toList();
        boolean needsCategory = schema.categoryNeeded() && chosen == null;
        ask(schema, needsCategory ? schema.offered() : List.of(), missing, needsCategory, missing, Map.of());
    }

    private void ask(
            DeskSchema schema,
            List<Category> categories,
            List<OwnField> fields,
            boolean needsCategory,
            List<OwnField> needed,
            Map<String, String> values) {
        var before = category.getValue();
        removeAll();
        editors.clear();
        categoryNeeded = needsCategory;
        category.setItems(categories);
        category.setItemLabelGenerator(
                it -> it == null ? word("ticket.category.none") : schema.label(it.slug(), Words.locale()));
        category.setVisible(!categories.isEmpty());
        category.setRequiredIndicatorVisible(needsCategory);
        category.setInvalid(false);
        if (before != null && categories.contains(before)) {
            category.setValue(before);
        }
        add(category);
        for (var field : fields) {
            var editor = editor(field, values.getOrDefault(field.key(), ""), needed.contains(field));
            editors.add(editor);
            add(editor.input());
        }
        setVisible(!categories.isEmpty() || !fields.isEmpty());
    }

    private void need(OwnField field) {
        editors.replaceAll(it -> it.field().equals(field) ? new Editor(field, it.input(), it.text(), true) : it);
        editors.stream()
                .filter(it -> it.field().equals(field))
                .forEach(it -> ((HasValue<?, ?>) it.input()).setRequiredIndicatorVisible(true));
    }

    /** The chosen category, or null. */
    public @Nullable String category() {
        var chosen = category.isVisible() ? category.getValue() : null;
        return chosen == null ? null : chosen.slug();
    }

    /** What stands in the fields, by their keys; refuses, and marks, what is missing or cannot be read. */
    public Map<String, @Nullable String> values() {
        var values = new LinkedHashMap<String, @Nullable String>();
        var missing = new ArrayList<String>();
        Component first = null;
        if (categoryNeeded && category() == null) {
            first = mark(category, word("ticket.fields.needed"));
            missing.add(word("ticket.category"));
        } else {
            category.setInvalid(false);
        }
        for (var editor : editors) {
            var wrong = wrong(editor);
            if (wrong == null) {
                ((HasValidationProperties) editor.input()).setInvalid(false);
                values.put(editor.field().key(), editor.text().get());
            } else {
                var marked = mark(editor.input(), wrong);
                first = first == null ? marked : first;
                if (editor.text().get().isBlank()) {
                    missing.add(editor.field().name(Words.locale()));
                }
            }
        }
        if (first != null) {
            ((Focusable<?>) first).focus();
            throw missing.isEmpty()
                    ? Refusal.invalid("ticket-fields-check")
                    : Refusal.invalid("ticket-fields-needed", String.join(word("ticket.fields.and"), missing));
        }
        return values;
    }

    /** What was typed for the desk that was asked for before, as far as this one wants to know the same. */
    private Map<String, String> typed(DeskSchema schema) {
        var typed = new LinkedHashMap<String, String>();
        for (var editor : editors) {
            schema.field(editor.field().key())
                    .filter(it -> it.kind() == editor.field().kind()
                            && it.choices().equals(editor.field().choices()))
                    .ifPresent(it -> typed.put(it.key(), editor.text().get()));
        }
        return typed;
    }

    private static @Nullable String wrong(Editor editor) {
        var text = editor.text().get();
        if (text.isBlank()) {
            return editor.input() instanceof DayPicker picker && picker.isInputValuePresent()
                    ? Words.sentence(
                            Refusal.invalid("field-value-date", editor.field().name(Words.locale())))
                    : editor.needed() ? word("ticket.fields.needed") : null;
        }
        try {
            var unused = editor.field().read(text, Words.locale());
            return null;
        } catch (Refusal no) {
            return Words.sentence(no);
        }
    }

    private static Component mark(Component input, String why) {
        var field = (HasValidationProperties) input;
        field.setErrorMessage(why);
        field.setInvalid(true);
        return input;
    }

    private static Editor editor(OwnField field, String value, boolean needed) {
        var editor = switch (field.kind()) {
            case TEXT, NUMBER -> text(field, value, needed);
            case DATE -> date(field, value, needed);
            case CHOICE -> choice(field, value, needed);
        };
        ((HasValueAndElement<?, ?>) editor.input()).setRequiredIndicatorVisible(needed);
        return editor;
    }

    private static Editor text(OwnField field, String value, boolean needed) {
        var input = new TextField(field.name(Words.locale()));
        input.setHelperText(field.help(Words.locale()));
        input.setMaxLength(OwnField.LONGEST_VALUE);
        input.setManualValidation(true);
        input.setValue(value);
        if (field.kind() == OwnField.FieldType.NUMBER) {
            input.getElement().setAttribute("inputmode", "decimal");
        }
        return new Editor(field, input, () -> input.getValue().strip(), needed);
    }

    private static Editor date(OwnField field, String value, boolean needed) {
        var input = new DayPicker();
        input.setLabel(field.name(Words.locale()));
        input.setHelperText(field.help(Words.locale()));
        input.setLocale(Words.locale().getLanguage().equals("zh") ? Locale.CHINA : Locale.UK);
        input.setI18n(calendar());
        input.setManualValidation(true);
        input.setClearButtonVisible(true);
        input.setValue(value.isEmpty() ? null : LocalDate.parse(value));
        return new Editor(
                field,
                input,
                () -> input.getValue() == null ? "" : input.getValue().toString(),
                needed);
    }

    /** Weeks begin on Monday. */
    private static DatePicker.DatePickerI18n calendar() {
        var names = DateFormatSymbols.getInstance(Words.locale());
        return new DatePicker.DatePickerI18n()
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                .setToday(word("ticket.today"))
                .setCancel(word("ticket.cancel"));
    }

    private static Editor choice(OwnField field, String value, boolean needed) {
        var input = new Select<OwnField.Choice>();
        input.setLabel(field.name(Words.locale()));
        input.setHelperText(field.help(Words.locale()));
        input.setManualValidation(true);
        input.setEmptySelectionAllowed(true);
        input.setItemLabelGenerator(it -> it == null ? "" : it.name(Words.locale()));
        var choices = new ArrayList<>(field.choices());
        if (!value.isEmpty() && choices.stream().noneMatch(it -> it.value().equals(value))) {
            choices.addFirst(new OwnField.Choice(value, value, value));
        }
        input.setItems(choices);
        choices.stream().filter(it -> it.value().equals(value)).findFirst().ifPresent(input::setValue);
        return new Editor(
                field,
                input,
                () -> input.getValue() == null ? "" : input.getValue().value(),
                needed);
    }
}
