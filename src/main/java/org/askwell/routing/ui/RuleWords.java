package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Texts;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskService;
import org.askwell.desk.OwnField;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RuleAction;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/** Reads rules aloud, in the reader's language. */
@Dependent
class RuleWords {

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    /** The whole rule as one sentence. */
    String sentence(RoutingRule rule, DeskSchema schema) {
        var when = rule.condition() == null
                ? word("routing.when.advanced", Objects.requireNonNullElse(rule.advanced(), ""))
                : condition(rule.condition(), schema);
        return word(rule.goOn() ? "routing.sentence.on" : "routing.sentence", when, action(rule.then(), schema));
    }

    static String condition(Condition condition, DeskSchema schema) {
        return condition(condition, schema, false);
    }

    private static String condition(Condition condition, DeskSchema schema, boolean inside) {
        if (condition.hasParts()) {
            var sign = word(condition.all() != null ? "routing.and" : "routing.or");
            var text = condition.parts().stream()
                    .map(it -> condition(it, schema, true))
                    .collect(Collectors.joining(sign));
            return inside && condition.parts().size() > 1 ? word("routing.group", text) : text;
        }
        var operator = Objects.requireNonNull(condition.operator());
        if (condition.own() != null) {
            return own(condition.own(), operator, condition, schema);
        }
        var field = Objects.requireNonNull(condition.field());
        if (field == Field.OUTSIDE_HOURS) {
            return word(operator == Operator.YES ? "routing.outside.yes" : "routing.outside.no");
        }
        var values = condition.given().stream()
                .map(it -> word("routing.quoted", value(field, it, schema)))
                .collect(Collectors.joining(word("routing.or.values")));
        return word(
                "routing.test." + operator.name().toLowerCase(Locale.ROOT),
                field(field),
                operator == Operator.FROM || operator == Operator.BEFORE
                        ? condition.given().getFirst()
                        : values);
    }

    private static String own(String key, Operator operator, Condition condition, DeskSchema schema) {
        var field = schema.field(key);
        var name = field.map(it -> it.name(Words.locale())).orElse(key);
        var values = condition.given().stream()
                .map(it -> word(
                        "routing.quoted",
                        field.map(known -> known.shown(it, Words.locale())).orElse(it)))
                .collect(Collectors.joining(word("routing.or.values")));
        if (operator == Operator.FROM || operator == Operator.BEFORE) {
            boolean isDay =
                    field.filter(it -> it.kind() == OwnField.FieldType.DATE).isPresent();
            return word(
                    "routing.test.own." + operator.name().toLowerCase(Locale.ROOT) + (isDay ? ".date" : ""),
                    name,
                    condition.given().getFirst());
        }
        return word("routing.test." + operator.name().toLowerCase(Locale.ROOT), name, values);
    }

    String action(RuleAction then, DeskSchema schema) {
        var parts = new ArrayList<String>();
        if (then.desk() != null) {
            parts.add(word(
                    "routing.then.desk",
                    desks.find(then.desk()).map(it -> it.name(Words.locale())).orElse(then.desk())));
        }
        if (then.queue() != null) {
            parts.add(word("routing.then.queue", queue(then.queue())));
        }
        if (then.priority() != null) {
            parts.add(word("routing.then.priority", priority(then.priority())));
        }
        if (!then.addedTags().isEmpty()) {
            parts.add(word("routing.then.tags", String.join(", ", then.addedTags())));
        }
        if (then.assignee() != null) {
            parts.add(word("routing.then.assignee", person(then.assignee())));
        }
        if (then.category() != null) {
            parts.add(word("routing.then.category", schema.label(then.category(), Words.locale())));
        }
        then.filledIn().forEach((key, value) -> {
            var field = schema.field(key);
            parts.add(word(
                    "routing.then.field",
                    field.map(it -> it.name(Words.locale())).orElse(key),
                    field.map(it -> it.shown(value, Words.locale())).orElse(value)));
        });
        return String.join(word("routing.then.and"), parts);
    }

    String queue(@Nullable String slug) {
        return slug == null
                ? ""
                : desks.findQueue(slug).map(it -> it.name(Words.locale())).orElse(slug);
    }

    String desk(@Nullable String slug) {
        return slug == null || slug.isEmpty()
                ? word("routing.company")
                : desks.find(slug).map(it -> it.name(Words.locale())).orElse(slug);
    }

    String person(String login) {
        return PersonId.parse(login).flatMap(people::find).map(PersonRow::name).orElse(login);
    }

    static String field(Field field) {
        return word("routing.field." + field.name().toLowerCase(Locale.ROOT));
    }

    static String operator(Operator operator) {
        return word("routing.operator." + operator.name().toLowerCase(Locale.ROOT));
    }

    static String priority(Priority priority) {
        return word("ticket.priority." + priority.name().toLowerCase(Locale.ROOT));
    }

    private static String value(Field field, String value, DeskSchema schema) {
        if (field == Field.CATEGORY) {
            return schema.label(value, Words.locale());
        }
        if (field == Field.EMPLOYMENT_TYPE || field == Field.LANGUAGE) {
            var key = (field == Field.LANGUAGE ? "people.language." : "people.type.") + value.toLowerCase(Locale.ROOT);
            return Texts.has(key) ? word(key) : value;
        }
        if (field == Field.PRIORITY) {
            for (var priority : Priority.values()) {
                if (priority.name().equals(value)) {
                    return priority(priority);
                }
            }
        }
        return value;
    }
}
