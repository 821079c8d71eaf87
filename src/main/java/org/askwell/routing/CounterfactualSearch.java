package org.askwell.routing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what would have sent a ticket elsewhere: one fact changed, else two, among the values that the rules name.
 *
 * <p>Conditions that are written by hand are asked like all others, but their values are not looked for.
 */
final class CounterfactualSearch {

    static final int MOST = 5;

    private static final int MOST_SHIFTS = 200;
    private static final int MOST_PAIRS = 3_000;
    private static final int MOST_VALUES = 12;

    /**
     * One fact, otherwise.
     *
     * @param about what it changes; two changes of the same do not go together
     * @param reads what holds then
     * @param everywhere it is known to whichever rules look at it; else only to those of the desk it came to
     */
    private record Shift(String about, Condition reads, boolean everywhere, Consumer<Map<String, Object>> change) {}

    private final Retracing retracing;
    private final Retracing.Arrival arrival;
    private final DeskSchema schema;
    private final Map<String, Object> facts;
    private final Map<Condition, Shift> shifts = new LinkedHashMap<>();

    private CounterfactualSearch(Retracing retracing, Retracing.Arrival arrival, DeskSchema schema) {
        this.retracing = retracing;
        this.arrival = arrival;
        this.schema = schema;
        var known = arrival.known();
        this.facts = known.desk() == null
                ? known.companyFacts(arrival.subject(), arrival.text())
                : known.deskFacts(arrival.subject(), arrival.text(), schema);
    }

    /**
     * @param company the rules that chose the desk; empty when a person did
     * @param desk the rules of the desk it came to
     * @return one for each other queue, those with one change first
     */
    static List<Counterfactual> of(
            Retracing retracing,
            Retracing.Arrival arrival,
            List<RoutingRule> company,
            List<RoutingRule> desk,
            DeskSchema schema) {
        var search = new CounterfactualSearch(retracing, arrival, schema);
        desk.forEach(it -> search.collect(it.condition(), true));
        company.forEach(it -> search.collect(it.condition(), false));
        return search.find();
    }

