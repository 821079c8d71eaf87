package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askwell.house.Rest;
import org.askwell.house.Rest.Reply;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Categories, own fields and filing for somebody else, as programs use them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketFieldsIT {

    final Server server;
    final Rest admin;
    final Rest employee;
    /** Answers at the CRM desk of the demo company. */
    final Rest agent;

    TicketFieldsIT(TestDatabase database) {
        server = Server.with(database);
        admin = server.as("admin");
        employee = server.as("employee");
        agent = server.as("curator");
    }

    @Test
    void the_demo_desks_want_to_know_something_and_past_tickets_have_some_of_it() {
        var fields = employee.get("/api/desks/crm/fields");
        assertThat(fields.body().at("/items").findValuesAsText("key")).contains("orderNumber", "shop", "sku", "amount");
        assertThat(employee.get("/api/desks/it/categories").body().at("/items").findValuesAsText("slug"))
                .containsSequence("hardware", "computer", "printer");

        var filled = new ArrayList<JsonNode>();
        agent.get("/api/tickets?desk=crm&limit=100").body().at("/items").forEach(it -> {
            if (!it.at("/fields").isEmpty()) {
                filled.add(it);
            }
        });
        assertThat(filled).isNotEmpty();
    }

    @Test
    void what_is_filed_with_a_ticket_is_found_in_lists_by_search_and_in_the_history() {
        var order = "SO-" + System.nanoTime();
        var opened = employee.post(
                "/api/tickets",
                Map.of(
                        "subject",
                        "The parcel is late",
                        "text",
                        "Since Monday.",
                        "desk",
                        "crm",
                        "category",
                        "refund",
                        "fields",
                        Map.of("orderNumber", order, "shop", "Munich")));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var number = opened.text("/number");
        assertThat(opened.text("/fields/shop")).isEqualTo("munich");

        var path = "/api/tickets/" + number;
        assertThat(fill(path, Map.of("amount", 129.5, "sku", "ML-1007")).status())
                .isEqualTo(204);
        var sheet = agent.get(path);
        assertThat(sheet.text("/category")).isEqualTo("refund");
        assertThat(sheet.body().at("/fields/amount").decimalValue()).isEqualByComparingTo("129.5");
        assertThat(employee.get(path).text("/fields/orderNumber")).isEqualTo(order);

        for (var query : List.of(
                "field.orderNumber=" + order.toLowerCase(),
                "desk=crm&category=orders&field.orderNumber=" + order,
                "field.orderNumber=" + order + "&field.amount=100..130",
                "field.orderNumber=" + order + "&field.shop=munich&category=refund",
                "q=" + order)) {
            assertThat(numbers(agent.get("/api/tickets?" + query))).as(query).containsExactly(number);
        }
        assertThat(numbers(agent.get("/api/tickets?field.orderNumber=" + order + "&field.amount=..100")))
                .isEmpty();
        assertThat(numbers(agent.get("/api/tickets?field.orderNumber=" + order + "&category=members")))
                .isEmpty();
        assertThat(numbers(server.as("it-agent").get("/api/tickets?field.orderNumber=" + order)))
                .isEmpty();

        var emptied = new HashMap<String, Object>();
        emptied.put("amount", null);
        assertThat(fill(path, emptied).status()).isEqualTo(204);
        assertThat(agent.get(path).body().at("/fields").has("amount")).isFalse();
        assertThat(agent.put(path + "/category", Map.of("category", "delivery")).status())
                .isEqualTo(204);
        var history = agent.get(path + "/history").body();
        assertThat(history.findValuesAsText("kind")).contains("CATEGORISED", "FIELD_SET");
        assertThat(history.findValuesAsText("note")).contains("crm/orderNumber", "crm/amount");
        assertThat(employee.get(path + "/history").body().findValuesAsText("kind"))
                .doesNotContain("CATEGORISED", "FIELD_SET");
        assertThat(agent.delete(path + "/category").status()).isEqualTo(204);
        assertThat(agent.get(path).body().has("category")).isFalse();
    }

    @Test
    void what_is_not_asked_for_or_cannot_be_read_is_refused_in_a_sentence() {
        assertRefused(opened("crm", Map.of("colour", "red")), 422, "ticket-field-unknown");
        assertRefused(opened("crm", Map.of("shop", "Beijing")), 422, "field-value-choice");
        assertRefused(opened("crm", Map.of("shop", List.of("munich"))), 422, "ticket-field-form");
        assertRefused(opened("crm", Map.of("sku", "ML-1")), 403, "ticket-field-agents");
        assertRefused(opened("it", Map.of("neededBy", "soon")), 422, "field-value-date");
        assertRefused(
                employee.post(
                        "/api/tickets", Map.of("subject", "x", "text", "y", "desk", "crm", "category", "printer")),
                422,
                "ticket-category");
        assertRefused(
                employee.post("/api/tickets", Map.of("subject", "x", "text", "y", "category", "printer")),
                422,
                "ticket-fields-no-desk");
        assertRefused(agent.get("/api/tickets?field.nothing=1"), 422, "ticket-field-nowhere");
        assertRefused(agent.get("/api/tickets?field.amount=much"), 422, "field-value-number");
        assertRefused(agent.get("/api/tickets?category=nothing"), 422, "ticket-category-unknown");

        var number = opened("crm", Map.of()).text("/number");
        assertRefused(fill("/api/tickets/" + number, Map.of("amount", "much")), 422, "field-value-number");
        assertRefused(
                employee.send("PATCH", "/api/tickets/" + number + "/fields", Map.of("shop", "online"), Map.of()),
                403,
                "ticket-agents-only");
        assertRefused(
                server.as("it-agent")
                        .send("PATCH", "/api/tickets/" + number + "/fields", Map.of("shop", "online"), Map.of()),
                404,
                "ticket-unknown");
    }

    @Test
    void resolving_is_refused_until_what_the_desk_needs_is_there_and_the_sentence_names_it() {
        var number = opened("crm", Map.of("orderNumber", "SO-9")).text("/number");
        var path = "/api/tickets/" + number;

        var refused = agent.put(path + "/resolution", Map.of("text", "Sent again."));
        assertRefused(refused, 422, "ticket-fields-missing");
        assertThat(refused.text("/detail")).endsWith("Fill in: Shop.");
        assertThat(agent.get(path).text("/status")).isEqualTo("OPEN");

        assertThat(fill(path, Map.of("shop", "online")).status()).isEqualTo(204);
        assertThat(agent.put(path + "/resolution", Map.of("text", "Sent again."))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_question_is_handed_over_with_what_the_desk_wants_to_know() {
        var question = employee.post("/api/questions", Map.of("text", "Where is the parcel of the hovercraft QX?"));
        var handover = "/api/questions/" + question.text("/id") + "/handover";
        assertRefused(
                employee.post(handover, Map.of("desk", "crm", "fields", Map.of("shop", "Beijing"))),
                422,
                "field-value-choice");

        var handed = employee.post(
                handover, Map.of("desk", "crm", "category", "delivery", "fields", Map.of("orderNumber", "SO-77")));

        assertThat(handed.status()).as(handed.text()).isEqualTo(201);
        var ticket = agent.get("/api/tickets/" + handed.text("/number"));
        assertThat(ticket.text("/category")).isEqualTo("delivery");
        assertThat(ticket.text("/fields/orderNumber")).isEqualTo("SO-77");
    }

    @Test
    void owners_define_categories_and_fields_and_nobody_else_does() {
        var field = Map.of("nameZh", "楼层", "nameEn", "Floor", "type", "NUMBER");
        assertRefused(employee.put("/api/desks/administration/fields/floor", field), 403, "desk-owners-only");
        assertRefused(server.as("it-agent").put("/api/desks/it/fields/floor", field), 403, "desk-owners-only");
        assertThat(admin.put("/api/desks/administration/fields/floor", field).status())
                .isEqualTo(204);
        assertThat(admin.put(
                                "/api/desks/administration/fields/floor",
                                Map.of("nameZh", "楼层", "nameEn", "Storey", "type", "TEXT"))
                        .status())
                .isEqualTo(204);

        var opened = opened("administration", Map.of());
        assertThat(agent.send(
                                "PATCH",
                                "/api/tickets/" + opened.text("/number") + "/fields",
                                Map.of("floor", "three"),
                                Map.of())
                        .status())
                .isEqualTo(204);
        assertRefused(admin.put("/api/desks/administration/fields/floor", field), 409, "field-in-use");
        assertRefused(admin.put("/api/desks/administration/fields/Floor", field), 422, "field-key");
        assertRefused(
                admin.put(
                        "/api/desks/administration/fields/wing",
                        Map.of("nameZh", "翼", "nameEn", "Wing", "type", "CHOICE")),
                422,
                "field-choices");

        for (int i = 2; i <= 10; i++) {
            assertThat(admin.put("/api/desks/administration/fields/more" + i, field)
                            .status())
                    .isEqualTo(204);
        }
        assertRefused(admin.put("/api/desks/administration/fields/more11", field), 422, "fields-too-many");
        for (int i = 2; i <= 10; i++) {
            var away = new HashMap<String, Object>(field);
            away.put("retired", true);
            admin.put("/api/desks/administration/fields/more" + i, away);
        }

        var first = Map.of("nameZh", "楼宇", "nameEn", "Building");
        assertThat(admin.put("/api/desks/administration/categories/building", first)
                        .status())
                .isEqualTo(204);
        assertThat(admin.put(
                                "/api/desks/administration/categories/lift",
                                Map.of("nameZh", "电梯", "nameEn", "Lift", "parent", "building"))
                        .status())
                .isEqualTo(204);
        assertRefused(
                admin.put(
                        "/api/desks/administration/categories/button",
                        Map.of("nameZh", "按钮", "nameEn", "Button", "parent", "lift")),
                422,
                "category-parent");
        admin.put("/api/desks/administration/categories/parcels", Map.of("nameZh", "快递", "nameEn", "Parcels"));
        var ordered = admin.put(
                "/api/desks/administration/categories", Map.of("order", List.of("parcels", "building", "lift")));
        assertThat(ordered.body().at("/items").findValuesAsText("slug")).containsExactly("parcels", "building", "lift");
    }

    @Test
    void a_rule_that_names_what_the_desk_does_not_know_is_refused_and_one_that_does_keeps_the_type() {
        var before = admin.get("/api/routing/rules?desk=finance");
        var field = Map.of("nameZh", "发票号", "nameEn", "Invoice", "type", "TEXT", "setBy", "EMPLOYEE");
        assertThat(admin.put("/api/desks/finance/fields/invoice", field).status())
                .isEqualTo(204);
        var condition = Map.of("own", "invoice", "operator", "IS", "values", List.of("INV-RULE"));
        var rules = new ArrayList<Object>();
        rules.add(Map.of(
                "name",
                "Disputed invoice",
                "condition",
                condition,
                "goOn",
                true,
                "then",
                Map.of("tags", List.of("disputed"), "fields", Map.of("invoice", "INV-RULED"))));
        before.body().at("/rules").forEach(rules::add);
        assertThat(admin.put("/api/routing/rules?desk=finance", Map.of("rules", rules))
                        .status())
                .isEqualTo(200);

        var number = opened("finance", Map.of("invoice", "INV-RULE")).text("/number");
        var ticket = server.as("finance-agent").get("/api/tickets/" + number);
        assertThat(ticket.text("/tags/0")).isEqualTo("disputed");
        assertThat(ticket.text("/fields/invoice")).isEqualTo("INV-RULED");
        assertThat(server.as("finance-agent")
                        .get("/api/tickets/" + number + "/trace")
                        .text())
                .contains("Disputed invoice");

        assertRefused(
                admin.put(
                        "/api/routing/rules?desk=finance",
                        Map.of(
                                "rules",
                                List.of(Map.of(
                                        "name",
                                        "x",
                                        "condition",
                                        Map.of("own", "nothing", "operator", "FILLED"),
                                        "then",
                                        Map.of("tags", List.of("x")))))),
                422,
                "condition-own");
        assertRefused(
                admin.put(
                        "/api/routing/rules?desk=finance",
                        Map.of(
                                "rules",
                                List.of(Map.of(
                                        "name", "x", "advanced", "true", "then", Map.of("category", "nothing"))))),
                422,
                "rule-category");
    }

    @Test
    void rules_are_tried_on_the_past_drafted_published_and_taken_back_by_programs() {
        var swallows = Map.of("name", "Swallows all", "advanced", "true", "then", Map.of("queue", "hr-pay"));
        var path = "/api/routing/rules?desk=hr";
        var before = admin.get(path).body().at("/version").asInt();
        for (int i = 0; i < 3; i++) {
            opened("hr", Map.of());
        }

        var asked = admin.post("/api/routing/replays", Map.of("desk", "hr", "days", 7, "rules", List.of(swallows)));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        var replay = "/api/routing/replays/" + asked.text("/id");
        Awaitility.await("the replay ends")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get(replay).text("/state").equals("DONE"));
        var found = admin.get(replay).body().at("/found");
        assertThat(found.at("/moved").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(found.at("/matrix").findValuesAsText("to")).containsOnly("hr-pay");
        assertThat(found.at("/rules/0/decides").asInt())
                .isEqualTo(found.at("/arrivals").asInt());
        assertThat(admin.get(path).body().at("/version").asInt()).isEqualTo(before);
        assertRefused(server.as("finance-agent").get(replay), 404, "replay-unknown");
        assertRefused(employee.post("/api/routing/replays", Map.of("desk", "hr")), 403, "desk-owners-only");
        assertRefused(
                admin.post(
                        "/api/routing/replays",
                        Map.of("desk", "hr", "from", "2026-01-02T00:00:00Z", "until", "2026-01-01T00:00:00Z")),
                422,
                "replay-span");
        assertThat(admin.delete(replay).status()).isEqualTo(204);

        var draft = "/api/routing/draft?desk=hr";
        var rules = new ArrayList<Object>();
        rules.add(swallows);
        admin.get(draft).body().at("/rules").forEach(rules::add);
        var kept = admin.put(draft, Map.of("revision", 0, "rules", rules));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(kept.text("/changes/0/kind")).isEqualTo("ADDED");
        assertThat(kept.body().at("/warnings").findValuesAsText("kind")).contains("TAKES_ALL", "UNREACHABLE");
        assertRefused(admin.put(draft, Map.of("revision", 0, "rules", rules)), 409, "changed-meanwhile");

        var published = admin.post("/api/routing/versions?desk=hr", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.text("/standing")).isEqualTo("IN_FORCE");
        assertRefused(admin.post("/api/routing/versions?desk=hr", Map.of()), 422, "rules-no-draft");
        var back = admin.post("/api/routing/versions?desk=hr", Map.of("restores", before, "seen", before + 1));
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.body().at("/restores").asInt()).isEqualTo(before);
        assertRefused(
                admin.post("/api/routing/versions?desk=hr", Map.of("restores", before, "seen", before)),
                409,
                "rules-overtaken");
        assertThat(admin.get("/api/routing/versions?desk=hr&limit=2").text("/items/0/changes/0/kind"))
                .isEqualTo("REMOVED");
    }

    @Test
    void an_agent_files_for_a_colleague_and_an_employee_may_not() {
        var body = Map.of("subject", "Filed by phone", "text", "She called.", "desk", "crm", "requester", "employee");
        assertRefused(server.as("approver").post("/api/tickets", body), 403, "ticket-for-other");
        assertRefused(server.as("it-agent").post("/api/tickets", body), 403, "ticket-for-other");
        var unknown = new HashMap<>(body);
        unknown.put("requester", "nobody.at.all");
        assertThat(agent.post("/api/tickets", unknown).status()).isEqualTo(404);

        var opened = agent.post("/api/tickets", body);

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var number = opened.text("/number");
        var sheet = employee.get("/api/tickets/" + number);
        assertThat(sheet.text("/requester")).isEqualTo("employee");
        assertThat(sheet.text("/openedBy")).isEqualTo("curator");
        assertThat(employee.get("/api/tickets/" + number + "/history").text("/0/by"))
                .isEqualTo("curator");
        var told = new ArrayList<String>();
        employee.get("/api/notifications").body().at("/items").forEach(it -> {
            if (it.toString().contains(number)) {
                told.add(it.at("/sentence").asText());
            }
        });
        assertThat(told).singleElement().asString().contains("Filed by phone");
    }

    private Reply opened(String desk, Map<String, ?> fields) {
        return employee.post(
                "/api/tickets",
                Map.of("subject", "Something is wrong", "text", "Please look.", "desk", desk, "fields", fields));
    }

    private Reply fill(String path, Map<String, ?> values) {
        return agent.send("PATCH", path + "/fields", values, Map.of());
    }

    private static List<String> numbers(Reply list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.body().at("/items").findValuesAsText("number");
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:" + code);
        assertThat(Arrays.asList(reply.text("/detail"), reply.text("/title"))).noneMatch(String::isBlank);
    }
}
