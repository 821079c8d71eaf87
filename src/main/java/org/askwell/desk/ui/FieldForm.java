package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/** The form of a desk's own field: gives back the field, saves nothing, and keeps what was typed when it is refused. */
final class FieldForm extends Div {

    private final TextField key = new TextField(word("desk.field.key"));
    private final TextField nameZh = new TextField(word("desk.field.zh"));
    private final TextField nameEn = new TextField(word("desk.field.en"));
    private final Select<OwnField.FieldType> kind = new Select<>();
    private final TextArea choices = new TextArea(word("desk.field.choices"));
    private final Select<OwnField.FilledBy> by = new Select<>();
    private final Checkbox toFile = new Checkbox(word("desk.field.to-file"));
    private final Checkbox toResolve = new Checkbox(word("desk.field.to-resolve"));
    private final TextField helpZh = new TextField(word("desk.field.help.zh"));
    private final TextField helpEn = new TextField(word("desk.field.help.en"));
    private final Feedback said = new Feedback();

    /** @param before null for a field that does not exist yet */
    FieldForm(@Nullable OwnField before, Consumer<OwnField> save, Runnable cancel) {
        addClassNames("card", "desk-form");
        key.setHelperText(word("desk.field.key.help"));
        key.setReadOnly(before != null);
        kind.setLabel(word("desk.field.kind"));
        kind.setItems(OwnField.FieldType.values());
        kind.setItemLabelGenerator(FieldLines::kind);
        kind.addValueChangeListener(change -> fit());
        by.setLabel(word("desk.field.by"));
        by.setItems(OwnField.FilledBy.values());
        by.setItemLabelGenerator(FieldLines::by);
        by.addValueChangeListener(change -> fit());
        choices.setHelperText(word("desk.field.choices.help"));
        choices.setMinRows(4);
        kind.setValue(OwnField.FieldType.TEXT);
        by.setValue(OwnField.FilledBy.EMPLOYEE);
        if (before != null) {
            fill(before);
        }
        fit();
        var ok = new NativeButton(
                word("desk.field.save"),
                click -> said.around(() -> save.accept(field(before != null && before.retired()))));
        ok.addClassName("primary");
        var no = new NativeButton(word("desk.field.cancel"), click -> cancel.run());
        no.addClassName("quiet");
        var buttons = new Div(ok, no);
        buttons.addClassName("row");
        add(
                new H3(
                        before == null
                                ? word("desk.field.new")
                                : word("desk.field.change", before.name(Words.locale()))),
                pair(nameZh, nameEn),
                pair(key, kind),
                choices,
                pair(helpZh, helpEn),
                by,
                toFile,
                toResolve,
                said,
                buttons);
    }

    private void fill(OwnField field) {
        key.setValue(field.key());
        nameZh.setValue(field.nameZh());
        nameEn.setValue(field.nameEn());
        kind.setValue(field.kind());
        choices.setValue(field.choices().stream().map(OwnField.Choice::line).collect(Collectors.joining("\n")));
        by.setValue(field.filledBy());
        toFile.setValue(field.toFile());
        toResolve.setValue(field.toResolve());
        helpZh.setValue(field.helpZh());
        helpEn.setValue(field.helpEn());
    }

    private void fit() {
        choices.setVisible(kind.getValue() == OwnField.FieldType.CHOICE);
        toFile.setVisible(by.getValue() == OwnField.FilledBy.EMPLOYEE);
    }

    private OwnField field(boolean retired) {
        return new OwnField(
                key.getValue().strip(),
                nameZh.getValue(),
                nameEn.getValue(),
                kind.getValue(),
                choices.isVisible()
                        ? choices.getValue()
                                .lines()
                                .filter(it -> !it.isBlank())
                                .map(OwnField.Choice::parse)
                                .toList()
                        : List.of(),
                by.getValue(),
                toFile.isVisible() && toFile.getValue(),
                toResolve.getValue(),
                helpZh.getValue(),
                helpEn.getValue(),
                retired);
    }

    private static Div pair(Component left, Component right) {
        var pair = new Div(left, right);
        pair.addClassName("pair");
        return pair;
    }
}
