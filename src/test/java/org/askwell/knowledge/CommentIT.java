package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers say about a passage, and what becomes of it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommentIT {

    static final String TEXT = "😀 Hang the coat on the left hook. Then leave.";
    static final int LEFT = TEXT.codePointCount(0, TEXT.indexOf("left"));

    final Rest curator;
    final Rest employee;
    final Rest colleague;
    final Rest owner;

    CommentIT(TestDatabase database) {
        var server = Server.with(database);
        curator = server.as("curator");
        employee = server.as("employee");
        colleague = server.as("approver");
        owner = server.as("hr-agent");
    }

    @Test
    void a_wording_that_a_reader_suggests_becomes_an_edit_with_one_press() {
        var id = published("The coat that falls");
        var made = employee.post("/api/articles/" + id + "/comments", said(LEFT, LEFT + 4, null, "right"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text("/quote")).isEqualTo("left");
        var comment = made.text("/id");
        assertThat(news(curator, "comment-made")).contains("suggests another wording in “The coat that falls”");
        assertThat(curator.get("/api/articles/" + id + "/comments?state=open").text())
                .contains(comment);
        assertThat(employee.get("/api/articles/" + id + "/comments").text()).contains(comment);

        assertThat(colleague.get("/api/articles/" + id + "/comments").text()).doesNotContain(comment);
        refused(colleague.get("/api/comments/" + comment), 404, "comment-unknown");
        refused(colleague.put("/api/comments/" + comment + "/acceptance", Map.of()), 404, "comment-unknown");
        refused(employee.put("/api/comments/" + comment + "/acceptance", Map.of()), 403, "curators-only");
        refused(
                employee.put("/api/comments/" + comment + "/reply", Map.of("text", "Done")),
                403,
                "owner-or-curators-comment");

        var accepted = curator.put("/api/comments/" + comment + "/acceptance", Map.of());

        assertThat(accepted.text("/state")).as(accepted.text()).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/became")).isEqualTo("2");
        assertThat(employee.get("/api/articles/" + id).text("/markdown")).contains("on the right hook");
        assertThat(news(employee, "comment-answered")).contains("The coat that falls");
        assertThat(news(curator, "comment-made")).doesNotContain("another wording in “The coat that falls”");
        refused(curator.put("/api/comments/" + comment + "/acceptance", Map.of()), 409, "comment-settled");
        refused(curator.put("/api/comments/" + comment + "/reply", Map.of("text", "No")), 409, "comment-settled");
    }

    @Test
    void where_the_article_has_changed_meanwhile_that_is_said_and_nothing_is_lost() {
        var id = published("The coat that slips");
        var comment = employee.post("/api/articles/" + id + "/comments", said(LEFT, LEFT + 4, "Look.", "right"))
                .text("/id");
        curator.put("/api/articles/" + id, Map.of("revision", 1, "markdown", "Hang it up somewhere."));

        refused(curator.put("/api/comments/" + comment + "/acceptance", Map.of()), 409, "comment-passage-gone");

        var kept = employee.get("/api/comments/" + comment);
        assertThat(kept.text("/state")).isEqualTo("OPEN");
        assertThat(kept.text("/suggestion")).isEqualTo("right");
        assertThat(kept.text("/quote")).isEqualTo("left");
        assertThat(curator.get("/api/articles/" + id).text("/draftRevision")).isEqualTo("2");
        assertThat(curator.put("/api/comments/" + comment + "/reply", Map.of("text", "There is no hook any more."))
                        .text("/state"))
                .isEqualTo("CLOSED");
        assertThat(employee.get("/api/comments/" + comment).text("/reply")).isEqualTo("There is no hook any more.");

        curator.put("/api/articles/" + id, Map.of("revision", 2, "markdown", "Now again: " + TEXT));
        curator.put("/api/articles/" + id + "/publication", Map.of());
        curator.put("/api/articles/" + id, Map.of("revision", 3, "markdown", "A draft. Now again: " + TEXT));
        var second = employee.post(
                        "/api/articles/" + id + "/comments",
                        with(said(LEFT + 11, LEFT + 15, null, "right"), "revision", 3))
                .text("/id");
        assertThat(curator.put("/api/comments/" + second + "/acceptance", Map.of())
                        .text("/became"))
                .isEqualTo("5");
        assertThat(employee.get("/api/articles/" + id).text("/markdown")).contains("left hook");
        assertThat(curator.get("/api/articles/" + id + "?revision=5").text("/markdown"))
                .isEqualTo("A draft. Now again: " + TEXT.replace("left", "right"));
    }

    @Test
    void the_owner_answers_without_writing_and_what_is_no_passage_is_refused() {
        var id = published("The coat that itches");
        curator.put("/api/articles/" + id + "/details", Map.of("owner", "hr-agent"));
        var comments = "/api/articles/" + id + "/comments";
        refused(employee.post(comments, said(3, 3, "x", null)), 422, "comment-passage");
        refused(employee.post(comments, said(0, 9_000, "x", null)), 422, "comment-passage");
        refused(employee.post(comments, said(0, 3, " ", null)), 422, "comment-empty");
        refused(employee.post(comments, with(said(0, 3, "x", null), "revision", 7)), 404, "revision-unknown");
        refused(employee.post("/api/articles/A-999999/comments", said(0, 3, "x", null)), 404, "article-unknown");
        refused(employee.get("/api/comments/C-999999"), 404, "comment-unknown");
        var comment = employee.post(comments, said(LEFT, LEFT + 4, "Which hook?", "right"))
                .text("/id");
        assertThat(news(owner, "comment-made")).contains("The coat that itches");
        refused(owner.put("/api/comments/" + comment + "/acceptance", Map.of()), 403, "curators-only");

        assertThat(owner.put("/api/comments/" + comment + "/reply", Map.of("text", "Either will do."))
                        .status())
                .isEqualTo(200);

        assertThat(employee.get("/api/notifications?limit=200").text()).contains("Either will do.");
        curator.delete("/api/articles/" + id + "/publication");
        refused(employee.get("/api/comments/" + comment), 404, "comment-unknown");
    }

    private String published(String title) {
        var id = curator.post(
                        "/api/articles",
                        Map.of("space", "administration", "title", title, "language", "en", "markdown", TEXT))
                .text("/id");
        curator.put("/api/articles/" + id + "/publication", Map.of());
        return id;
    }

    private static Map<String, Object> said(int start, int end, String text, String suggestion) {
        var body = new HashMap<String, Object>(Map.of("revision", 1, "start", start, "end", end));
        if (text != null) {
            body.put("text", text);
        }
        if (suggestion != null) {
            body.put("suggestion", suggestion);
        }
        return body;
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
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
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:" + code);
    }
}
