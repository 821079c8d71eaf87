package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.inside.Depot;
import org.askwell.inside.SmallCompany;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleAction;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketSearch;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketStatus;
import org.junit.jupiter.api.Test;

/** What a desk wants to know of its tickets: defined by its owner, filled in by those who ask and those who answer. */
interface FieldViews extends PageCase {

    @Test
    default void an_owner_says_what_the_desk_wants_to_know_and_the_eleventh_field_is_refused_in_a_sentence() {
        depot();
        try (var screen = Screen.of(Depot.OWNER)) {
            screen.open("admin/desks/" + Depot.YARD)
                    .type("desk.category.slug", "timber")
                    .type("desk.category.zh", "木材")
                    .type("desk.category.en", "Timber")
                    .press("desk.category.add")
                    .type("desk.category.slug", "oak")
                    .type("desk.category.zh", "橡木")
                    .type("desk.category.en", "Oak")
                    .choose("desk.category.parent", "Timber")
                    .press("desk.category.add");
            assertThat(schema(Depot.YARD).within("timber")).containsExactlyInAnyOrder("timber", "oak");

            for (int i = 1; i <= 10; i++) {
                addField(screen, "length" + i);
                assertThat(screen.refusals()).isEmpty();
            }
            addField(screen, "length11");
            assertThat(screen.refusals()).containsExactly("A desk has at most 10 own fields. Retire one first.");
            assertThat(screen.typed("desk.field.key")).isEqualTo("length11");
            assertThat(schema(Depot.YARD).asked()).hasSize(10);
        }
    }

    private static void addField(Screen screen, String key) {
        screen.press("desk.field.add")
                .type("desk.field.key", key)
                .type("desk.field.zh", "长度" + key)
                .type("desk.field.en", "Length " + key)
                .choose("desk.field.kind", screen.word("desk.field.kind.number"))
                .press("desk.field.save");
    }

