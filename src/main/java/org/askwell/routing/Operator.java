package org.askwell.routing;

import java.util.List;
import java.util.stream.Collectors;
import org.askwell.expression.ExpressionLanguage;

/** How a field is compared with the values of a condition; several values mean any of them. */
public enum Operator {
    MENTIONS,
    MENTIONS_NONE,
    IS,
    IS_NOT,
    HAS,
    HAS_NONE,
    FROM,
    BEFORE,
    YES,
    NO,
    /** Something stands there at all; for desks' own fields. */
    FILLED,
    EMPTY;

    public boolean needsValues() {
        return this != YES && this != NO && this != FILLED && this != EMPTY;
    }

    /** The comparison in the language of hand-written conditions. */
    String write(String variable, List<String> values) {
        return switch (this) {
            case MENTIONS -> "mentions(" + variable + ", " + ExpressionLanguage.literal(values) + ")";
            case MENTIONS_NONE -> "!mentions(" + variable + ", " + ExpressionLanguage.literal(values) + ")";
            case IS -> variable + " in " + ExpressionLanguage.literal(values);
            case IS_NOT -> "!(" + variable + " in " + ExpressionLanguage.literal(values) + ")";
            case HAS -> any(variable, values);
            case HAS_NONE -> "!" + any(variable, values);
            case FROM -> variable + " >= " + Integer.parseInt(values.getFirst());
            case BEFORE -> variable + " < " + Integer.parseInt(values.getFirst());
            case YES -> variable;
            case NO -> "!" + variable;
            case FILLED -> variable + " != \"\"";
            case EMPTY -> variable + " == \"\"";
        };
    }

    private static String any(String variable, List<String> values) {
        return values.stream()
                .map(it -> ExpressionLanguage.literal(it) + " in " + variable)
                .collect(Collectors.joining(" || ", "(", ")"));
    }
}
