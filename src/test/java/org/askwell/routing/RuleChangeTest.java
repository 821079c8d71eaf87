package org.askwell.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleChangeTest {

    private static final RoutingRule A = rule("A", "a");
    private static final RoutingRule B = rule("B", "b");
    private static final RoutingRule C = rule("C", "c");

    private static RoutingRule rule(String name, String word) {
        return RoutingRule.of(
                name, Condition.test(Field.TEXT, Operator.MENTIONS, word), RuleAction.toQueue("q-" + word));
    }

    @Test
    void the_same_rules_do_not_differ() {
        assertThat(RuleChange.between(List.of(A, B), List.of(A, B))).isEmpty();
    }

    @Test
    void what_is_new_gone_changed_and_called_otherwise_is_told() {
        var changes = RuleChange.between(List.of(A, B, C), List.of(A, rule("B", "x"), rule("D", "c"), rule("E", "e")));

        assertThat(changes)
                .extracting(RuleChange::kind, RuleChange::name, RuleChange::from, RuleChange::to)
                .containsExactly(
                        tuple(RuleChange.Kind.CHANGED, "B", 2, 2),
                        tuple(RuleChange.Kind.RENAMED, "D", 3, 3),
                        tuple(RuleChange.Kind.ADDED, "E", 0, 4));
        assertThat(RuleChange.between(List.of(A, B), List.of(B)))
                .extracting(RuleChange::kind, RuleChange::name)
                .containsExactly(tuple(RuleChange.Kind.REMOVED, "A"));
    }

    @Test
    void of_rules_in_another_order_only_those_are_named_that_were_moved() {
        assertThat(RuleChange.between(List.of(A, B, C), List.of(C, A, B)))
                .extracting(RuleChange::kind, RuleChange::name, RuleChange::from, RuleChange::to)
                .containsExactly(tuple(RuleChange.Kind.MOVED, "C", 3, 1));
    }
}
