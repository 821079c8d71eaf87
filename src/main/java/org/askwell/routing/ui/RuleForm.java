package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.QueueRow;
import org.askwell.people.PersonRow;
import org.askwell.routing.Field;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RuleAction;
import org.askwell.ticket.Priority;
import org.askwell.ticket.ui.AskedFields;
import org.jspecify.annotations.Nullable;

/** The form of a rule: gives back a rule, saves nothing, shows a mistake beside the condition it is in. */
final class RuleForm extends Div {

    private final boolean forCompany;
    private final TextField name = new TextField(word("routing.name"));
    private final ConditionEditor built;
    private final TextArea advanced = new TextArea(word("routing.advanced"));
    private final Checkbox byHand = new Checkbox(word("routing.by-hand"));
    private final Checkbox goOn = new Checkbox(word("routing.go-on"));
    private final Checkbox enabled = new Checkbox(word("routing.enabled"), true);
    private final TextField owner = new TextField(word("routing.owner"));
    private final Select<DeskProfile> desk = new Select<>();
    private final Select<QueueRow> queue = new Select<>();
    private final Select<Priority> priority = new Select<>();
    private final TextField tags = new TextField(word("routing.tags"));
    private final ComboBox<PersonRow> assignee = new ComboBox<>(word("routing.assignee"));
    private final AskedFields filled = new AskedFields();
    private final Feedback refusal = new Feedback();

    /** What a rule may choose from. */
    record Choices(
            boolean forCompany,
            List<DeskProfile> desks,
            List<QueueRow> queues,
            List<PersonRow> members,
            DeskSchema schema) {}

    RuleForm(Choices choices, @Nullable RoutingRule rule, Consumer<RoutingRule> save, Runnable cancel) {
        this.forCompany = choices.forCompany();
        this.built = new ConditionEditor(choices.forCompany(), choices.schema());
        addClassNames("card", "rule-form");
        name.setWidthFull();
        name.setMaxLength(120);
        advanced.setWidthFull();
        advanced.setMinRows(3);
        advanced.setHelperText(help(choices.schema()));
        byHand.addValueChangeListener(change -> showWay());
        choices(choices);
        var then = new Div(desk, queue, priority, tags, assignee);
        then.addClassName("pair");
        var set = rule == null ? new RuleAction(null, null, null, null, null, null, null) : rule.then();
        filled.askAll(choices.schema(), set.category(), set.filledIn());
        var more = new Details(word("routing.then.fields"), filled);
        more.setOpened(set.category() != null || !set.filledIn().isEmpty());
        more.setVisible(filled.isVisible());
        var ok = new NativeButton(word("routing.save"), click -> tryIt(save));
        ok.addClassName("primary");
        var no = new NativeButton(word("routing.cancel"), click -> cancel.run());
        no.addClassName("quiet");
        var buttons = new Div(ok, no);
        buttons.addClassName("row");
        add(
                new H2(word(rule == null ? "routing.new" : "routing.edit")),
                name,
                new H3(word("routing.when")),
                built,
                byHand,
                advanced,
                new H3(word("routing.then")),
                then,
                more,
                goOn,
                enabled,
                owner,
                refusal,
                buttons);
        if (rule != null) {
            fill(rule, choices);
        }
        showWay();
    }

    private void choices(Choices choices) {
        desk.setLabel(word("routing.desk"));
        desk.setItems(choices.desks());
        desk.setItemLabelGenerator(it -> it.name(Words.locale()));
        desk.setVisible(forCompany);
        queue.setLabel(word("routing.queue"));
        queue.setEmptySelectionAllowed(true);
        queue.setEmptySelectionCaption(word("routing.unchanged"));
        queue.setItems(choices.queues());
        queue.setItemLabelGenerator(it -> it == null ? word("routing.unchanged") : it.name(Words.locale()));
        queue.setVisible(!forCompany);
        priority.setLabel(word("routing.priority"));
        priority.setEmptySelectionAllowed(true);
        priority.setEmptySelectionCaption(word("routing.unchanged"));
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(it -> it == null ? word("routing.unchanged") : RuleWords.priority(it));
        priority.setVisible(!forCompany);
        tags.setVisible(!forCompany);
        assignee.setItems(choices.members());
        assignee.setItemLabelGenerator(PersonRow::name);
        assignee.setClearButtonVisible(true);
        assignee.setVisible(!forCompany);
        goOn.setVisible(!forCompany);
    }

    private void fill(RoutingRule rule, Choices choices) {
        name.setValue(rule.name());
        enabled.setValue(rule.enabled());
        goOn.setValue(rule.goOn());
        owner.setValue(Objects.requireNonNullElse(rule.owner(), ""));
        if (rule.condition() != null) {
            built.fill(rule.condition());
        }
        byHand.setValue(rule.advanced() != null);
        advanced.setValue(Objects.requireNonNullElse(rule.advanced(), ""));
        var then = rule.then();
        choices.desks().stream()
                .filter(it -> it.slug().equals(then.desk()))
                .findFirst()
                .ifPresent(desk::setValue);
        choices.queues().stream()
                .filter(it -> it.slug().equals(then.queue()))
                .findFirst()
                .ifPresent(queue::setValue);
        choices.members().stream()
                .filter(it -> it.id().value().equals(then.assignee()))
                .findFirst()
                .ifPresent(assignee::setValue);
        priority.setValue(then.priority());
        tags.setValue(String.join(", ", then.addedTags()));
    }

    private void showWay() {
        advanced.setVisible(byHand.getValue());
        built.setVisible(!byHand.getValue());
    }

    private void tryIt(Consumer<RoutingRule> save) {
        refusal.clear();
        advanced.setInvalid(false);
        try {
            save.accept(rule());
        } catch (Refusal no) {
            if (byHand.getValue() && no.code().startsWith("expression")) {
                advanced.setErrorMessage(Words.sentence(no));
                advanced.setInvalid(true);
            } else {
                refusal.refuse(no);
            }
        }
    }

    private RoutingRule rule() {
        var chosenTags = Arrays.stream(tags.getValue().split("[,，、]"))
                .map(String::trim)
                .filter(it -> !it.isEmpty())
                .toList();
        var fields = new LinkedHashMap<String, String>();
        filled.values().forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                fields.put(key, value);
            }
        });
        var then = forCompany
                ? new RuleAction(
                        desk.getValue() == null ? null : desk.getValue().slug(), null, null, null, null, null, null)
                : new RuleAction(
                        null,
                        queue.getValue() == null ? null : queue.getValue().slug(),
                        priority.getValue(),
                        chosenTags.isEmpty() ? null : chosenTags,
                        assignee.getValue() == null
                                ? null
                                : assignee.getValue().id().value(),
                        filled.category(),
                        fields.isEmpty() ? null : fields);
        return new RoutingRule(
                name.getValue().trim(),
                enabled.getValue(),
                owner.getValue().isBlank() ? null : owner.getValue().trim(),
                byHand.getValue() ? null : built.condition(),
                byHand.getValue() ? advanced.getValue() : null,
                goOn.getValue(),
                then);
    }

    private static String help(DeskSchema schema) {
        var common = word(
                "routing.advanced.help",
                String.join(
                        ", ", Arrays.stream(Field.values()).map(Field::variable).toList()));
        var own = schema.fields().stream().map(it -> "field." + it.key()).toList();
        return own.isEmpty() ? common : common + " · " + word("routing.advanced.own", String.join(", ", own));
    }
}
