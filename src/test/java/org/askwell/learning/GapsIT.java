package org.askwell.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

/** What was asked in vain reaches the curators without a name, becomes an article, and reaches those who asked. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GapsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Everything that tells who the account {@code employee} is; its login is a common word and stands in roles. */
    private static final List<String> ASKER = List.of("林小雨", "Lin Xiaoyu");

    final Server server;

    GapsIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void a_gap_becomes_an_article_and_who_asked_is_told_with_the_proof() {
        var curator = server.as("curator");
        var first = ask("employee", "Which oil does the hovercraft XQ-11 take?", "administration");
        ask("approver", "What oil does the hovercraft XQ-11 take?", "administration");
        var gap = gap("hovercraft", it -> it.at("/questions").asInt() == 2);
        assertThat(gap.at("/people").asInt()).isEqualTo(2);
        assertThat(gap.at("/desk").asText()).isEqualTo("administration");
        assertThat(gap.at("/departments/0").asText()).isEqualTo("sales");
        assertThat(gap.at("/kinds/unanswered").asInt()).isEqualTo(2);
        var id = gap.at("/id").asText();

        var begun = curator.post("/api/gaps/" + id + "/draft", Map.of());
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        var article = begun.text("/article");
        assertThat(curator.post("/api/gaps/" + id + "/draft", Map.of()).text("/article"))
                .isEqualTo(article);
        assertThat(curator.get("/api/gaps/" + id).text("/gap/writing")).isEqualTo(article);
        assertThat(curator.get("/api/articles/" + article).body().at("/wordings"))
                .hasSize(2);

        publish(
                curator,
                article,
                "Hovercraft XQ-11",
                "The hovercraft XQ-11 takes rapeseed oil. The key hangs at the reception.");

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(curator.get("/api/gaps/" + id).text("/gap/state"))
                        .isEqualTo("CLOSED"));
        assertThat(curator.get("/api/gaps/" + id).text("/gap/closedBy")).isEqualTo(article);
        for (var asker : List.of("employee", "approver")) {
            var told = notices(server.as(asker), "gap-answered").stream()
                    .filter(it -> it.at("/sentence").asText().contains("hovercraft"))
                    .toList();
            assertThat(told).as(asker).hasSize(1);
            assertThat(told.getFirst().at("/excerpt").asText()).contains("rapeseed oil");
            var answered = told.getFirst().at("/about").asText();
            assertThat(told.getFirst().at("/url").asText()).endsWith("/questions/" + answered);
            var question = server.as(asker).get("/api/questions/" + answered);
            assertThat(question.text("/outcome")).isEqualTo("ANSWERED");
            assertThat(question.text("/sentences/0/citations/0/article")).isEqualTo(article);
        }
        assertThat(server.as("employee").get("/api/questions/" + first).text("/outcome"))
                .isEqualTo("NOT_FOUND");
        assertThat(notices(curator, "gap-answered").stream()
                        .filter(it -> it.at("/sentence").asText().contains("hovercraft")))
                .isEmpty();
    }

    @Test
    void nothing_that_a_curator_reads_says_who_asked() {
        ask(
                "employee",
                "我是林小雨（Lin Xiaoyu，lin.xiaoyu@mapleford.example，手机 138 1234 5678），XQ-77 型热气球的喷口直径是多少？",
                "administration");
        var id = gap("热气球", it -> true).at("/id").asText();
        var curator = server.as("curator");
        var sheet = server.as("admin").get("/api/people/employee").body();
        var giveaways = new ArrayList<>(ASKER);
        for (var fact : List.of("name", "staffNumber", "mail")) {
            assertThat(sheet.findValue(fact)).as(fact).isNotNull();
            giveaways.add(sheet.findValue(fact).asText());
        }
        var begun = curator.post("/api/gaps/" + id + "/draft", Map.of("space", "administration"));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);

        for (var reply : List.of(
                curator.get("/api/gaps?limit=200"),
                curator.get("/api/gaps?limit=200&order=frequent"),
                curator.get("/api/gaps/" + id),
                begun,
                curator.get("/api/articles/" + begun.text("/article")),
                curator.get("/api/articles/" + begun.text("/article") + "/revisions"),
                curator.get("/api/gaps?state=CLOSED&limit=200"),
                curator.get("/api/gaps?state=DISMISSED&limit=200"))) {
            assertThat(reply.text()).doesNotContain(giveaways).doesNotContain("138 1234 5678", "\"asker\"");
        }
        assertThat(notices(curator, "gap-asked").toString()
                        + notices(curator, "gap-answered").toString())
                .doesNotContain(giveaways);
        assertThat(curator.get("/api/gaps/" + id).text("/gap/wording")).contains("热气球的喷口直径");
    }

    @Test
    void whose_rights_do_not_cover_the_article_is_not_told() {
        var hr = server.as("hr-agent");
        ask("employee", "What is the zeppelin allowance of grade nine?", "hr");
        ask("hr-agent", "What is the zeppelin allowance of grade nine?", "hr");
        var id = gap(hr, "zeppelin", it -> it.at("/questions").asInt() == 2)
                .at("/id")
                .asText();
        var article = hr.post("/api/gaps/" + id + "/draft", Map.of("space", "hr-internal"))
                .text("/article");

        publish(hr, article, "Zeppelin allowance", "The zeppelin allowance of grade nine is 40 hours a year.");

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(hr.get("/api/gaps/" + id).text("/gap/state")).isEqualTo("CLOSED"));
        assertThat(notices(hr, "gap-answered").toString()).contains("zeppelin");
        assertThat(notices(server.as("employee"), "gap-answered").toString()).doesNotContain("zeppelin");
    }

    @Test
    void an_article_that_does_not_answer_leaves_the_gap_open_and_a_wording_that_is_attached_closes_it() {
        var curator = server.as("curator");
        ask("employee", "How loud may my bagpipe be in room 12?", "administration");
        var id = gap("bagpipe", it -> true).at("/id").asText();
        var article = curator.post(
                        "/api/articles",
                        Map.of(
                                "space", "administration",
                                "title", "Flowers",
                                "language", "en",
                                "markdown", "Flowers are watered on Mondays."))
                .text("/id");
        publish(curator, article, "Flowers", "Flowers are watered on Mondays, by the reception.");
        assertThat(curator.put("/api/gaps/" + id + "/article", Map.of("article", article))
                        .status())
                .isEqualTo(204);
        assertThat(curator.get("/api/articles/" + article)
                        .body()
                        .at("/wordings")
                        .toString())
                .contains("bagpipe");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !curator.get("/api/gaps/" + id)
                                .body()
                                .at("/gap/state")
                                .asText()
                                .equals("OPEN")
                        || !curator.get("/api/gaps/" + id)
                                .body()
                                .at("/gap/unproven")
                                .isNull());

        assertThat(server.as("employee").get("/api/articles/" + article).status())
                .isEqualTo(200);
    }

    @Test
    void an_answer_that_did_not_help_is_counted_with_its_reason_until_it_is_taken_back() {
        var curator = server.as("curator");
        var article = curator.post(
                        "/api/articles",
                        Map.of(
                                "space", "administration",
                                "title", "The sundial in the yard",
                                "language", "en",
                                "markdown", "",
                                "wordings", List.of("Who winds the sundial in the yard?")))
                .text("/id");
        publish(
                curator,
                article,
                "The sundial in the yard",
                "The sundial in the yard is wound by the janitor on Fridays.");
        var text = "Who winds the sundial in the yard?";
        var question = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> server.as("employee").post("/api/questions", Map.of("text", text)),
                        it -> it.text("/outcome").equals("ANSWERED"))
                .text("/id");
        var rated = server.as("employee")
                .put(
                        "/api/questions/" + question + "/feedback",
                        Map.of("helpful", false, "shortcoming", "OUTDATED", "reason", "林小雨 says: Mondays now"));
        assertThat(rated.status()).as(rated.text()).isEqualTo(204);

        var gap = gap("sundial", it -> it.at("/kinds/unhelpful").asInt() == 1);
        var id = gap.at("/id").asText();
        var sheet = curator.get("/api/gaps/" + id);
        assertThat(sheet.text("/reasons/0/shortcoming")).isEqualTo("OUTDATED");
        assertThat(sheet.text("/reasons/0/text")).isEqualTo("… says: Mondays now");
        assertThat(sheet.text("/nearest/article")).isEqualTo(article);
        var score = curator.get("/api/articles/" + article + "/score");
        assertThat(score.status()).as(score.text()).isEqualTo(200);
        assertThat(score.body().at("/shown").asInt()).isPositive();
        assertThat(score.body().at("/missed").asInt()).isEqualTo(1);
        assertThat(server.as("employee")
                        .get("/api/articles/" + article + "/score")
                        .status())
                .isEqualTo(403);

        server.as("employee").put("/api/questions/" + question + "/feedback", Map.of("helpful", true));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(curator.get("/api/gaps/" + id).status()).isEqualTo(404));
    }

    @Test
    void an_owner_is_asked_and_what_is_put_aside_asks_no_longer() {
        var curator = server.as("curator");
        var agent = server.as("it-agent");
        var article = agent.post(
                        "/api/articles",
                        Map.of("space", "it", "title", "Abacus", "language", "en", "markdown", "Beads are of beech."))
                .text("/id");
        publish(agent, article, "Abacus", "The beads of an abacus are of beech.");
        ask("employee", "Which oil does the abacus of the third floor take?", "it");
        var id = gap("abacus", it -> true).at("/id").asText();

        assertThat(curator.put("/api/gaps/" + id + "/owner-request", Map.of("article", article))
                        .status())
                .isEqualTo(204);
        var asked = notices(agent, "gap-asked").stream()
                .filter(it -> it.at("/about").asText().equals(id))
                .toList();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().at("/sentence").asText())
                .contains("Priya Nair")
                .contains("Abacus");
        assertThat(asked.getFirst().at("/state").asText()).isEqualTo("WAITING");
        assertThat(asked.toString()).doesNotContain(ASKER);
        assertThat(agent.put("/api/gaps/" + id + "/owner-request", Map.of("article", article))
                        .status())
                .isEqualTo(409);

        assertThat(curator.put("/api/gaps/" + id + "/dismissal", Map.of("reason", "The museum answers this."))
                        .status())
                .isEqualTo(204);
        assertThat(notices(agent, "gap-asked").stream()
                        .filter(it -> it.at("/about").asText().equals(id)))
                .isEmpty();
        var dismissed = curator.get("/api/gaps/" + id);
        assertThat(dismissed.text("/gap/state")).isEqualTo("DISMISSED");
        assertThat(dismissed.text("/gap/dismissedBecause")).isEqualTo("The museum answers this.");
        assertThat(curator.delete("/api/gaps/" + id + "/dismissal").status()).isEqualTo(204);
        assertThat(curator.delete("/api/gaps/" + id + "/dismissal").status()).isEqualTo(409);
    }

    @Test
    void a_search_without_a_hit_is_counted_once_for_each_person() {
        var words = "lead plomb for the seal";
        var employee = server.as("employee");
        var found = employee.get("/api/search?space=nowhere&q=" + encoded(words));
        assertThat(found.body().at("/items")).isEmpty();
        employee.get("/api/search?space=nowhere&q=" + encoded(words));
        server.as("approver").get("/api/search?space=nowhere&q=" + encoded(words));

        var gap = gap("plomb", it -> it.at("/kinds/unfound").asInt() == 2);

        assertThat(gap.at("/people").asInt()).isEqualTo(2);
        assertThat(gap.at("/wording").asText()).isEqualTo(words);
    }

    @Test
    void only_curators_see_them_and_only_those_of_their_desks() {
        for (var account : List.of("employee", "approver")) {
            assertThat(server.as(account).get("/api/gaps").status()).as(account).isEqualTo(403);
        }
        ask("employee", "Which gauge has the monorail of the canteen?", "finance");
        var finance = server.as("finance-agent");
        var id = gap(finance, "monorail", it -> true).at("/id").asText();
        var other = server.as("it-agent");
        assertThat(other.get("/api/gaps/" + id).status()).isEqualTo(404);
        assertThat(other.put("/api/gaps/" + id + "/dismissal", Map.of("reason", "no"))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/api/gaps?limit=200").text()).doesNotContain("monorail");

        assertThat(finance.get("/api/gaps/G-999999999").status()).isEqualTo(404);
        assertThat(finance.get("/api/gaps/nonsense").status()).isIn(400, 404);
        assertThat(finance.get("/api/gaps?state=LOST").status()).isEqualTo(400);
        assertThat(finance.get("/api/gaps?order=random").status()).isEqualTo(400);
        assertThat(finance.get("/api/gaps?cursor=what").status()).isEqualTo(400);
        assertThat(finance.put("/api/gaps/" + id + "/dismissal", Map.of("reason", " "))
                        .status())
                .isIn(400, 422);
        assertThat(finance.put("/api/gaps/" + id + "/article", Map.of("article", "A-999999"))
                        .status())
                .isEqualTo(404);
        assertThat(finance.post("/api/gaps/" + id + "/draft", Map.of("space", "it"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_list_goes_on_where_it_ended_in_both_orders() {
        for (int i = 0; i < 4; i++) {
            var word = List.of("quagga", "marimba", "astrolabe", "yurt").get(i);
            ask("employee", "What does a " + word + " cost in the shop of Innsbruck?", "crm");
            gap(word, it -> true);
        }
        for (var order : List.of("newest", "frequent")) {
            var curator = server.as("curator");
            var whole = ids(curator.get("/api/gaps?limit=200&order=" + order));
            var pages = new ArrayList<String>();
            String cursor = "";
            do {
                var page = curator.get("/api/gaps?limit=3&order=" + order + cursor);
                assertThat(page.status()).as(page.text()).isEqualTo(200);
                pages.addAll(ids(page));
                cursor = page.body().at("/nextCursor").isTextual() ? "&cursor=" + page.text("/nextCursor") : null;
            } while (cursor != null && pages.size() < whole.size());
            assertThat(pages)
                    .as(order)
                    .startsWith(whole.subList(0, 3).toArray(String[]::new))
                    .doesNotHaveDuplicates();
            assertThat(pages).as(order).containsAll(whole.subList(0, Math.min(whole.size(), 9)));
        }
    }

    private String ask(String account, String text, String desk) {
        var reply = server.as(account).post("/api/questions", Map.of("text", text, "desk", desk));
        assertThat(reply.text("/outcome")).as(reply.text()).isEqualTo("NOT_FOUND");
        return reply.text("/id");
    }

    private void publish(Rest curator, String article, String title, String markdown) {
        var saved = curator.put(
                "/api/articles/" + article,
                Map.of(
                        "revision",
                        curator.get("/api/articles/" + article)
                                .body()
                                .at("/revision")
                                .asInt(),
                        "title",
                        title,
                        "markdown",
                        markdown));
        assertThat(saved.status()).as(saved.text()).isLessThan(300);
        assertThat(curator.put("/api/articles/" + article + "/publication", Map.of())
                        .status())
                .isLessThan(300);
    }

    private JsonNode gap(String word, java.util.function.Predicate<JsonNode> ready) {
        return gap(server.as("curator"), word, ready);
    }

    private JsonNode gap(Rest curator, String word, java.util.function.Predicate<JsonNode> ready) {
        Supplier<JsonNode> look = () -> items(curator.get("/api/gaps?limit=200")).stream()
                .filter(it -> it.at("/wording").asText().contains(word) && ready.test(it))
                .findFirst()
                .orElse(null);
        return Awaitility.await("a gap about " + word).atMost(PATIENCE).until(look::get, it -> it != null);
    }

    private static List<JsonNode> notices(Rest person, String kind) {
        return items(person.get("/api/notifications?limit=200")).stream()
                .filter(it -> it.at("/kind").asText().equals(kind))
                .toList();
    }

    private static List<JsonNode> items(Rest.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return StreamSupport.stream(reply.body().at("/items").spliterator(), false)
                .toList();
    }

    private static List<String> ids(Rest.Reply reply) {
        return items(reply).stream().map(it -> it.at("/id").asText()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
