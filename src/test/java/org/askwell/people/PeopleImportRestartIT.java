package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand people at once, and a server that dies among them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleImportRestartIT {

    private static final int MANY = 10_000;
    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_import_of_ten_thousand_people_whose_server_is_killed_goes_on_where_it_was(TestDatabase database)
            throws IOException {
        try (var server = Server.start(
                database, Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off"))) {
            var admin = server.as("admin");
            var first = handIn(admin, "munich");
            awaitState(admin, first, "READY");
            apply(admin, first);
            var done = awaitState(admin, first, "DONE");
            assertThat(done.at("/counts/NEW").asInt()).isEqualTo(MANY);
            assertThat(done.at("/done").asInt()).isEqualTo(MANY);

            var second = handIn(admin, "singapore");
            awaitState(admin, second, "READY");
            apply(admin, second);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> report(admin, second).at("/done").asInt() >= 250);
            server.kill();
            server.up();

            var end = awaitState(admin, second, "DONE");
            assertThat(end.at("/counts/CHANGED").asInt()).isEqualTo(MANY);
            assertThat(end.at("/counts/REFUSED").asInt()).isZero();
            assertThat(end.at("/done").asInt()).isEqualTo(MANY);
            for (var person : new String[] {"mass-0", "mass-4711", "mass-9999"}) {
                assertThat(admin.get("/api/people/" + person).text("/office")).isEqualTo("singapore");
            }
            assertThat(admin.get("/api/people/mass-4711").text("/manager")).isEqualTo("mass-588");
            try (var left = Files.list(server.dataFolder().resolve("people-imports"))) {
                assertThat(left).isEmpty();
            }

            var third = handIn(admin, "munich");
            awaitState(admin, third, "READY");
            apply(admin, third);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> report(admin, third).at("/done").asInt() >= 250);
            assertThat(admin.delete("/api/people/imports/" + third).status()).isEqualTo(204);
            var cancelled = awaitState(admin, third, "CANCELLED");
            assertThat(cancelled.at("/done").asInt()).isBetween(250, MANY - 1);
        }
    }

    private static String handIn(Rest admin, String office) {
        var table = new StringBuilder("工号,登录名,姓名,邮箱,上级,办公地点,部门\n");
        for (int i = 0; i < MANY; i++) {
            table.append("X%d,mass-%d,欧阳%d,mass-%d@mapleford.example,%s,%s,retail\n"
                    .formatted(i, i, i, i, i == 0 ? "" : "X" + (i - 1) / 8, office));
        }
        return admin.send("POST", "/api/people/imports?name=everybody.csv", table.toString(), CSV)
                .text("/id");
    }

    private static void apply(Rest admin, String id) {
        assertThat(admin.put("/api/people/imports/" + id + "/application", Map.of())
                        .status())
                .isEqualTo(202);
    }

    private static JsonNode report(Rest admin, String id) {
        return admin.get("/api/people/imports/" + id).body();
    }

    private static JsonNode awaitState(Rest admin, String id, String state) {
        Awaitility.await(id + " " + state)
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> report(admin, id).at("/state").asText().matches(state + "|DONE|FAILED|CANCELLED"));
        var report = report(admin, id);
        assertThat(report.at("/state").asText()).as(report.toString()).isEqualTo(state);
        return report;
    }
}
