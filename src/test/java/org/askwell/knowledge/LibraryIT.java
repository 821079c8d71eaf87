package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
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

@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LibraryIT {

    final Server server;
    final Rest curator;
    final Rest employee;

    LibraryIT(TestDatabase database) {
        server = Server.with(database);
        curator = server.as("curator");
        employee = server.as("employee");
    }

    @Test
    void a_draft_is_the_curators_until_it_is_published_and_again_when_it_is_withdrawn() {
        var id = begin("The printer eats paper", "Open the *tray*.");
        assertThat(employee.get("/api/articles/" + id).status()).isEqualTo(404);

        curator.put("/api/articles/" + id + "/publication", Map.of());
        assertThat(employee.get("/api/articles/" + id).text("/markdown")).isEqualTo("Open the *tray*.");

        write(id, 1, "Secret: a new printer");
        assertThat(employee.get("/api/articles/" + id).text("/title")).isEqualTo("The printer eats paper");
        assertThat(employee.get("/api/articles/" + id + "?revision=2").status()).isEqualTo(404);
        assertThat(employee.get("/api/articles?space=it").text()).doesNotContain("Secret");

        assertThat(curator.delete("/api/articles/" + id + "/publication").status())
                .isEqualTo(204);
        assertThat(employee.get("/api/articles/" + id).status()).isEqualTo(404);
    }

    @Test
    void of_two_who_write_the_second_is_told_and_both_texts_are_there() {
        var id = begin("Two writers", "One.");
        assertThat(write(id, 1, "Mine").status()).isEqualTo(200);

        var second = write(id, 1, "Yours");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/type")).isEqualTo("urn:askwell:problem:article-changed-meanwhile");
        assertThat(curator.get("/api/articles/" + id + "?revision=2").text("/title"))
                .isEqualTo("Mine");
        assertThat(write(id, 2, "Yours").status()).isEqualTo(200);
        assertThat(curator.get("/api/articles/" + id + "/diff?from=1&to=3").text("/titleAfter"))
                .isEqualTo("Yours");
    }

    @Test
    void a_folder_becomes_articles_that_lead_to_each_other_and_the_same_folder_changes_nothing() throws IOException {
        var zip = BundleTest.zip(
                "guide/index.md", "# Guide\n\nSee [the printer](printer.en.md#tray).",
                "guide/printer.en.md", "---\ntitle: Printer guide\n---\nOpen it.\n\n## Tray\n\nPull.",
                "guide/printer.zh.md", "---\ntitle: 打印机指南\n---\n打开它。",
                "../evil.md", "x",
                "run.exe", "MZ");

        var first = imported(zip);

        assertThat(outcomes(first)).containsEntry("guide/index.md", "TAKEN").containsEntry("../evil.md", "REFUSED");
        assertThat(outcomes(first))
                .containsEntry("guide/printer.zh.md", "TAKEN")
                .containsEntry("run.exe", "REFUSED");
        var printer = article(first, "guide/printer.en.md");
        assertThat(employee.get("/api/articles/" + article(first, "guide/index.md"))
                        .text("/markdown"))
                .isEqualTo("See [the printer](/articles/" + printer + "#tray).");
        assertThat(employee.get("/api/articles/" + printer).text("/translation"))
                .isEqualTo(article(first, "guide/printer.zh.md"));
        assertThat(employee.get("/api/articles/" + printer).text("/parent"))
                .isEqualTo(article(first, "guide/index.md"));

        var again = imported(zip);
        assertThat(outcomes(again).values()).doesNotContain("TAKEN", "CHANGED");

        var changed = imported(BundleTest.zip("guide/printer.en.md", "---\ntitle: Printer guide\n---\nShut it."));
        assertThat(outcomes(changed)).isEqualTo(Map.of("guide/printer.en.md", "CHANGED"));
        assertThat(article(changed, "guide/printer.en.md")).isEqualTo(printer);
        assertThat(employee.get("/api/articles/" + printer).text("/revision")).isEqualTo("2");
    }

    @Test
    void what_was_published_is_found_and_what_was_withdrawn_is_not() {
        var id = begin("Quokka feeding", "The quokka eats leaves at noon.");
        curator.put("/api/articles/" + id + "/publication", Map.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> found("quokka").contains(id));

        curator.delete("/api/articles/" + id + "/publication");
        assertThat(found("quokka")).doesNotContain(id);
    }

    @Test
    void a_space_for_one_department_does_not_exist_for_the_others() {
        assertThat(employee.get("/api/spaces/hr-internal").status()).isEqualTo(404);
        assertThat(employee.get("/api/articles?space=hr-internal").status()).isEqualTo(404);
        assertThat(employee.get("/api/spaces").text()).doesNotContain("hr-internal");
        assertThat(server.as("hr-agent").get("/api/articles?space=hr-internal").status())
                .isEqualTo(200);
    }

    @Test
    void only_curators_hand_files_in_and_only_files_that_can_become_articles() {
        var zip = Map.of("Content-Type", "application/zip");
        assertThat(employee.send("POST", "/api/spaces/it/imports", new byte[] {1}, zip)
                        .status())
                .isEqualTo(403);
        assertThat(curator.send("POST", "/api/spaces/it/imports?name=a.exe", new byte[] {1}, zip)
                        .status())
                .isEqualTo(422);
        assertThat(curator.send("POST", "/api/spaces/it/imports?name=a.zip", new byte[0], zip)
                        .status())
                .isEqualTo(422);
        assertThat(curator.get("/api/imports/I-999999").status()).isEqualTo(404);
    }

    private List<String> found(String text) {
        return StreamSupport.stream(
                        employee.get("/api/search?q=" + text)
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .map(it -> it.at("/article").asText())
                .toList();
    }

    private String begin(String title, String markdown) {
        var reply = curator.post(
                "/api/articles", Map.of("space", "it", "title", title, "language", "en", "markdown", markdown));
        assertThat(reply.status()).isEqualTo(201);
        return reply.text("/id");
    }

    private Rest.Reply write(String id, int base, String title) {
        return curator.put(
                "/api/articles/" + id, Map.of("revision", base, "title", title, "markdown", title + " text."));
    }

    private JsonNode imported(byte[] zip) {
        var accepted = curator.send(
                "POST", "/api/spaces/it/imports?name=guide.zip", zip, Map.of("Content-Type", "application/zip"));
        assertThat(accepted.status()).isEqualTo(202);
        var path = "/api/imports/" + accepted.text("/id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("WAITING", "RUNNING")
                        .contains(curator.get(path).text("/state")));
        var report = curator.get(path);
        assertThat(report.text("/state")).isEqualTo("DONE");
        return report.body();
    }

    private static Map<String, String> outcomes(JsonNode report) {
        return StreamSupport.stream(report.at("/report").spliterator(), false)
                .collect(java.util.stream.Collectors.toMap(
                        it -> it.at("/path").asText(), it -> it.at("/outcome").asText()));
    }

    private static String article(JsonNode report, String path) {
        return StreamSupport.stream(report.at("/report").spliterator(), false)
                .filter(it -> it.at("/path").asText().equals(path))
                .map(it -> it.at("/article").asText())
                .findFirst()
                .orElseThrow();
    }
}
