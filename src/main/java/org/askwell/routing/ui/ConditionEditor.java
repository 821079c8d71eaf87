package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.OwnTest;
import org.jspecify.annotations.Nullable;

/** Builds a condition: comparisons and groups within groups. Gives back what stands there, right or not. */
final class ConditionEditor extends Div {

    private static final int DEEPEST = 3;

    private final Group group;

    /** What a comparison can be about: something that is known of every ticket, or an own field of the desk. */
    private record Aspect(@Nullable Field field, @Nullable OwnField own) {

        List<Operator> operators() {
            return own != null
                    ? OwnTest.operators(own.kind())
                    : Objects.requireNonNull(field).kind().operators();
        }

        String name() {
            return own != null ? own.name(Words.locale()) : RuleWords.field(Objects.requireNonNull(field));
        }

        String operator(Operator operator) {
            boolean isNumber = own != null && own.kind() == OwnField.FieldType.NUMBER;
            return isNumber && (operator == Operator.FROM || operator == Operator.BEFORE)
                    ? word("routing.operator.own." + operator.name().toLowerCase(Locale.ROOT))
                    : RuleWords.operator(operator);
        }
    }

    /** One of the values that can be compared with, where there are only so many. */
    private record Option(String value, String name) {}

    /** @param forCompany no desk is chosen yet: there is neither category nor own field */
    ConditionEditor(boolean forCompany, DeskSchema schema) {
        addClassName("condition-editor");
        group = new Group(1, null, aspects(forCompany, schema), schema);
        add(group);
        group.addTest();
    }

    private static List<Aspect> aspects(boolean forCompany, DeskSchema schema) {
        var aspects = new ArrayList<Aspect>();
        for (var field : Field.values()) {
            if (field != Field.CATEGORY || !forCompany && !schema.categories().isEmpty()) {
                aspects.add(new Aspect(field, null));
            }
        }
        schema.fields().forEach(it -> aspects.add(new Aspect(null, it)));
        return aspects;
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
        private final List<Aspect> aspects;
        private final DeskSchema schema;
        private final Select<Boolean> all = new Select<>();
        private final Div parts = new Div();

        Group(int depth, @Nullable Group parent, List<Aspect> aspects, DeskSchema schema) {
            this.depth = depth;
            this.aspects = aspects;
            this.schema = schema;
            addClassName("condition-group");
            all.setItems(true, false);
            all.setItemLabelGenerator(it -> word(it ? "routing.all" : "routing.any"));
            all.setValue(true);
            all.setAriaLabel(word("routing.all-or-any"));
            parts.addClassName("condition-parts");
            var buttons = new Div(quiet("routing.add", this::addTest));
            buttons.addClassName("row");
            if (depth < DEEPEST) {
                buttons.add(quiet("routing.add-group", () -> {
                    var inner = new Group(depth + 1, this, aspects, schema);
                    inner.addTest();
                    add(inner);
                }));
            }
            if (parent != null) {
                buttons.add(quiet("routing.remove-group", this::removeFromParent));
            }
            super.add(all, parts, buttons);
        }

        final void addTest() {
            add(new Test(aspects, schema));
        }

        void add(Part part) {
            parts.add((Component) part);
        }

        void fill(Condition condition) {
            all.setValue(condition.all() != null);
            parts.removeAll();
            for (var part : condition.parts()) {
                if (part.hasParts()) {
                    var inner = new Group(depth + 1, this, aspects, schema);
                    inner.fill(part);
                    add(inner);
                } else {
                    var test = new Test(aspects, schema);
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

        private final DeskSchema schema;
        private final List<Aspect> aspects;
        private final Select<Aspect> about = new Select<>();
        private final Select<Operator> operator = new Select<>();
        private final TextField values = new TextField();
        private final MultiSelectComboBox<Option> options = new MultiSelectComboBox<>();

        Test(List<Aspect> aspects, DeskSchema schema) {
            this.schema = schema;
            this.aspects = aspects;
            addClassName("condition-test");
            about.setItems(aspects);
            about.setItemLabelGenerator(Aspect::name);
            about.setAriaLabel(word("routing.field"));
            operator.setAriaLabel(word("routing.operator"));
            values.setAriaLabel(word("routing.values"));
            values.setPlaceholder(word("routing.values"));
            options.setAriaLabel(word("routing.values"));
            options.setItemLabelGenerator(Option::name);
            about.addValueChangeListener(change -> fit());
            operator.addValueChangeListener(change -> showValues());
            about.setValue(aspects.getFirst());
            var away = new NativeButton("✕", click -> removeFromParent());
            away.addClassName("quiet");
            away.getElement().setAttribute("aria-label", word("routing.remove"));
            add(about, operator, values, options, away);
        }

        private void fit() {
            var aspect = about.getValue();
            operator.setItems(aspect.operators());
            operator.setItemLabelGenerator(aspect::operator);
            options.setItems(options(aspect));
            operator.setValue(aspect.operators().getFirst());
            showValues();
        }

        private void showValues() {
            boolean needed = operator.getValue() != null && operator.getValue().needsValues();
            boolean few = !options(about.getValue()).isEmpty();
            values.setVisible(needed && !few);
            options.setVisible(needed && few);
        }

        private List<Option> options(Aspect aspect) {
            if (aspect.field() == Field.CATEGORY) {
                return schema.categories().stream()
                        .map(it -> new Option(it.slug(), schema.label(it.slug(), Words.locale())))
                        .toList();
            }
            return aspect.own() == null
                    ? List.of()
                    : aspect.own().choices().stream()
                            .map(it -> new Option(it.value(), it.name(Words.locale())))
                            .toList();
        }

        void fill(Condition condition) {
            aspects.stream()
                    .filter(it -> condition.own() == null
                            ? it.own() == null && it.field() == condition.field()
                            : it.own() != null && it.own().key().equals(condition.own()))
                    .findFirst()
                    .ifPresent(about::setValue);
            operator.setValue(condition.operator());
            values.setValue(String.join(", ", condition.given()));
            options.setValue(options(about.getValue()).stream()
                    .filter(it -> condition.given().contains(it.value()))
                    .collect(Collectors.toSet()));
        }

        @Override
        public Condition condition() {
            var chosen = operator.getValue();
            var aspect = about.getValue();
            var given = chosen == null || !chosen.needsValues() ? List.<String>of() : given();
            return new Condition(
                    aspect.field(), aspect.own() == null ? null : aspect.own().key(), chosen, given, null, null);
        }

        private List<String> given() {
            return options.isVisible()
                    ? options.getValue().stream().map(Option::value).sorted().toList()
                    : Arrays.stream(values.getValue().split("[,，、;；]"))
                            .map(String::trim)
                            .filter(it -> !it.isEmpty())
                            .toList();
        }
    }
}
