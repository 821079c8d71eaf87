package org.askwell.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.askwell.ticket.Placement;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Requester;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompiledRulesTest {

    private static final Requester WANG =
            new Requester(new PersonId("wang.xiaoming"), "shanghai", "sales", EmploymentType.INTERN, "zh");

    private static Map<String, Object> facts(String subject, String text) {
        return Facts.of(WANG, subject, text, "it", Priority.NORMAL, List.of("laptop"), "it-help", 20, true);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(Field.TEXT, Operator.MENTIONS, List.of("打印机", "printer"), true),
                Arguments.of(Field.TEXT, Operator.MENTIONS, List.of("vpn"), false),
                Arguments.of(Field.TEXT, Operator.MENTIONS_NONE, List.of("vpn"), true),
                Arguments.of(Field.SUBJECT, Operator.MENTIONS, List.of("卡纸"), false),
                Arguments.of(Field.DESK, Operator.IS, List.of("hr", "it"), true),
                Arguments.of(Field.OFFICE, Operator.IS, List.of("shanghai"), true),
                Arguments.of(Field.OFFICE, Operator.IS_NOT, List.of("shanghai"), false),
                Arguments.of(Field.DEPARTMENT, Operator.IS, List.of("finance"), false),
                Arguments.of(Field.EMPLOYMENT_TYPE, Operator.IS, List.of("INTERN"), true),
                Arguments.of(Field.LANGUAGE, Operator.IS, List.of("zh"), true),
                Arguments.of(Field.PRIORITY, Operator.IS_NOT, List.of("URGENT", "HIGH"), true),
                Arguments.of(Field.SPACE, Operator.IS, List.of("it-help"), true),
                Arguments.of(Field.TAGS, Operator.HAS, List.of("vip", "laptop"), true),
                Arguments.of(Field.TAGS, Operator.HAS_NONE, List.of("vip", "laptop"), false),
                Arguments.of(Field.HOUR, Operator.FROM, List.of("18"), true),
                Arguments.of(Field.HOUR, Operator.BEFORE, List.of("18"), false),
                Arguments.of(Field.OUTSIDE_HOURS, Operator.YES, List.of(), true),
                Arguments.of(Field.OUTSIDE_HOURS, Operator.NO, List.of(), false));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void each_field_is_compared_as_it_reads(Field field, Operator operator, List<String> values, boolean expected) {
        var condition = CompiledCondition.of(Condition.test(field, operator, values));

        assertThat(condition.judge(facts("打印机", "又卡纸了")).holds()).isEqualTo(expected);
    }

    @Test
    void groups_nest() {
        var condition = CompiledCondition.of(Condition.all(List.of(
                Condition.any(List.of(
                        Condition.test(Field.TEXT, Operator.MENTIONS, "vpn"),
                        Condition.test(Field.OFFICE, Operator.IS, "shanghai"))),
                Condition.test(Field.HOUR, Operator.FROM, "18"))));

        assertThat(condition.judge(facts("x", "y")).holds()).isTrue();
    }

    @Test
    void the_comparison_that_failed_is_found_again_as_it_was_built() {
        var vpn = Condition.test(Field.TEXT, Operator.MENTIONS, "vpn", "网络");
        var office = Condition.test(Field.OFFICE, Operator.IS, "shanghai");
        var rules = CompiledRules.of(
                "it",
                1,
                List.of(RoutingRule.of("Network", Condition.all(List.of(office, vpn)), RuleAction.toQueue("net"))));

        var tried = rules.judge(facts("打印机", "卡纸")).tried().getFirst();

        assertThat(tried.matched()).isFalse();
        assertThat(tried.failedPart()).isEqualTo(vpn);
        assertThat(tried.failedCondition()).contains("mentions").contains("网络");
    }

    @Test
    void the_first_rule_that_fits_decides() {
        var rules = CompiledRules.of(
                "it",
                3,
                List.of(
                        rule("never", "false", RuleAction.toQueue("a")),
                        rule("first", "true", RuleAction.toQueue("b")),
                        rule("second", "true", RuleAction.toQueue("c"))));

        var verdict = rules.judge(facts("x", "y"));

        assertThat(verdict.won()).isEqualTo("first");
        assertThat(verdict.placement().queue()).isEqualTo("b");
        assertThat(verdict.tried()).extracting(RoutingTrace.Tried::rule).containsExactly("never", "first");
        assertThat(verdict.version()).isEqualTo(3);
    }

    @Test
    void a_rule_that_goes_on_lets_others_add_what_is_open() {
        var tags = new RuleAction(null, null, Priority.HIGH, List.of("new"), null, null, null);
        var more = new RuleAction(null, "b", Priority.LOW, List.of("more"), "anna", null, null);
        var rules = CompiledRules.of(
                "it",
                1,
                List.of(new RoutingRule("tag", true, null, null, "true", true, tags), rule("place", "true", more)));

        assertThat(rules.judge(facts("x", "y")).placement())
                .isEqualTo(new Placement("b", Priority.HIGH, new PersonId("anna"), List.of("new", "more")));
    }

    @Test
    void a_rule_that_is_switched_off_is_not_asked() {
        var off = new RoutingRule("off", false, null, null, "true", false, RuleAction.toQueue("a"));

        assertThat(CompiledRules.of("it", 1, List.of(off))
                        .judge(facts("x", "y"))
                        .tried())
                .isEmpty();
    }

    @Test
    void a_broken_rule_leaves_everything_as_it_would_be_without_rules_and_says_why() {
        var tag = new RoutingRule("tag", true, null, null, "true", true, RuleAction.toQueue("a"));
        for (var broken : List.of("1 / (hour - 20) > 0", "nonsense(")) {
            var rules = CompiledRules.of(
                    "it",
                    1,
                    List.of(
                            tag,
                            rule("broken", broken, RuleAction.toQueue("b")),
                            rule("after", "true", RuleAction.toQueue("c"))));

            var verdict = rules.judge(facts("x", "y"));

            assertThat(verdict.placement()).isEqualTo(Placement.NOWHERE);
            assertThat(verdict.broken()).isEqualTo("broken");
            assertThat(verdict.tried().getLast().broken()).isNotBlank();
        }
    }

    @Test
    void conditions_that_make_no_sense_are_refused() {
        var nonsense = List.of(
                Condition.test(Field.HOUR, Operator.MENTIONS, "x"),
                Condition.test(Field.OFFICE, Operator.IS),
                Condition.test(Field.HOUR, Operator.FROM, "noon"),
                Condition.test(Field.HOUR, Operator.FROM, "99"),
                Condition.all(List.of()),
                new Condition(null, null, null, null, null, null),
                new Condition(Field.HOUR, null, Operator.FROM, List.of("1"), List.of(), null));
        for (var condition : nonsense) {
            assertThatThrownBy(() -> CompiledCondition.of(condition)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void rules_survive_being_written_down() {
        var rules = List.of(
                RoutingRule.of(
                        "打印机",
                        Condition.any(List.of(Condition.test(Field.TEXT, Operator.MENTIONS, "打印机", "\"quoted\""))),
                        new RuleAction(null, "hw", Priority.HIGH, List.of("printer"), "anna", null, null)),
                rule("by hand", "hour < 9", RuleAction.toQueue("night")));

        assertThat(RoutingJson.rules(RoutingJson.write(rules))).isEqualTo(rules);
    }

    @Test
    void a_trace_never_takes_more_than_its_place() {
        var tried = new ArrayList<RoutingTrace.Tried>();
        for (int i = 0; i < 200; i++) {
            tried.add(RoutingTrace.Tried.failed(
                    "it", "规则 " + i, "x".repeat(500), Condition.test(Field.TEXT, Operator.MENTIONS, "a", "b")));
        }
        tried.add(RoutingTrace.Tried.matched("it", "the last"));
        var trace = new RoutingTrace(
                Instant.parse("2026-11-02T01:00:00Z"),
                RoutingTrace.Reason.RULE,
                "it",
                "hw",
                "the last",
                1,
                2,
                tried,
                0);

        var json = RoutingJson.write(trace, RoutingJson.LONGEST_TRACE);
        var read = RoutingJson.trace(json);

        assertThat(RoutingJson.size(json)).isLessThanOrEqualTo(RoutingJson.LONGEST_TRACE);
        assertThat(read.tried().getLast().rule()).isEqualTo("the last");
        assertThat(read.left()).isEqualTo(201 - read.tried().size());
        assertThat(read.at()).isEqualTo(trace.at());
    }

    private static RoutingRule rule(String name, String advanced, RuleAction then) {
        return new RoutingRule(name, true, null, null, advanced, false, then);
    }
}
