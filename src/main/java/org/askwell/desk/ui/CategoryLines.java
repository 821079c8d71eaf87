package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;

/** The categories of a desk: each can be renamed, moved and retired, and one more can be made. */
final class CategoryLines extends Section {

    private final DeskSchemas schemas;
    private final String desk;
    private final UnorderedList lines = new UnorderedList();
    private final Paragraph none = new Paragraph(word("desk.categories.none"));
    private final Checkbox needed = new Checkbox(word("desk.categories.needed"));
    private final Select<Category> parent = new Select<>();
    private final Feedback said = new Feedback();

    CategoryLines(DeskSchemas schemas, String desk) {
        this.schemas = schemas;
        this.desk = desk;
        addClassNames("named-lines", "category-lines");
        lines.addClassName("admin-lines");
        none.addClassName("quiet-text");
        parent.setLabel(word("desk.category.parent"));
        parent.setEmptySelectionAllowed(true);
        parent.setEmptySelectionCaption(word("desk.category.parent.none"));
        parent.setItemLabelGenerator(it -> it == null ? word("desk.category.parent.none") : it.name(Words.locale()));
        needed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                said.around(() -> schemas.needCategory(desk, change.getValue()));
            }
        });
        add(
                new H2(word("desk.categories")),
                new Paragraph(word("desk.categories.help")),
                none,
                lines,
                said,
                fresh(),
                needed);
        load();
    }

    private void load() {
        var schema = schemas.of(desk);
        lines.removeAll();
        schema.categories().forEach(it -> lines.add(line(schema, it)));
        none.setVisible(schema.categories().isEmpty());
        parent.setItems(schema.categories().stream()
                .filter(it -> it.parent() == null && !it.retired())
                .toList());
        needed.setValue(schema.categoryNeeded());
        needed.setVisible(!schema.categories().isEmpty());
    }

    private ListItem line(DeskSchema schema, Category category) {
        var slug = new Span(category.slug());
        slug.addClassName("slug");
        var zh = named("people.named.zh", category);
        zh.setValue(category.nameZh());
        var en = named("people.named.en", category);
        en.setValue(category.nameEn());
        var save = button("people.named.save", word("people.named.save.which", category.slug()), "plain", () -> {
            schemas.put(
                    desk,
                    new Category(category.slug(), category.parent(), zh.getValue(), en.getValue(), category.retired()));
            said.say(word("desk.schema.saved"));
        });
        var form = new Div(slug, zh, en, save);
        form.addClassName("inline-form");
        var siblings = siblings(schema, category);
        int at = siblings.indexOf(category.slug());
        if (at > 0) {
            form.add(small("desk.schema.up", "desk.schema.up.named", category, () -> swap(schema, category, -1)));
        }
        if (at < siblings.size() - 1) {
            form.add(small("desk.schema.down", "desk.schema.down.named", category, () -> swap(schema, category, 1)));
        }
        form.add(
                category.retired()
                        ? small("desk.schema.back", "desk.schema.back.named", category, () -> retire(category, false))
                        : small(
                                "desk.schema.retire",
                                "desk.schema.retire.named",
                                category,
                                () -> retire(category, true)));
        if (category.retired()) {
            var mark = new Span(word("desk.schema.retired"));
            mark.addClassName("tag");
            form.add(mark);
        }
        var line = new ListItem(form);
        line.setClassName("second-level", category.parent() != null);
        return line;
    }

    private void retire(Category category, boolean away) {
        schemas.put(desk, category.retire(away));
        load();
    }

    /** Changes places with the one before or after it on the same level. */
    private void swap(DeskSchema schema, Category category, int step) {
        var siblings = siblings(schema, category);
        int at = siblings.indexOf(category.slug());
        var order =
                new ArrayList<>(schema.categories().stream().map(Category::slug).toList());
        Collections.swap(order, order.indexOf(siblings.get(at)), order.indexOf(siblings.get(at + step)));
        schemas.orderCategories(desk, order);
        load();
    }

    private static List<String> siblings(DeskSchema schema, Category category) {
        return schema.categories().stream()
                .filter(it -> Objects.equals(it.parent(), category.parent()))
                .map(Category::slug)
                .toList();
    }

    private Div fresh() {
        var slug = new TextField(word("desk.category.slug"));
        var zh = new TextField(word("desk.category.zh"));
        var en = new TextField(word("desk.category.en"));
        var add = button("desk.category.add", word("desk.category.add"), "plain", () -> {
            var above = parent.getValue();
            schemas.put(
                    desk,
                    new Category(
                            slug.getValue().strip(),
                            above == null ? null : above.slug(),
                            zh.getValue(),
                            en.getValue(),
                            false));
            List.of(slug, zh, en).forEach(TextField::clear);
            load();
        });
        var line = new Div(slug, zh, en, parent, add);
        line.addClassName("inline-form");
        return line;
    }

    private static TextField named(String word, Category category) {
        var field = new TextField();
        field.setAriaLabel(word(word) + " " + category.slug());
        return field;
    }

    private NativeButton small(String word, String label, Category category, Runnable action) {
        return button(word, word(label, category.name(Words.locale())), "quiet", action);
    }

    private NativeButton button(String word, String label, String look, Runnable action) {
        var button = new NativeButton(word(word), click -> said.around(action));
        button.addClassName(look);
        button.setAriaLabel(label);
        return button;
    }
}
