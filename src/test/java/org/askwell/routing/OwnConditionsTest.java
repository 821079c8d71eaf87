package org.askwell.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Requester;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnConditionsTest {

    private static final DeskSchema SCHEMA = new DeskSchema(
            "crm",
            List.of(
                    new Category("orders", null, "订单", "Orders", false),
                    new Category("refund", "orders", "退款", "Refund", false)),
            List.of(
                    field("orderNumber", OwnField.FieldType.TEXT),
                    field("amount", OwnField.FieldType.NUMBER),
                    field("due", OwnField.FieldType.DATE),
                    field("shop", OwnField.FieldType.CHOICE)),
            false);

    private static final Vocabulary WORDS = Vocabulary.of(SCHEMA);
    private static final Map<String, String> FILLED =
            Map.of("orderNumber", "SO-7", "amount", "99.5", "due", "2026-11-30", "shop", "munich");

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("orderNumber", Operator.IS, List.of("SO-7", "SO-8"), true, false),
                Arguments.of("orderNumber", Operator.IS_NOT, List.of("SO-7"), false, true),
                Arguments.of("orderNumber", Operator.MENTIONS, List.of("so"), true, false),
                Arguments.of("orderNumber", Operator.FILLED, List.of(), true, false),
                Arguments.of("orderNumber", Operator.EMPTY, List.of(), false, true),
                Arguments.of("amount", Operator.FROM, List.of("99.5"), true, false),
                Arguments.of("amount", Operator.FROM, List.of("100"), false, false),
                Arguments.of("amount", Operator.BEFORE, List.of("100"), true, false),
                Arguments.of("amount", Operator.BEFORE, List.of("-1"), false, false),
                Arguments.of("amount", Operator.IS, List.of("1", "99.50"), true, false),
                Arguments.of("amount", Operator.IS_NOT, List.of("99.5"), false, true),
                Arguments.of("amount", Operator.FILLED, List.of(), true, false),
                Arguments.of("amount", Operator.EMPTY, List.of(), false, true),
                Arguments.of("due", Operator.FROM, List.of("2026-11-30"), true, false),
                Arguments.of("due", Operator.BEFORE, List.of("2026-12-01"), true, false),
                Arguments.of("due", Operator.BEFORE, List.of("2026-11-30"), false, false),
                Arguments.of("due", Operator.IS, List.of("2026-11-30"), true, false),
                Arguments.of("due", Operator.EMPTY, List.of(), false, true),
                Arguments.of("shop", Operator.IS, List.of("Munich"), true, false),
                Arguments.of("shop", Operator.IS_NOT, List.of("munich"), false, true),
                Arguments.of("shop", Operator.FILLED, List.of(), true, false));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void an_own_field_is_compared_by_what_it_holds(
            String key, Operator operator, List<String> values, boolean whenFilled, boolean whenEmpty) {
        var condition = CompiledCondition.of(Condition.testOwn(key, operator, values.toArray(String[]::new)), WORDS);

        assertThat(condition.judge(facts(null, FILLED)).holds()).isEqualTo(whenFilled);
        assertThat(condition.judge(facts(null, Map.of())).holds()).isEqualTo(whenEmpty);
    }

    @Test
    void a_category_is_also_meant_by_the_one_it_belongs_to() {
        var orders = CompiledCondition.of(Condition.test(Field.CATEGORY, Operator.IS, "orders"), WORDS);
        var notOrders = CompiledCondition.of(Condition.test(Field.CATEGORY, Operator.IS_NOT, "orders"), WORDS);
        var refund = CompiledCondition.of(Condition.test(Field.CATEGORY, Operator.IS, "refund"), WORDS);

        assertThat(orders.judge(facts("refund", Map.of())).holds()).isTrue();
        assertThat(orders.judge(facts("orders", Map.of())).holds()).isTrue();
        assertThat(orders.judge(facts(null, Map.of())).holds()).isFalse();
        assertThat(notOrders.judge(facts("refund", Map.of())).holds()).isFalse();
        assertThat(notOrders.judge(facts(null, Map.of())).holds()).isTrue();
        assertThat(refund.judge(facts("orders", Map.of())).holds()).isFalse();
    }

    @Test
    void a_condition_written_by_hand_names_own_fields_and_is_type_checked() {
        var condition = CompiledCondition.of(
                "field.amount > 50.0 && field.orderNumber.startsWith(\"SO-\") && categoryGroup == \"orders\"", WORDS);

        assertThat(condition.judge(facts("refund", FILLED)).holds()).isTrue();
        assertThat(condition.judge(facts("refund", Map.of())).holds()).isFalse();
        assertThatThrownBy(() -> CompiledCondition.of("field.amount == \"much\"", WORDS))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> CompiledCondition.of("field.colour == \"red\"", WORDS))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_the_desk_does_not_know_or_cannot_compare_is_refused() {
        for (var nonsense : List.of(
                Condition.testOwn("colour", Operator.IS, "red"),
                Condition.testOwn("amount", Operator.MENTIONS, "1"),
                Condition.testOwn("amount", Operator.FROM, "much"),
                Condition.testOwn("amount", Operator.FROM, "1", "2"),
                Condition.testOwn("shop", Operator.IS, "Beijing"),
                Condition.testOwn("due", Operator.FROM),
                new Condition(Field.HOUR, "amount", Operator.FROM, List.of("1"), null, null))) {
            assertThatThrownBy(() -> CompiledCondition.of(nonsense, WORDS)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> CompiledCondition.of(Condition.testOwn("amount", Operator.FROM, "1")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_first_rule_decides_about_each_field_and_later_ones_add() {
        var first = action("orders", Map.of("shop", "munich"));
        var second = action("refund", Map.of("shop", "online", "amount", "5"));
        var rules = CompiledRules.of(
                "crm",
                1,
                List.of(
                        new RoutingRule("first", true, null, null, "true", true, first),
                        new RoutingRule("second", true, null, null, "true", true, second)),
                WORDS);

        var placement = rules.judge(facts(null, Map.of())).placement();

        assertThat(placement.category()).isEqualTo("orders");
        assertThat(placement.fields()).isEqualTo(Map.of("shop", "munich", "amount", "5"));
    }

    @Test
    void rules_about_own_fields_survive_being_written_down() {
        var rules = List.of(RoutingRule.of(
                "Big ones",
                Condition.all(List.of(Condition.testOwn("amount", Operator.FROM, "1000"))),
                action("orders", Map.of("shop", "munich"))));

        assertThat(RoutingJson.rules(RoutingJson.write(rules))).isEqualTo(rules);
    }

    private static RuleAction action(String category, Map<String, String> fields) {
        return new RuleAction(null, null, null, null, null, category, fields);
    }

    private static Map<String, Object> facts(String category, Map<String, String> values) {
        var wang = new Requester(new PersonId("wang"), "shanghai", "sales", EmploymentType.INTERN, "zh");
        var facts = new HashMap<>(Facts.of(wang, "s", "t", "crm", Priority.NORMAL, List.of(), null, 9, false));
        facts.putAll(Vocabulary.facts(SCHEMA, category, values));
        return facts;
    }

    private static OwnField field(String key, OwnField.FieldType kind) {
        return new OwnField(
                key,
                key,
                key,
                kind,
                List.of(OwnField.Choice.parse("munich | 慕尼黑店 | Munich"), OwnField.Choice.parse("online")),
                OwnField.FilledBy.EMPLOYEE,
                false,
                false,
                "",
                "",
                false);
    }
}
