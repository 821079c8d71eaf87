package org.askwell.routing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said of conditions without asking them about a ticket. Says no where it cannot tell. */
final class RuleLogic {

    private RuleLogic() {}

    /** Whether a rule fits every ticket. */
    static boolean isAlwaysTrue(RoutingRule rule) {
        if (rule.condition() != null) {
            return isAlwaysTrue(rule.condition());
        }
        return rule.advanced() != null && rule.advanced().strip().equals("true");
    }

    private static boolean isAlwaysTrue(Condition it) {
        if (it.hasParts()) {
            return it.all() != null
                    ? it.parts().stream().allMatch(RuleLogic::isAlwaysTrue)
                    : it.parts().stream().anyMatch(RuleLogic::isAlwaysTrue);
        }
        if (it.field() != Field.HOUR || it.given().isEmpty()) {
            return false;
        }
        int hour = Integer.parseInt(it.given().getFirst());
        return it.operator() == Operator.FROM ? hour == 0 : hour >= 24;
    }

    /** Whether the second fits whenever the first does. */
    static boolean implies(RoutingRule narrow, RoutingRule wide) {
        if (isAlwaysTrue(wide)) {
            return true;
        }
        if (narrow.condition() != null && wide.condition() != null) {
            return implies(narrow.condition(), wide.condition());
        }
        return narrow.advanced() != null
                && wide.advanced() != null
                && narrow.advanced().strip().equals(wide.advanced().strip());
    }

    static boolean implies(Condition narrow, Condition wide) {
        if (narrow.equals(wide) || isAlwaysTrue(wide)) {
            return true;
        }
        if (narrow.any() != null) {
            return narrow.parts().stream().allMatch(it -> implies(it, wide));
        }
        if (wide.all() != null) {
            return wide.parts().stream().allMatch(it -> implies(narrow, it));
        }
        if (wide.any() != null && wide.parts().stream().anyMatch(it -> implies(narrow, it))) {
            return true;
        }
        if (narrow.all() != null) {
            return narrow.parts().stream().anyMatch(it -> implies(it, wide));
        }
        return !wide.hasParts() && comparisonImplies(narrow, wide);
    }

    private static boolean comparisonImplies(Condition narrow, Condition wide) {
        var operator = narrow.operator();
        boolean sameWords = narrow.field() == Field.SUBJECT
                && wide.field() == Field.TEXT
                // What the subject mentions, subject and text together mention, too; the other way round for nothing.
                && operator == Operator.MENTIONS;
        boolean sameThing = narrow.field() == wide.field() && Objects.equals(narrow.own(), wide.own());
        if (operator == null || wide.operator() == null || !sameThing && !sameWords) {
            return false;
        }
        var less = folded(narrow.given());
        var more = folded(wide.given());
        return switch (wide.operator()) {
            case IS, MENTIONS, HAS -> operator == wide.operator() && more.containsAll(less);
            case IS_NOT ->
                operator == Operator.IS_NOT && less.containsAll(more)
                        // A category is also meant by the one it belongs to, so two of them may both hold.
                        || operator == Operator.IS
                                && narrow.field() != Field.CATEGORY
                                && less.stream().noneMatch(more::contains);
            case MENTIONS_NONE, HAS_NONE -> operator == wide.operator() && less.containsAll(more);
            case FROM -> operator == Operator.FROM && compare(narrow, wide) >= 0;
            case BEFORE -> operator == Operator.BEFORE && compare(narrow, wide) <= 0;
            case FILLED -> operator == Operator.IS || operator == Operator.FROM || operator == Operator.FILLED;
            case YES, NO, EMPTY -> operator == wide.operator();
        };
    }

    private static HashSet<String> folded(List<String> values) {
        return values.stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static int compare(Condition one, Condition other) {
        var left = one.given().getFirst();
        var right = other.given().getFirst();
        var number = number(left);
        var otherNumber = number(right);
        return number != null && otherNumber != null ? number.compareTo(otherNumber) : left.compareTo(right);
    }

    private static @Nullable BigDecimal number(String text) {
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : null;
    }
}
