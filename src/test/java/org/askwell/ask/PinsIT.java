package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Pinned questions, as programs see them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PinsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LENT = "A projector 📽 is lent for three days.";
    private static final String TEXT = "# Projectors\n\n" + LENT + " Bring it back charged.\n";

    final Server server;

    PinsIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void a_desk_owner_pins_changes_and_removes_and_readers_ask_with_the_same_words() {
        var owner = server.as("desk-owner");
        var article = write(owner, "it", TEXT);
        var made = owner.post(
                "/api/desks/it/pins", body("投影仪能借几天？", "How long may I keep a projector?", article, 1, LENT));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var address = "/api/desks/it/pins/" + made.text("/id");
        assertThat(made.raw().headers().firstValue("Location").orElseThrow()).endsWith(address);
        assertThat(made.text("/quote")).isEqualTo(LENT);
        assertThat(made.text("/state")).isEqualTo("SHOWN");

        for (var words : List.of("投影仪能借几天", "how long may i keep a PROJECTOR")) {
            var answer = server.as("employee").post("/api/questions", Map.of("text", words));
            assertThat(answer.text("/outcome")).as(answer.text()).isEqualTo("ANSWERED");
            assertThat(answer.text("/reason")).isEqualTo("PINNED");
            assertThat(answer.text("/desk")).isEqualTo("it");
            var citation = answer.body().at("/sentences/0/citations/0");
            assertThat(citation.at("/quote").asText()).isEqualTo(LENT);
            assertThat(citation.at("/start").asInt()).isEqualTo(TEXT.indexOf(LENT));
            assertThat(citation.at("/end").asInt())
                    .isEqualTo(TEXT.indexOf(LENT) + LENT.codePointCount(0, LENT.length()));
        }
        assertThat(owner.get(address).body().at("/hits").asInt()).isEqualTo(2);
        assertThat(owner.get(address).body().at("/days/0/hits").asInt()).isEqualTo(2);
        assertThat(questions("employee", "/api/desks/it/questions"))
                .containsAnyOf("投影仪能借几天？", "How long may I keep a projector?");
        assertThat(questions("employee", "/api/questions/recommended?limit=50"))
                .containsAnyOf("投影仪能借几天？", "How long may I keep a projector?");

        assertThat(owner.post("/api/desks/it/pins", body("投影仪 能借几天", "", article, 1, LENT))
                        .status())
                .isEqualTo(409);
        var body = body("", "How long is a projector mine?", article, 1, LENT);
        body.put("until", "2020-01-01");
        var changed = owner.put(address, body);
        assertThat(changed.text("/state")).as(changed.text()).isEqualTo("EXPIRED");
        assertThat(server.as("employee")
                        .post("/api/questions", Map.of("text", "How long is a projector mine?"))
                        .text("/reason"))
                .isNotEqualTo("PINNED");
        assertThat(owner.delete(address).status()).isEqualTo(204);
        assertThat(owner.get(address).status()).isEqualTo(404);
    }

    @Test
    void a_pin_whose_passage_is_gone_is_paused_and_its_owners_are_told() {
        var owner = server.as("desk-owner");
        var article = write(owner, "it", TEXT);
        var id = owner.post("/api/desks/it/pins", body("", "May I borrow a projector?", article, 1, LENT))
                .text("/id");

        publish(owner, article, TEXT.replace("three", "two"));

        assertThat(server.as("employee")
                        .post("/api/questions", Map.of("text", "May I borrow a projector?"))
                        .text("/reason"))
                .isNotEqualTo("PINNED");
        assertThat(owner.get("/api/desks/it/pins/" + id).text("/state")).isEqualTo("PASSAGE_GONE");
        Awaitility.await().atMost(PATIENCE).until(() -> told(owner, id));
        assertThat(owner.put("/api/desks/it/pins/" + id, body("", "May I borrow a projector?", article, 1, LENT))
                        .status())
                .as("the passage as it was: other words may still be saved")
                .isEqualTo(200);
        var again = owner.put(
                "/api/desks/it/pins/" + id,
                body("", "May I borrow a projector?", article, 2, LENT.replace("three", "two")));
        assertThat(again.text("/state")).as(again.text()).isEqualTo("SHOWN");
        Awaitility.await().atMost(PATIENCE).until(() -> !told(owner, id));
        owner.delete("/api/desks/it/pins/" + id);
    }

    @Test
    void rights_and_bad_input_are_refused_in_a_sentence() {
        var owner = server.as("desk-owner");
        var article = write(owner, "it", TEXT);
        var body = body("", "Whose projector is it?", article, 1, LENT);
        assertThat(server.as("employee").get("/api/desks/it/pins").status()).isEqualTo(403);
        assertThat(server.as("it-agent").post("/api/desks/it/pins", body).status())
                .isEqualTo(403);
        assertThat(owner.post("/api/desks/hr/pins", body).status()).isEqualTo(403);
        assertThat(owner.get("/api/desks/nowhere/questions").status()).isEqualTo(404);
        assertThat(owner.delete("/api/desks/it/pins/P-999999").status()).isEqualTo(404);
        assertThat(owner.delete("/api/desks/it/pins/nonsense").status()).isEqualTo(404);
        refused(owner, 422, "pin-question-missing", with(body, "questionEn", " "));
        refused(owner, 422, "pin-question-too-long", with(body, "questionEn", "x".repeat(201)));
        refused(owner, 422, "pin-passage-empty", with(body, "end", 14));
        refused(owner, 422, "pin-passage-empty", with(body, "start", -1));
        refused(owner, 422, "pin-passage-empty", with(body, "end", 9_999_999));
        refused(owner, 422, "pin-quote", with(body, "quote", "Something else."));
        refused(owner, 409, "pin-revision-old", with(body, "revision", 7));
        refused(owner, 404, "article-unknown", with(body, "article", "A-99999999"));
        refused(owner, 404, "article-unknown", with(body, "article", "no article"));
    }

    @Test
    void what_rests_on_a_closed_article_is_told_to_its_readers_only() {
        var admin = server.as("admin");
        var hr = server.as("hr-agent");
        assertThat(admin.put("/api/desks/hr/members/hr-agent/desk-owner", null).status())
                .isLessThan(300);
        var article = write(hr, "hr-internal", TEXT);
        var made = hr.post("/api/desks/hr/pins", body("内部投影仪归谁？", "Who has the internal projector?", article, 1, LENT));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        assertThat(hr.post("/api/questions", Map.of("text", "内部投影仪归谁")).text("/reason"))
                .isEqualTo("PINNED");
        for (var other : List.of("employee", "desk-owner", "admin")) {
            var answer = server.as(other).post("/api/questions", Map.of("text", "内部投影仪归谁", "desk", "hr"));
            assertThat(answer.text()).as(other).doesNotContain("three days").doesNotContain("PINNED");
            assertThat(questions(other, "/api/desks/hr/questions"))
                    .doesNotContain("内部投影仪归谁？", "Who has the internal projector?");
            assertThat(questions(other, "/api/questions/recommended?limit=50"))
                    .doesNotContain("内部投影仪归谁？", "Who has the internal projector?");
        }
        var line = admin.get("/api/desks/hr/pins/" + made.text("/id"));
        assertThat(line.text("/state")).isEqualTo("NOT_YOURS");
        assertThat(line.text()).doesNotContain("投影仪", "projector", article);
        assertThat(admin.delete("/api/desks/hr/pins/" + made.text("/id")).status())
                .isEqualTo(204);
        admin.delete("/api/desks/hr/members/hr-agent/desk-owner");
    }

    private static void refused(Rest person, int status, String code, Map<String, Object> body) {
        var reply = person.post("/api/desks/it/pins", body);
        assertThat(reply.status()).as(code + " " + reply.text()).isEqualTo(status);
        assertThat(reply.text("/type")).endsWith(code);
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var other = new HashMap<>(body);
        other.put(name, value);
        return other;
    }

    private static Map<String, Object> body(String zh, String en, String article, int revision, String quote) {
        var body = new HashMap<String, Object>();
        body.put("questionZh", zh);
        body.put("questionEn", en);
        body.put("article", article);
        body.put("revision", revision);
        int start = TEXT.indexOf("A projector");
        body.put("start", start);
        body.put("end", start + quote.codePointCount(0, quote.length()));
        body.put("quote", quote);
        return body;
    }

    private List<String> questions(String person, String path) {
        var reply = server.as(person).get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return items(reply).stream().map(it -> it.at("/question").asText()).toList();
    }

    private static boolean told(Rest owner, String pin) {
        return items(owner.get("/api/notifications?limit=200")).stream()
                .anyMatch(it -> it.at("/kind").asText().equals("pin-paused")
                        && it.at("/about").asText().equals(pin)
                        && it.at("/state").asText().equals("WAITING"));
    }

    private static List<JsonNode> items(Rest.Reply reply) {
        return StreamSupport.stream(reply.body().at("/items").spliterator(), false)
                .toList();
    }

    private static String write(Rest writer, String space, String text) {
        var made = writer.post(
                "/api/articles", Map.of("space", space, "language", "en", "title", "Projectors", "markdown", text));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(writer.put("/api/articles/" + made.text("/id") + "/publication", Map.of())
                        .status())
                .isLessThan(300);
        return made.text("/id");
    }

    private static void publish(Rest writer, String article, String text) {
        var revision =
                writer.get("/api/articles/" + article).body().at("/revision").asInt();
        var saved = writer.put(
                "/api/articles/" + article, Map.of("revision", revision, "title", "Projectors", "markdown", text));
        assertThat(saved.status()).as(saved.text()).isLessThan(300);
        assertThat(writer.put("/api/articles/" + article + "/publication", Map.of())
                        .status())
                .isLessThan(300);
    }
}
