package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The main walk, as a program does it: ask, prove, hand over, route, answer, learn. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryIT {

    final Server server;

    StoryIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void every_sentence_of_an_answer_stands_in_the_revision_where_it_says() {
        var employee = server.as("employee");

        var answer = employee.post("/api/questions", Map.of("text", "试用期可以休年假吗？"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/outcome")).isEqualTo("ANSWERED");
        assertThat(answer.body().at("/sentences")).isNotEmpty();
        for (var sentence : answer.body().at("/sentences")) {
            assertThat(sentence.at("/citations")).isNotEmpty();
            for (var citation : sentence.at("/citations")) {
                var markdown = employee.get(
                                "/api/articles/" + citation.at("/article").asText() + "?revision="
                                        + citation.at("/revision").asInt())
                        .text("/markdown");
                int start = markdown.offsetByCodePoints(0, citation.at("/start").asInt());
                int end = markdown.offsetByCodePoints(0, citation.at("/end").asInt());
                assertThat(markdown.substring(start, end))
                        .isEqualTo(citation.at("/quote").asText());
            }
        }
    }

    @Test
    void what_nobody_could_answer_becomes_a_ticket_and_then_an_article_that_answers_the_next_one() {
        var employee = server.as("employee");
        var agent = server.as("it-agent");
        var text = "三楼的蓝色打印机 QX-77 总是吃纸，怎么处理？";

        var question = employee.post("/api/questions", Map.of("text", text));
        assertThat(question.text("/outcome")).isEqualTo("NOT_FOUND");
        var handed = employee.post("/api/questions/" + question.text("/id") + "/handover", Map.of());
        assertThat(handed.status()).isEqualTo(201);
        var number = handed.text("/number");

        var ticket = agent.get("/api/tickets/" + number);
        assertThat(ticket.text("/desk")).isEqualTo("it");
        assertThat(ticket.text("/queue")).isEqualTo("it-hardware");
        assertThat(ticket.text("/messages/0/text")).contains("QX-77");
        var trace = agent.get("/api/tickets/" + number + "/trace");
        assertThat(trace.text("/queue")).isEqualTo("it-hardware");
        assertThat(trace.body().at("/rules"))
                .anySatisfy(rule -> assertThat(rule.at("/matched").asBoolean()).isTrue());

        var path = "/api/tickets/" + number;
        assertThat(agent.put(path + "/assignee", Map.of("person", "it-agent")).status())
                .isEqualTo(204);
        assertThat(agent.post(path + "/messages", Map.of("text", "我去看一下。", "visibility", "PUBLIC"))
                        .status())
                .isEqualTo(201);
        assertThat(agent.post(path + "/messages", Map.of("text", "又是这台", "visibility", "INTERNAL"))
                        .status())
                .isEqualTo(201);
        assertThat(agent.put(path + "/resolution", Map.of("text", "蓝色打印机 QX-77 吃纸时，打开后盖，取出卡住的纸，再把绿色拨杆推到底。"))
                        .status())
                .isEqualTo(204);

        var seen = employee.get(path);
        assertThat(seen.text("/status")).isEqualTo("RESOLVED");
        assertThat(seen.text()).contains("我去看一下").doesNotContain("又是这台");

        var draft = agent.post("/api/drafts", Map.of("ticket", number));
        assertThat(draft.status()).isEqualTo(201);
        assertThat(employee.get("/api/articles/" + draft.text("/article")).status())
                .isEqualTo(404);
        assertThat(agent.put("/api/articles/" + draft.text("/article") + "/publication", Map.of())
                        .status())
                .isBetween(200, 204);

        Awaitility.await("the article answers").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var again = employee.post("/api/questions", Map.of("text", text));
            assertThat(again.text("/outcome")).isEqualTo("ANSWERED");
            assertThat(again.text("/sentences/0/citations/0/article")).isEqualTo(draft.text("/article"));
        });
    }

    @Test
    void others_neither_see_nor_change_a_question_or_a_ticket() {
        var employee = server.as("employee");
        var approver = server.as("approver");
        var question = employee.post("/api/questions", Map.of("text", "人工"));
        var number = employee.post(
                        "/api/questions/" + question.text("/id") + "/handover", Map.of("desk", "hr", "note", "只给人力资源看"))
                .text("/number");

        assertThat(approver.get("/api/questions/" + question.text("/id")).status())
                .isEqualTo(404);
        assertThat(approver.get("/api/tickets/" + number).status()).isEqualTo(404);
        assertThat(server.as("it-agent").get("/api/tickets/" + number).status()).isEqualTo(404);
        assertThat(server.as("admin").get("/api/tickets/" + number).status()).isEqualTo(404);
        assertThat(approver.put("/api/tickets/" + number + "/resolution", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(employee.put("/api/tickets/" + number + "/resolution", Map.of("text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(server.as("hr-agent").get("/api/tickets/" + number).status()).isEqualTo(200);
    }

    @Test
    void questions_of_no_and_of_too_many_characters_get_one_sentence() {
        var employee = server.as("employee");

        for (var text : List.of("", "   ", "？？？", "a".repeat(100_000))) {
            var reply = employee.post("/api/questions", Map.of("text", text));
            assertThat(reply.status()).isIn(413, 422);
            assertThat(reply.text("/detail")).isNotBlank().doesNotContain("!");
        }
        assertThat(employee.post("/api/questions", Map.of("text", "🙂 مرحبا كيف حالك؟"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_same_idempotency_key_opens_one_ticket() {
        var employee = server.as("employee");
        var body = Map.of("subject", "键盘坏了", "text", "空格键不灵", "desk", "it");
        var key = Map.of("Idempotency-Key", "key-" + server.url().hashCode() + "-" + body.hashCode());

        var first = employee.send("POST", "/api/tickets", body, key);
        var second = employee.send("POST", "/api/tickets", body, key);
        var other = employee.send("POST", "/api/tickets", Map.of("subject", "鼠标坏了", "text", "x", "desk", "it"), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text("/number")).isEqualTo(first.text("/number"));
        assertThat(other.status()).isEqualTo(422);
    }
}
