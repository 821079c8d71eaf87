package org.askwell.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchema;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleWarningsTest {

    private static final RuleWarnings.Present PRESENT = new RuleWarnings.Present(
            Set.of("it"),
            Set.of("q"),
            Set.of("anna"),
            "anna"::equals,
            new DeskSchema("it", List.of(new Category("old", null, "旧", "Old", true)), List.of(), false));

    private static List<RuleWarning> of(RoutingRule... rules) {
        return RuleWarnings.of(List.of(rules), PRESENT, Locale.ENGLISH);
    }

    private static RoutingRule rule(String name, Condition condition) {
        return RoutingRule.of(name, condition, RuleAction.toQueue("q"));
    }

    private static Condition mentions(String... words) {
        return Condition.test(Field.TEXT, Operator.MENTIONS, words);
    }

    @Test
    void a_rule_below_one_that_always_fits_is_never_asked() {
        var all = new RoutingRule("All", true, null, null, "true", false, RuleAction.toQueue("q"));

        assertThat(of(all, rule("Below", mentions("vpn"))))
                .extracting(RuleWarning::kind, RuleWarning::rule, RuleWarning::about)
                .containsExactly(
                        tuple(RuleWarning.Kind.TAKES_ALL, "All", null),
                        tuple(RuleWarning.Kind.UNREACHABLE, "Below", "All"));
        assertThat(of(rule("Above", mentions("vpn")), all)).isEmpty();
    }

    @Test
    void a_rule_whose_every_ticket_a_rule_above_takes_is_never_asked() {
        var office = Condition.test(Field.OFFICE, Operator.IS, "munich");
        assertThat(of(
                        rule("Wide", mentions("vpn", "Printer")),
                        rule("Narrow", Condition.all(List.of(mentions("printer"), office)))))
                .extracting(RuleWarning::kind, RuleWarning::rule)
                .containsExactly(tuple(RuleWarning.Kind.UNREACHABLE, "Narrow"));
        assertThat(of(rule("Narrow", Condition.all(List.of(mentions("vpn"), office))), rule("Wide", mentions("vpn"))))
                .isEmpty();
        assertThat(of(
                        rule("Late", Condition.test(Field.HOUR, Operator.FROM, "9")),
                        rule("Later", Condition.test(Field.HOUR, Operator.FROM, "18"))))
                .hasSize(1);
    }

    @Test
    void a_rule_that_lets_others_follow_or_is_switched_off_hides_nothing() {
        var goesOn = new RoutingRule("On", true, null, mentions("vpn"), null, true, RuleAction.toQueue("q"));
        var off = new RoutingRule("Off", false, null, mentions("vpn"), null, false, RuleAction.toQueue("q"));

        assertThat(of(goesOn, off, rule("Last", mentions("vpn")))).isEmpty();
    }

    @Test
    void what_rules_name_and_is_gone_is_told() {
        var lost = new RoutingRule(
                "Lost",
                true,
                "gone",
                Condition.test(Field.CATEGORY, Operator.IS, "old"),
                null,
                false,
                new RuleAction(null, "nowhere", null, null, "bob", "never", Map.of("shop", "x")));

        assertThat(of(lost))
                .extracting(RuleWarning::kind, RuleWarning::about)
                .containsExactlyInAnyOrder(
                        tuple(RuleWarning.Kind.QUEUE_GONE, "nowhere"),
                        tuple(RuleWarning.Kind.ASSIGNEE_GONE, "bob"),
                        tuple(RuleWarning.Kind.OWNER_GONE, "gone"),
                        tuple(RuleWarning.Kind.CATEGORY_GONE, "never"),
                        tuple(RuleWarning.Kind.CATEGORY_GONE, "old"),
                        tuple(RuleWarning.Kind.FIELD_GONE, "shop"));
    }

    @Test
    void a_rule_that_cannot_be_asked_is_told_with_the_reason() {
        var broken = new RoutingRule("Broken", true, null, null, "nonsense(", false, RuleAction.toQueue("q"));

        assertThat(of(broken)).extracting(RuleWarning::kind).containsExactly(RuleWarning.Kind.BROKEN);
        assertThat(of(broken).getFirst().about()).contains("mistake");
    }
}