    @Test
    default void who_asks_is_told_beside_the_field_what_is_missing_and_loses_nothing() {
        depot();
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("desks/" + Depot.DESK)
                    .type("ticket.ask.subject", "A parcel without an order")
                    .type("ticket.ask.text", "It is heavy.")
                    .press("ticket.ask.send", "仓库");
            assertThat(screen.refusals()).containsExactly("请填写：订单号。");
            assertThat(screen.typed("ticket.ask.subject")).isEqualTo("A parcel without an order");

            screen.type("订单号", " SO-1 ").choose("ticket.category", "订单 › 退款").press("ticket.ask.send", "仓库");
            assertThat(screen.texts("field-facts")).singleElement().asString().contains("订单 › 退款", "订单号", "SO-1");
        }
        var row = found("A parcel without an order");
        assertThat(row.category()).isEqualTo("refund");
        assertThat(filled(row.number())).containsExactly(Map.entry("orderNumber", "SO-1"));
        assertThat(as(Depot.AGENT, () -> tickets().history(row.number())))
                .extracting(HistoryRow::kind, HistoryRow::after, HistoryRow::note)
                .contains(
                        tuple(HistoryRow.Kind.CATEGORISED, "refund", null),
                        tuple(HistoryRow.Kind.FIELD_SET, "SO-1", "depot/orderNumber"));
    }

    @Test
    default void an_agent_is_asked_for_what_is_missing_before_it_is_resolved() {
        var number = filed("Nobody knows the shop", "SO-2");
        assertThatThrownBy(() -> as(Depot.AGENT, () -> tickets().resolve(number, "Done.")))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.code()).isEqualTo("ticket-fields-missing");
                    assertThat(no.getMessage()).isEqualTo(number + " cannot be resolved yet. Fill in: Shop.");
                });
        try (var screen = Screen.of(Depot.AGENT)) {
            screen.open("tickets/" + number)
                    .press("ticket.resolve")
                    .type("ticket.resolve.text", "Sent again.")
                    .press("ticket.resolve");
            assertThat(screen.asks()).isTrue();
            assertThat(screen.refusals()).containsExactly("Fill in: Shop.");
            assertThat(screen.typed("ticket.resolve.text")).isEqualTo("Sent again.");

            screen.choose("Shop", "Munich").press("ticket.resolve");
            assertThat(screen.asks()).isFalse();
        }
        var sheet = depotSheet(number);
        assertThat(sheet.status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(sheet.fields()).containsEntry("shop", "munich");
    }

    @Test
    default void an_agent_changes_category_and_fields_beside_the_ticket_and_the_history_says_so() {
        var number = filed("The amount is wrong", "SO-3");
        try (var screen = Screen.of(Depot.AGENT)) {
            screen.open("tickets/" + number)
                    .press("ticket.fields.change")
                    .type("Amount", "a lot")
                    .press("ticket.save");
            assertThat(screen.asks()).isTrue();
            screen.type("Amount", "1,299.00")
                    .choose("ticket.category", "Members")
                    .press("ticket.save");
            assertThat(screen.asks()).isFalse();
            screen.awaits(
                    "the panel", () -> screen.texts("fields-panel").getFirst().contains("Members"));
            assertThat(screen.texts("fields-panel").getFirst()).contains("Amount", "1299");
            assertThat(screen.text()).contains("Colleague 3 set Amount: 1299", "Colleague 3 set the category: Members");
        }
    }

    @Test
    default void queues_show_and_filter_by_category_and_fields() {
        var refund = filed("Narrow me down", "SO-40");
        var other = filed("Narrow me down, too", "SO-41");
        as(Depot.AGENT, () -> {
            the(TicketFields.class).change(refund, "refund", values("amount", "150"));
            the(TicketFields.class).change(other, "members", values("amount", "50"));
        });
        try (var screen = Screen.of(Depot.AGENT)) {
            screen.open("queues/depot-intake?category=orders&q=narrow");
            assertThat(screen.texts("ticket-row")).singleElement().asString().contains("Refund", "Order number: SO-40");
            assertThat(screen.chosen("ticket.category")).isEqualTo("Orders");

            screen.open("queues/depot-intake?field.amount=100..&q=narrow");
            assertThat(screen.texts("ticket-row")).singleElement().asString().contains("SO-40");
            assertThat(screen.typed("ticket.filter.value")).isEqualTo("100..");

            screen.open("queues/depot-intake").choose("ticket.filter.field", "Order number");
            screen.type("ticket.filter.value", "so-41");
            assertThat(screen.address()).isEqualTo("queues/depot-intake?field.orderNumber=so-41");
            assertThat(screen.texts("ticket-row")).singleElement().asString().contains("Narrow me down, too");

            screen.open("queues/depot-intake?q=SO-40");
            assertThat(screen.texts("ticket-row")).singleElement().asString().contains("Narrow me down");

            assertThat(as(Depot.AGENT, () -> the(TicketSearch.class).atMyDesks("so-40", 5))
                            .tickets())
                    .extracting(it -> it.number())
                    .containsExactly(refund);

            screen.open("queues/depot-intake?field.amount=much");
            assertThat(screen.text()).contains("“Amount” is a number");
        }
    }

    @Test
    default void what_one_desk_wanted_to_know_is_not_shown_at_another_and_is_there_again_when_the_ticket_comes_back() {
        var number = filed("Whose parcel is it?", "SO-5");
        as(Depot.AGENT, () -> {
            the(TicketFields.class).categorise(number, "orders");
            tickets().transfer(number, SmallCompany.DESK, "Yours, I think.");
        });
        var there = sheet(number);
        assertThat(there.category()).isNull();
        assertThat(there.fields()).isEmpty();
        assertThat(as(SmallCompany.AGENT, () -> tickets().list(filter("orderNumber", "SO-5"), null, 10))
                        .items())
                .isEmpty();
        assertThat(as(SmallCompany.AGENT, () -> tickets().history(number)))
                .extracting(HistoryRow::after)
                .contains("SO-5", "orders");

        as(SmallCompany.AGENT, () -> tickets().transfer(number, Depot.DESK, "No, yours."));
        assertThat(depotSheet(number).fields()).containsEntry("orderNumber", "SO-5");
    }

    @Test
    default void a_rule_looks_at_own_fields_and_fills_in_others() {
        depot();
        var small = Condition.testOwn("orderNumber", Operator.IS, "SO-RULE");
        as(
                SmallCompany.ADMIN,
                () -> the(RoutingService.class)
                        .save(
                                Depot.DESK,
                                null,
                                List.of(RoutingRule.of(
                                        "One order is special",
                                        Condition.all(List.of(
                                                small, Condition.test(Field.CATEGORY, Operator.IS_NOT, "members"))),
                                        new RuleAction(
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                "refund",
                                                Map.of("amount", "7", "shop", "online"))))));
        var number = filed("Special", "SO-RULE");
        assertThat(depotSheet(number).category()).isEqualTo("refund");
        assertThat(filled(number))
                .containsExactly(
                        Map.entry("orderNumber", "SO-RULE"), Map.entry("amount", "7"), Map.entry("shop", "online"));
        assertThat(filled(filed("Not special", "SO-OTHER"))).containsOnlyKeys("orderNumber");
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("admin/routing/" + Depot.DESK);
            assertThat(screen.text())
                    .contains(
                            "When Order number is “SO-RULE” and the category is not “Members”, then set the category to"
                                    + " Orders › Refund");
        }
    }

    @Test
    default void an_agent_files_for_a_colleague_who_is_told_by_whom() {
        depot();
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("desks/" + Depot.DESK);
            assertThat(screen.text()).doesNotContain(screen.word("ticket.ask.for"));
        }
        var number = as(
                Depot.AGENT,
                () -> tickets()
                        .open(new NewTicket(
                                "Filed by phone",
                                "She called.",
                                Depot.DESK,
                                SmallCompany.EMPLOYEE,
                                null,
                                List.of(),
                                null,
                                null,
                                false,
                                List.of(),
                                null,
                                values("orderNumber", "SO-6")))
                        .number());
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains("Colleague 3 替你提交了这个问题。");
            screen.open("inbox");
            assertThat(screen.text()).contains("Colleague 3 替你提问：Filed by phone");
        }
        try (var screen = Screen.of(Depot.AGENT)) {
            screen.open("desks/" + Depot.DESK);
            assertThat(screen.text()).contains("For whom");
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains("Colleague 3 opened it for 林小雨 in Depot");
        }
    }

    private void depot() {
        the(Depot.class).moveIn();
    }

    private DeskSchema schema(String desk) {
        return as(SmallCompany.ADMIN, () -> the(DeskSchemas.class).of(desk));
    }

    private TicketNumber filed(String subject, String order) {
        depot();
        return as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(new NewTicket(
                                subject,
                                "Please look.",
                                Depot.DESK,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                false,
                                List.of(),
                                null,
                                values("orderNumber", order)))
                        .number());
    }

    private static Map<String, String> values(String key, String value) {
        var values = new HashMap<String, String>();
        values.put(key, value);
        return values;
    }

    private static TicketFilter filter(String key, String value) {
        return TicketFilter.ALL.where(Map.of(key, value));
    }

    private TicketSheet depotSheet(TicketNumber number) {
        return as(Depot.AGENT, () -> tickets().ticket(number));
    }

    private Map<String, String> filled(TicketNumber number) {
        return depotSheet(number).fields();
    }

    private TicketRow found(String subject) {
        return as(Depot.AGENT, () -> tickets().list(TicketFilter.ALL.about(subject), null, 10))
                .items()
                .getFirst();
    }
}
