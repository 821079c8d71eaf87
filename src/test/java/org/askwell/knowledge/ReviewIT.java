package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** A text is looked at before readers see it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewIT {

    static final String SPACE = "looked-at";

    final Rest admin;
    final Rest author;
    final Rest reviewer;
    final Rest employee;
    final Rest reader;

    ReviewIT(TestDatabase database) {
        var server = Server.with(database);
        admin = server.as("admin");
        author = server.as("it-agent");
        reviewer = server.as("curator");
        employee = server.as("employee");
        reader = server.as("approver");
        if (admin.get("/api/spaces/" + SPACE).status() == 404) {
            admin.post("/api/spaces", Map.of("slug", SPACE, "nameEn", "Looked at", "visibility", List.of("everyone")));
            for (var person : List.of("it-agent", "curator")) {
                assertThat(admin.put("/api/people/" + person + "/roles/CURATOR/" + SPACE, Map.of())
                                .status())
                        .isIn(200, 204);
            }
            assertThat(admin.put("/api/spaces/" + SPACE + "/review", Map.of("rule", "FOUR_EYES"))
                            .text("/review"))
                    .isEqualTo("FOUR_EYES");
        }
    }

    @Test
    void readers_keep_what_they_see_until_somebody_else_has_looked() {
        var id = begin("The lamp that hums", "It hums in A.");
        refused(author.put("/api/articles/" + id + "/publication", Map.of()), 403, "review-needed");
        handIn(id, 1);
        assertThat(employee.get("/api/articles/" + id).status()).isEqualTo(404);
        refused(decide(author, id, 1, "APPROVED", null), 403, "review-own");
        assertThat(waiting(author)).doesNotContain(id);
        assertThat(waiting(reviewer)).contains(id);
        assertThat(news(reviewer, "review-asked")).contains("asks for a review of “The lamp that hums”");

        assertThat(decide(reviewer, id, 1, "APPROVED", null).text("/state")).isEqualTo("APPROVED");

        assertThat(employee.get("/api/articles/" + id).text("/markdown")).isEqualTo("It hums in A.");
        assertThat(waiting(reviewer)).doesNotContain(id);
        assertThat(news(reviewer, "review-asked")).doesNotContain("The lamp that hums");
        assertThat(news(author, "review-published")).contains("The lamp that hums");

        write(author, id, 1, "It hums in B.");
        handIn(id, 2);
        assertThat(employee.get("/api/articles/" + id).text("/markdown")).isEqualTo("It hums in A.");
        assertThat(employee.get("/api/articles/" + id + "/review").status()).isEqualTo(403);
        assertThat(author.delete("/api/articles/" + id + "/publication").status())
                .isEqualTo(204);
        assertThat(employee.get("/api/articles/" + id + "/review").status()).isEqualTo(404);
        assertThat(decide(reviewer, id, 2, "APPROVED", null).status()).isEqualTo(200);
        assertThat(employee.get("/api/articles/" + id).text("/markdown")).isEqualTo("It hums in B.");
    }

    @Test
    void what_is_sent_back_comes_with_a_reason_and_may_be_handed_in_again() {
        var id = begin("The door that squeaks", "Oil it.");
        refused(author.put("/api/articles/" + id + "/review", Map.of("revision", 1, "reason", " ")), 422, "invalid");
        refused(author.put("/api/articles/" + id + "/review", Map.of("revision", 4, "reason", "New")), 409, null);
        handIn(id, 1);
        refused(
                author.put("/api/articles/" + id + "/review", Map.of("revision", 1, "reason", "Again")),
                409,
                "review-waiting-already");
        refused(decide(reviewer, id, 1, "SENT_BACK", null), 422, "review-reason-missing");
        refused(decide(reviewer, id, 1, "MAYBE", "x"), 422, "review-decision-unknown");

        assertThat(decide(reviewer, id, 1, "SENT_BACK", "Which oil?").text("/answer"))
                .isEqualTo("Which oil?");

        assertThat(news(author, "review-returned"))
                .contains("“The door that squeaks”")
                .contains("Which oil?");
        refused(decide(admin, id, 1, "APPROVED", null), 409, "review-sent-back-already");
        assertThat(employee.get("/api/articles/" + id).status()).isEqualTo(404);
        write(author, id, 1, "Oil it with sewing machine oil.");
        handIn(id, 2);
        refused(decide(reviewer, id, 1, "APPROVED", null), 409, "review-other-revision");
        assertThat(decide(reviewer, id, 2, "APPROVED", null).text("/round")).isEqualTo("2");
        refused(
                author.put("/api/articles/" + id + "/review", Map.of("revision", 2, "reason", "Why not")),
                409,
                "review-nothing-new");
    }

    @Test
    void whoever_handed_it_in_takes_it_back_and_a_newer_text_takes_its_place() {
        var id = begin("The tap that drips", "Turn it.");
        handIn(id, 1);
        refused(reviewer.delete("/api/articles/" + id + "/review"), 403, "review-not-yours");
        write(author, id, 1, "Turn it to the right.");
        handIn(id, 2);
        assertThat(author.get("/api/articles/" + id + "/review").text("/revision"))
                .isEqualTo("2");

        assertThat(author.delete("/api/articles/" + id + "/review").status()).isEqualTo(204);

        assertThat(waiting(reviewer)).doesNotContain(id);
        refused(decide(reviewer, id, 2, "APPROVED", null), 409, "review-withdrawn-already");
        refused(author.delete("/api/articles/" + id + "/review"), 409, "review-withdrawn-already");
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_the_other_is_told_who_was_quicker() {
        for (int i = 0; i < 5; i++) {
            var id = begin("The clock that stops " + i, "Wind it.");
            handIn(id, 1);

            var replies = Stream.of(
                            CompletableFuture.supplyAsync(() -> decide(reviewer, id, 1, "APPROVED", null)),
                            CompletableFuture.supplyAsync(() -> decide(admin, id, 1, "SENT_BACK", "Which clock?")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(replies).extracting(Rest.Reply::status).containsExactlyInAnyOrder(200, 409);
            boolean approved = replies.getFirst().status() == 200;
            assertThat(replies.get(approved ? 1 : 0).text("/detail")).containsAnyOf("was quicker", "先你一步");
            assertThat(employee.get("/api/articles/" + id).status()).isEqualTo(approved ? 200 : 404);
        }
    }

    @Test
    void who_is_alone_in_a_space_is_told_that_nobody_could_look() {
        var slug = "alone-" + Long.toString(System.nanoTime(), 36);
        admin.post("/api/spaces", Map.of("slug", slug, "nameEn", "Alone", "visibility", List.of("everyone")));
        admin.put("/api/spaces/" + slug + "/review", Map.of("rule", "FOUR_EYES"));
        var id = admin.post(
                        "/api/articles",
                        Map.of("space", slug, "title", "Alone", "language", "en", "markdown", "With myself."))
                .text("/id");

        refused(
                admin.put("/api/articles/" + id + "/review", Map.of("revision", 1, "reason", "Look")),
                409,
                "review-nobody");

        admin.put("/api/spaces/" + slug + "/review", Map.of("rule", "REVIEWED"));
        assertThat(admin.put("/api/articles/" + id + "/review", Map.of("revision", 1, "reason", "Look"))
                        .text("/mayDecide"))
                .isEqualTo("true");
        assertThat(decide(admin, id, 1, "APPROVED", null).status()).isEqualTo(200);
        refused(author.put("/api/spaces/" + slug + "/review", Map.of("rule", "NONE")), 403, "administrators-only");
        refused(admin.put("/api/spaces/" + slug + "/review", Map.of("rule", "SIX")), 422, "review-rule-unknown");
    }

    @Test
    void nothing_reaches_readers_past_the_review() {
        refused(
                author.send(
                        "POST",
                        "/api/spaces/" + SPACE + "/imports?name=lamp.md",
                        "# Lamp".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Map.of("Content-Type", "text/markdown")),
                403,
                "import-review-needed");
        var id = author.post(
                        "/api/articles",
                        Map.of("space", "it", "title", "Moving in", "language", "en", "markdown", "Unseen."))
                .text("/id");
        author.put("/api/articles/" + id + "/publication", Map.of());
        refused(author.put("/api/articles/" + id + "/place", Map.of("space", SPACE)), 409, "review-before-move");
        author.delete("/api/articles/" + id + "/publication");
        assertThat(author.put("/api/articles/" + id + "/place", Map.of("space", SPACE))
                        .text("/space"))
                .isEqualTo(SPACE);
        refused(author.put("/api/articles/" + id + "/publication", Map.of()), 403, "review-needed");
    }

    @Test
    void what_is_due_for_a_check_is_marked_until_its_owner_says_that_it_still_holds() {
        var word = "wombat" + Long.toString(System.nanoTime(), 36);
        var id = author.post(
                        "/api/articles",
                        Map.of(
                                "space",
                                "it",
                                "title",
                                "Grooming the " + word,
                                "language",
                                "en",
                                "markdown",
                                "The " + word + " is groomed with a brush of boar bristles."))
                .text("/id");
        author.put("/api/articles/" + id + "/publication", Map.of());
        assertThat(author.put(
                                "/api/articles/" + id + "/details",
                                Map.of("owner", "employee", "checkedOn", "2026-01-05", "reviewOn", "2026-04-05"))
                        .status())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> employee.get("/api/search?q=" + word).text().contains(id));
        assertThat(stale(word, id)).isEqualTo("true");
        var asked = employee.post("/api/questions", Map.of("text", "With what is the " + word + " groomed?"));
        if (asked.text("/outcome").equals("ANSWERED")) {
            assertThat(asked.text("/sentences/0/citations/0/stale")).isEqualTo("true");
        }
        refused(reader.put("/api/articles/" + id + "/check", Map.of()), 403, "owner-or-curators-only");

        var checked = employee.put("/api/articles/" + id + "/check", Map.of());

        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        var on = LocalDate.parse(checked.text("/checkedOn"));
        assertThat(checked.text("/reviewOn")).isEqualTo(on.plusDays(90).toString());
        assertThat(stale(word, id)).isEqualTo("false");
    }

    private String begin(String title, String markdown) {
        return author.post(
                        "/api/articles", Map.of("space", SPACE, "title", title, "language", "en", "markdown", markdown))
                .text("/id");
    }

    private static void write(Rest writer, String id, int base, String markdown) {
        assertThat(writer.put("/api/articles/" + id, Map.of("revision", base, "markdown", markdown))
                        .status())
                .isEqualTo(200);
    }

    private void handIn(String id, int revision) {
        var reply =
                author.put("/api/articles/" + id + "/review", Map.of("revision", revision, "reason", "It was wrong."));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text("/state")).isEqualTo("WAITING");
    }

    private static Rest.Reply decide(Rest who, String id, int revision, String decision, String reason) {
        return who.put(
                "/api/articles/" + id + "/review/decision",
                reason == null
                        ? Map.of("revision", revision, "decision", decision)
                        : Map.of("revision", revision, "decision", decision, "reason", reason));
    }

    private String stale(String word, String id) {
        return StreamSupport.stream(
                        employee.get("/api/search?q=" + word)
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(it -> it.at("/article").asText().equals(id))
                .map(it -> it.at("/stale").asText())
                .collect(Collectors.joining());
    }

    private static String waiting(Rest who) {
        return who.get("/api/reviews?limit=200").text();
    }

    private static String news(Rest who, String kind) {
        return StreamSupport.stream(
                        who.get("/api/notifications?limit=200")
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(it -> it.at("/kind").asText().equals(kind))
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
    }

    private static void refused(Rest.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        if (code != null) {
            assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:" + code);
        }
    }
}