    private List<Counterfactual> find() {
        var here = retracing.outcome(arrival).queue();
        var found = new LinkedHashMap<String, Counterfactual>();
        var all = shifts.values().stream().limit(MOST_SHIFTS).toList();
        for (var one : all) {
            tryOut(List.of(one), one.reads(), here, found);
        }
        int tries = 0;
        for (int first = 0; first < all.size() && found.size() < MOST; first++) {
            for (int second = first + 1; second < all.size() && tries < MOST_PAIRS; second++) {
                var one = all.get(first);
                var other = all.get(second);
                if (!one.about().equals(other.about())) {
                    tries++;
                    tryOut(List.of(one, other), Condition.all(List.of(one.reads(), other.reads())), here, found);
                }
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private void tryOut(List<Shift> some, Condition had, String here, Map<String, Counterfactual> found) {
        var there = retracing.outcomeIf(
                arrival,
                it -> some.stream()
                        .filter(Shift::everywhere)
                        .forEach(shift -> shift.change().accept(it)),
                it -> some.stream()
                        .filter(shift -> !shift.everywhere())
                        .forEach(shift -> shift.change().accept(it)));
        if (!there.queue().equals(here) && !there.broken()) {
            found.putIfAbsent(there.queue(), new Counterfactual(had, there.desk(), there.queue(), there.decidedBy()));
        }
    }

    private void collect(@Nullable Condition condition, boolean isDesks) {
        if (condition == null) {
            return;
        }
        if (condition.hasParts()) {
            condition.parts().forEach(it -> collect(it, isDesks));
            return;
        }
        var operator = condition.operator();
        if (operator == null) {
            return;
        }
        var values = condition.given().stream().limit(MOST_VALUES).toList();
        if (condition.own() != null) {
            schema.field(condition.own()).ifPresent(it -> own(it, operator, values));
        } else if (condition.field() != null) {
            field(condition.field(), operator, values, isDesks);
        }
    }

    private void field(Field field, Operator operator, List<String> values, boolean isDesks) {
        switch (field) {
            case TEXT, SUBJECT -> words(field, operator, values);
            case TAGS -> tags(values);
            case HOUR -> hour(Integer.parseInt(values.getFirst()));
            case OUTSIDE_HOURS -> {
                boolean closed = Boolean.TRUE.equals(facts.get(field.variable()));
                add(
                        field.variable(),
                        Condition.test(field, closed ? Operator.NO : Operator.YES),
                        false,
                        it -> it.put(field.variable(), !closed));
            }
            // The desk is what comes of it.
            case DESK -> {}
            case OFFICE, DEPARTMENT, EMPLOYMENT_TYPE, LANGUAGE, SPACE -> choice(field, values, true);
            case PRIORITY, CATEGORY -> {
                if (isDesks) {
                    choice(field, values, false);
                }
            }
        }
    }

    private void words(Field field, Operator operator, List<String> values) {
        var present = values.stream().filter(it -> mentions(field, it)).toList();
        if (present.isEmpty()) {
            var word = values.getFirst();
            add(field.variable(), Condition.test(field, Operator.MENTIONS, word), true, it -> {
                append(it, Field.TEXT, word);
                if (field == Field.SUBJECT) {
                    append(it, Field.SUBJECT, word);
                }
            });
            return;
        }
        add(field.variable(), Condition.test(field, Operator.MENTIONS_NONE, present), true, it -> {
            present.forEach(word -> strike(it, field, word));
            if (field == Field.TEXT) {
                present.forEach(word -> strike(it, Field.SUBJECT, word));
            }
        });
    }

    private boolean mentions(Field field, String word) {
        return pattern(word)
                .matcher(String.valueOf(facts.get(field.variable())))
                .find();
    }

    private static Pattern pattern(String word) {
        return Pattern.compile(Pattern.quote(word.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void append(Map<String, Object> facts, Field field, String word) {
        facts.put(field.variable(), facts.get(field.variable()) + "\n" + word);
    }

    private static void strike(Map<String, Object> facts, Field field, String word) {
        var text = String.valueOf(facts.get(field.variable()));
        facts.put(field.variable(), pattern(word).matcher(text).replaceAll(" "));
    }

    private void choice(Field field, List<String> values, boolean everywhere) {
        var now = String.valueOf(facts.get(field.variable()));
        var group = field == Field.CATEGORY ? String.valueOf(facts.get(Vocabulary.GROUP)) : "";
        for (var value : values) {
            if (!value.equals(now)) {
                add(
                        field.variable(),
                        Condition.test(field, Operator.IS, value),
                        everywhere,
                        it -> put(it, field, value));
            }
        }
        if (values.contains(now) || !group.isEmpty() && values.contains(group)) {
            add(field.variable(), Condition.test(field, Operator.IS_NOT, values), everywhere, it -> put(it, field, ""));
        }
    }

    private void put(Map<String, Object> it, Field field, String value) {
        it.put(field.variable(), value);
        if (field == Field.CATEGORY) {
            it.put(Vocabulary.GROUP, schema.groupOf(value));
        }
    }

    private void tags(List<String> values) {
        var variable = Field.TAGS.variable();
        for (var value : values) {
            boolean has = tagsIn(facts).contains(value);
            add(variable, Condition.test(Field.TAGS, has ? Operator.HAS_NONE : Operator.HAS, value), true, it -> {
                var tags = new TreeSet<>(tagsIn(it));
                if (has) {
                    tags.remove(value);
                } else {
                    tags.add(value);
                }
                it.put(variable, List.copyOf(tags));
            });
        }
    }

    private static List<String> tagsIn(Map<String, Object> facts) {
        return ((List<?>) Objects.requireNonNull(facts.get(Field.TAGS.variable())))
                .stream().map(String::valueOf).toList();
    }

    private void hour(int limit) {
        var variable = Field.HOUR.variable();
        long now = ((Number) Objects.requireNonNull(facts.get(variable))).longValue();
        if (now < limit && limit < 24) {
            add(
                    variable,
                    Condition.test(Field.HOUR, Operator.FROM, String.valueOf(limit)),
                    true,
                    it -> it.put(variable, (long) limit));
        } else if (now >= limit && limit > 0) {
            add(
                    variable,
                    Condition.test(Field.HOUR, Operator.BEFORE, String.valueOf(limit)),
                    true,
                    it -> it.put(variable, limit - 1L));
        }
    }

    private void own(OwnField field, Operator operator, List<String> values) {
        var variable = Vocabulary.variable(field.key());
        boolean isNumber = field.kind() == OwnField.FieldType.NUMBER;
        Object nothing = isNumber ? Double.NaN : "";
        var now = facts.get(variable);
        boolean isEmpty = nothing.equals(now);
        switch (operator) {
            case IS, IS_NOT, MENTIONS, MENTIONS_NONE -> {
                boolean words = operator == Operator.MENTIONS || operator == Operator.MENTIONS_NONE;
                for (var value : values) {
                    var kept = words ? Optional.of((Object) value) : kept(field, value);
                    kept.ifPresent(it -> add(
                            variable,
                            Condition.testOwn(field.key(), words ? Operator.MENTIONS : Operator.IS, value),
                            false,
                            facts -> facts.put(variable, it)));
                }
                if (!isEmpty) {
                    add(
                            variable,
                            Condition.testOwn(
                                    field.key(),
                                    words ? Operator.MENTIONS_NONE : Operator.IS_NOT,
                                    values.toArray(String[]::new)),
                            false,
                            it -> it.put(variable, nothing));
                }
            }
            case FROM, BEFORE ->
                kept(field, values.getFirst()).ifPresent(limit -> {
                    add(
                            variable,
                            Condition.testOwn(field.key(), Operator.FROM, values.getFirst()),
                            false,
                            it -> it.put(variable, limit));
                    add(
                            variable,
                            Condition.testOwn(field.key(), Operator.BEFORE, values.getFirst()),
                            false,
                            it -> it.put(variable, below(limit)));
                });
            case FILLED, EMPTY -> {
                if (isEmpty) {
                    add(
                            variable,
                            Condition.testOwn(field.key(), Operator.FILLED),
                            false,
                            it -> it.put(variable, something(field)));
                } else {
                    add(
                            variable,
                            Condition.testOwn(field.key(), Operator.EMPTY),
                            false,
                            it -> it.put(variable, nothing));
                }
            }
            default -> {}
        }
    }

    /** As the rules see what people write; empty when it cannot be read (any more). */
    private static Optional<Object> kept(OwnField field, String value) {
        try {
            var text = field.read(value, Locale.ENGLISH);
            return text == null
                    ? Optional.empty()
                    : Optional.of(field.kind() == OwnField.FieldType.NUMBER ? (Object) Double.valueOf(text) : text);
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static Object below(Object limit) {
        return limit instanceof Double number
                ? (Object) (number - 1)
                : LocalDate.parse(String.valueOf(limit)).minusDays(1).toString();
    }

    private static Object something(OwnField field) {
        return switch (field.kind()) {
            case NUMBER -> 1.0;
            case DATE -> "2000-01-01";
            case CHOICE ->
                field.choices().isEmpty() ? "?" : field.choices().getFirst().value();
            case TEXT -> "?";
        };
    }

    private void add(String about, Condition reads, boolean everywhere, Consumer<Map<String, Object>> change) {
        shifts.putIfAbsent(reads, new Shift(about, reads, everywhere, change));
    }
}
