package org.askwell.common.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.askwell.house.Rest.Reply;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a program sends, it gets one clear sentence and nothing is half done. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputIT {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    final Server server;

    BadInputIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void a_body_over_a_megabyte_is_refused_before_it_is_read() {
        var reply = server.as("employee").post("/api/questions", "{\"text\": \"" + "a".repeat(1_100_000) + "\"}");

        assertProblem(reply, 413, "body-over-limit");
        assertThat(reply.text("/detail")).contains("1 MB");
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_ends_at_a_megabyte() throws Exception {
        var chunk = ("{\"text\": \"" + "a".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/questions"))
                .header("Authorization", "Bearer demo-employee")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(chunk)))
                .build();

        var response = HTTP.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("urn:askwell:problem:body-over-limit");
    }

    @Test
    void an_article_may_be_longer_than_other_bodies() {
        var text = Map.of("space", "it", "title", "t", "language", "zh", "markdown", "长".repeat(400_000));

        var reply = server.as("employee").post("/api/articles", text);

        assertThat(reply.status()).as(reply.text()).isIn(403, 404);
    }

    @Test
    void another_content_type_is_named_as_such() {
        var reply =
                server.as("employee").send("POST", "/api/questions", "text=x", Map.of("Content-Type", "text/plain"));

        assertProblem(reply, 415, "unsupported-media-type");
    }

    @Test
    void an_address_that_does_not_exist_is_a_problem_and_not_a_page() {
        assertProblem(server.as("employee").get("/api/nothing/here"), 404, "not-found");
    }

    @Test
    void a_method_that_an_address_does_not_know_is_named_as_such() {
        assertProblem(server.as("employee").delete("/api/me"), 405, "method-not-allowed");
    }

    @Test
    void a_ticket_number_of_the_wrong_shape_is_not_found() {
        assertProblem(server.as("it-agent").get("/api/tickets/'%20or%201=1"), 404, "not-found");
    }

    @Test
    void a_number_that_is_none_is_not_found_or_not_well_formed() {
        var reply = server.as("employee").get("/api/questions?limit=many");

        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.text("/type")).startsWith("urn:askwell:problem:");
    }

    @Test
    void wrong_types_in_a_body_are_refused_without_a_stack_trace() {
        var reply = server.as("employee").post("/api/questions", "{\"text\": {\"a\": [1, 2]}}");

        assertThat(reply.status()).isIn(400, 422);
        assertThat(reply.text("/type")).startsWith("urn:askwell:problem:");
        assertThat(reply.text()).doesNotContain("Exception");
    }

    @Test
    void an_array_where_an_object_belongs_is_refused() {
        var reply = server.as("employee").post("/api/tickets", "[]");

        assertThat(reply.status()).isIn(400, 422);
        assertThat(reply.text("/type")).startsWith("urn:askwell:problem:");
    }

    @Test
    void no_body_at_all_is_refused() {
        var reply =
                server.as("employee").send("POST", "/api/tickets", null, Map.of("Content-Type", "application/json"));

        assertThat(reply.status()).isIn(400, 422);
        assertThat(reply.text("/type")).startsWith("urn:askwell:problem:");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_instead_of_being_garbled() {
        var gbk = "{\"subject\": \"年假\", \"text\": \"年假怎么算\"}".getBytes(Charset.forName("GBK"));

        assertProblem(server.as("employee").post("/api/tickets", gbk), 400, "json-unreadable");
    }

    @Test
    void an_idempotency_key_of_strange_characters_is_refused() {
        var reply = server.as("employee")
                .send(
                        "POST",
                        "/api/tickets",
                        Map.of("subject", "s", "text", "t"),
                        Map.of("Idempotency-Key", "x".repeat(300)));

        assertProblem(reply, 400, "idempotency-key");
    }

    @Test
    void a_problem_speaks_the_language_of_the_caller() {
        var reply = server.as("employee").send("GET", "/api/nothing", null, Map.of("Accept-Language", "zh-CN"));

        assertThat(reply.text("/detail")).containsPattern("\\p{IsHan}");
    }

    @Test
    void the_description_of_the_interface_is_open_and_ours() throws Exception {
        var json = server.anonymous().get("/openapi");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.text("/openapi")).isEqualTo("3.1.0");

        var yaml = plain("/openapi?format=yaml");
        assertThat(yaml.body()).startsWith("---").contains("openapi: 3.1.0");
    }

    @Test
    void the_page_of_the_interface_needs_nobody_else() throws Exception {
        var page = plain("/api-docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
        var links = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(links).hasSize(4);
        for (var link : links) {
            assertThat(plain("/" + link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void metrics_are_for_administrators_and_local_collectors() throws Exception {
        assertThat(plain("/metrics").body()).contains("askwell_index_pages").contains("askwell_sql_statements");
        var far = Map.of("X-Forwarded-For", "203.0.113.7");

        assertProblem(server.anonymous().send("GET", "/metrics", null, far), 403, "administrators-only");
        assertProblem(server.as("employee").send("GET", "/metrics", null, far), 403, "administrators-only");
        // The server's own metrics may not speak JSON, which this caller asks for; what counts is that the door opens.
        assertThat(server.as("admin").send("GET", "/metrics", null, far).status())
                .isNotIn(401, 403);
    }

    private HttpResponse<String> plain(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:" + code);
        assertThat(reply.text("/detail")).isNotBlank();
    }
}
