package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInIT {

    final Server server;

    SignInIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void a_token_says_who_one_is() {
        var reply = server.as("it-agent").get("/api/me");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo("it-agent");
        assertThat(reply.text("/roles/0/scope")).isEqualTo("it");
    }

    @Test
    void without_a_token_one_reads_a_problem_and_not_a_page() {
        var reply = server.anonymous().get("/api/me");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:token-needed");
    }

    @Test
    void a_revoked_token_is_refused_at_the_next_request() {
        var employee = server.as("employee");
        var issued =
                employee.post("/api/me/tokens", Map.of("label", "a script")).text("/token");
        var script = server.withToken(issued);
        assertThat(script.get("/api/me").status()).isEqualTo(200);

        assertThat(employee.delete("/api/me/tokens/" + issued.substring(0, 8)).status())
                .isEqualTo(204);

        assertThat(script.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void broken_json_is_a_sentence_and_changes_nothing() {
        var employee = server.as("employee");
        int before = employee.get("/api/me/tokens").body().size();

        var reply = employee.post("/api/me/tokens", "{\"label\": ");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:json-unreadable");
        assertThat(employee.get("/api/me/tokens").body().size()).isEqualTo(before);
    }

    @Test
    void a_missing_field_is_named() {
        var reply = server.as("employee").post("/api/me/tokens", "{}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("/errors/0/field")).isEqualTo("label");
    }
}
