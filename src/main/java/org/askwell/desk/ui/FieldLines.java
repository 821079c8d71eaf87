package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/** The own fields of a desk: each can be changed, moved and retired, and one more can be made. */
final class FieldLines extends Section {

    private final DeskSchemas schemas;
    private final String desk;
    private final UnorderedList lines = new UnorderedList();
    private final Paragraph none = new Paragraph(word("desk.fields.none"));
    private final Feedback said = new Feedback();
    private final Div forms = new Div();

    FieldLines(DeskSchemas schemas, String desk) {
        this.schemas = schemas;
        this.desk = desk;
        addClassName("field-lines");
        lines.addClassName("admin-lines");
        none.addClassName("quiet-text");
        var more = new NativeButton(word("desk.field.add"), click -> edit(null));
        more.addClassName("plain");
        add(
                new H2(word("desk.fields")),
                new Paragraph(word("desk.fields.help", DeskSchema.MOST_FIELDS)),
                none,
                lines,
                said,
                forms,
                more);
        load();
    }

    private void load() {
        var fields = schemas.of(desk).fields();
        lines.removeAll();
        fields.forEach(it -> lines.add(line(fields, it)));
        none.setVisible(fields.isEmpty());
    }

    private ListItem line(List<OwnField> all, OwnField field) {
        var name = new Span(field.name(Words.locale()));
        name.addClassName("author");
        var key = new Span(field.key());
        key.addClassName("quiet-text");
        var line = new Div(name, key, tag(kind(field.kind())), tag(by(field.filledBy())));
        line.addClassName("row");
        if (field.toFile()) {
            line.add(tag(word("desk.field.needed.file")));
        }
        if (field.toResolve()) {
            line.add(tag(word("desk.field.needed.resolve")));
        }
        if (field.retired()) {
            line.add(tag(word("desk.schema.retired")));
        }
        int at = all.indexOf(field);
        line.add(small("desk.schema.edit", "desk.schema.edit.named", field, () -> edit(field)));
        if (at > 0) {
            line.add(small("desk.schema.up", "desk.schema.up.named", field, () -> swap(all, at, at - 1)));
        }
        if (at < all.size() - 1) {
            line.add(small("desk.schema.down", "desk.schema.down.named", field, () -> swap(all, at, at + 1)));
        }
        line.add(
                field.retired()
                        ? small("desk.schema.back", "desk.schema.back.named", field, () -> save(field.retire(false)))
                        : small(
                                "desk.schema.retire",
                                "desk.schema.retire.named",
                                field,
                                () -> save(field.retire(true))));
        return new ListItem(line);
    }

    private void edit(@Nullable OwnField field) {
        var form = new FieldForm(field, this::save, forms::removeAll);
        forms.removeAll();
        forms.add(form);
        form.scrollIntoView();
    }

    private void save(OwnField field) {
        schemas.put(desk, field);
        forms.removeAll();
        load();
    }

    private void swap(List<OwnField> all, int one, int other) {
        var order = new ArrayList<>(all.stream().map(OwnField::key).toList());
        Collections.swap(order, one, other);
        schemas.orderFields(desk, order);
        load();
    }

    private NativeButton small(String word, String label, OwnField field, Runnable action) {
        var button = new NativeButton(word(word), click -> said.around(action));
        button.addClassName("quiet");
        button.setAriaLabel(word(label, field.name(Words.locale())));
        return button;
    }

    private static Span tag(String text) {
        var tag = new Span(text);
        tag.addClassName("tag");
        return tag;
    }

    static String kind(OwnField.FieldType kind) {
        return word("desk.field.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String by(OwnField.FilledBy by) {
        return word("desk.field.by." + by.name().toLowerCase(Locale.ROOT));
    }
}
