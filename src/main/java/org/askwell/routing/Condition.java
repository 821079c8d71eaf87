package org.askwell.routing;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is built in the page: one comparison, or a group of which all or any must hold.
 *
 * @param field with operator and values: a comparison
 * @param own the key of one of the desk's own fields, in the place of a field
 * @param all a group whose conditions must all hold
 * @param any a group of which one must hold
 */
public record Condition(
        @Nullable Field field,
        @Nullable String own,
        @Nullable Operator operator,
        @Nullable List<String> values,
        @Nullable List<Condition> all,
        @Nullable List<Condition> any)
        implements Serializable {

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 30;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 100;

    public static Condition test(Field field, Operator operator, List<String> values) {
        return new Condition(field, null, operator, List.copyOf(values), null, null);
    }

    /** A comparison of one of the desk's own fields. */
    public static Condition testOwn(String key, Operator operator, String... values) {
        return new Condition(null, key, operator, List.of(values), null, null);
    }

    public static Condition test(Field field, Operator operator, String... values) {
        return test(field, operator, List.of(values));
    }

    public static Condition all(List<Condition> parts) {
        return new Condition(null, null, null, null, List.copyOf(parts), null);
    }

    public static Condition any(List<Condition> parts) {
        return new Condition(null, null, null, null, null, List.copyOf(parts));
    }

    public boolean hasParts() {
        return all != null || any != null;
    }

    /** The conditions of a group; empty for a comparison. */
    public List<Condition> parts() {
        return all != null ? all : any != null ? any : List.of();
    }

    /** Whether any part of it looks at that field. */
    boolean looksAt(Field wanted) {
        return field == wanted || parts().stream().anyMatch(it -> it.looksAt(wanted));
    }

    public List<String> given() {
        return values == null ? List.of() : values;
    }

    /** Refuses what cannot be compiled: a field with a foreign operator, no values, an empty or too deep group. */
    void check(Vocabulary words) {
        check(words, 1);
    }

    private void check(Vocabulary words, int depth) {
        int forms = (field == null && own == null && operator == null ? 0 : 1)
                + (all == null ? 0 : 1)
                + (any == null ? 0 : 1);
        if (forms != 1) {
            throw Refusal.invalid("condition-form");
        }
        if (hasParts()) {
            if (parts().isEmpty() || parts().size() > MOST_PARTS || depth >= DEEPEST) {
                throw Refusal.invalid("condition-group", MOST_PARTS, DEEPEST);
            }
            parts().forEach(it -> it.check(words, depth + 1));
            return;
        }
        if (own != null && field == null) {
            checkOwn(words);
            return;
        }
        if (own != null
                || field == null
                || operator == null
                || !field.kind().operators().contains(operator)) {
            throw Refusal.invalid("condition-operator", String.valueOf(field), String.valueOf(operator));
        }
        checkValues(field, operator);
    }

    private void checkOwn(Vocabulary words) {
        var named = words.own(own).orElseThrow(() -> Refusal.invalid("condition-own", String.valueOf(own)));
        if (operator == null || !OwnTest.operators(named.kind()).contains(operator)) {
            throw Refusal.invalid("condition-operator", named.key(), String.valueOf(operator));
        }
        if (!operator.needsValues()) {
            return;
        }
        var texts = given();
        boolean single = operator == Operator.FROM || operator == Operator.BEFORE;
        if (texts.isEmpty()
                || texts.size() > (single ? 1 : MOST_VALUES)
                || texts.stream().anyMatch(it -> it.isBlank() || it.length() > OwnField.LONGEST_VALUE)) {
            throw Refusal.invalid("condition-values", named.key(), single ? 1 : MOST_VALUES, OwnField.LONGEST_VALUE);
        }
        if (operator != Operator.MENTIONS && operator != Operator.MENTIONS_NONE) {
            texts.forEach(it -> {
                var unused = named.read(it, Locale.ENGLISH);
            });
        }
    }

    private void checkValues(Field ofField, Operator ofOperator) {
        if (!ofOperator.needsValues()) {
            return;
        }
        var texts = given();
        if (texts.isEmpty()
                || texts.size() > MOST_VALUES
                || texts.stream().anyMatch(it -> it.isBlank() || it.length() > LONGEST_VALUE)) {
            throw Refusal.invalid("condition-values", ofField, MOST_VALUES, LONGEST_VALUE);
        }
        if (ofField.kind() == Field.Kind.NUMBER && (texts.size() != 1 || !isHour(texts.getFirst()))) {
            throw Refusal.invalid("condition-hour", texts.getFirst());
        }
    }

    private static boolean isHour(String text) {
        return text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= 24;
    }
}
