package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.jspecify.annotations.Nullable;

/** Builds a condition: comparisons and groups within groups. Gives back what stands there, right or not. */
final class ConditionEditor extends Div {

    private static final int DEEPEST = 3;

    private final Group group;

    ConditionEditor() {
        addClassName("condition-editor");
        group = new Group(1, null);
        add(group);
        group.add(new Test(group));
    }

    void fill(Condition condition) {
        group.fill(condition.hasParts() ? condition : Condition.all(List.of(condition)));
    }

    Condition condition() {
        return group.condition();
    }

    /** Something that stands in a group. */
    private interface Part {
        Condition condition();
    }

    private static final class Group extends Div implements Part {

        private final int depth;
        private final Select<Boolean> all = new Select<>();
        private final Div parts = new Div();

        Group(int depth, @Nullable Group parent) {
            this.depth = depth;
            addClassName("condition-group");
            all.setItems(true, false);
            all.setItemLabelGenerator(it -> word(it ? "routing.all" : "routing.any"));
            all.setValue(true);
            all.setAriaLabel(word("routing.all-or-any"));
            parts.addClassName("condition-parts");
            var buttons = new Div(quiet("routing.add", () -> add(new Test(this))));
            buttons.addClassName("row");
            if (depth < DEEPEST) {
                buttons.add(quiet("routing.add-group", () -> {
                    var inner = new Group(depth + 1, this);
                    inner.add(new Test(inner));
                    add(inner);
                }));
            }
            if (parent != null) {
                buttons.add(quiet("routing.remove-group", this::removeFromParent));
            }
            super.add(all, parts, buttons);
        }

        void add(Part part) {
            parts.add((Component) part);
        }

        void fill(Condition condition) {
            all.setValue(condition.all() != null);
            parts.removeAll();
            for (var part : condition.parts()) {
                if (part.hasParts()) {
                    var inner = new Group(depth + 1, this);
                    inner.fill(part);
                    add(inner);
                } else {
                    var test = new Test(this);
                    test.fill(part);
                    add(test);
                }
            }
        }

        @Override
        public Condition condition() {
            var conditions = new ArrayList<Condition>();
            parts.getChildren().forEach(it -> conditions.add(((Part) it).condition()));
            return all.getValue() ? Condition.all(conditions) : Condition.any(conditions);
        }

        private static NativeButton quiet(String word, Runnable action) {
            var button = new NativeButton(word(word), click -> action.run());
            button.addClassName("quiet");
            return button;
        }
    }

    private static final class Test extends Div implements Part {

        private final Select<Field> field = new Select<>();
        private final Select<Operator> operator = new Select<>();
        private final TextField values = new TextField();

        Test(Group group) {
            addClassName("condition-test");
            field.setItems(Field.values());
            field.setItemLabelGenerator(RuleWords::field);
            field.setAriaLabel(word("routing.field"));
            operator.setItemLabelGenerator(RuleWords::operator);
            operator.setAriaLabel(word("routing.operator"));
            values.setAriaLabel(word("routing.values"));
            values.setPlaceholder(word("routing.values"));
            field.addValueChangeListener(change -> {
                var kind = Objects.requireNonNullElse(change.getValue(), Field.TEXT)
                        .kind();
                operator.setItems(kind.operators());
                operator.setValue(kind.operators().getFirst());
                values.setVisible(kind.operators().getFirst().needsValues());
            });
            field.setValue(Field.TEXT);
            var away = new NativeButton("✕", click -> removeFromParent());
            away.addClassName("quiet");
            away.getElement().setAttribute("aria-label", word("routing.remove"));
            add(field, operator, values, away);
        }

        void fill(Condition condition) {
            field.setValue(condition.field());
            operator.setValue(condition.operator());
            values.setValue(String.join(", ", condition.given()));
        }

        @Override
        public Condition condition() {
            var chosen = operator.getValue();
            var given = chosen != null && chosen.needsValues()
                    ? Arrays.stream(values.getValue().split("[,，、;；]"))
                            .map(String::trim)
                            .filter(it -> !it.isEmpty())
                            .toList()
                    : List.<String>of();
            return new Condition(field.getValue(), chosen, given, null, null);
        }
    }
}
