package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    @Test
    void owner_dates_and_tags_are_changed_by_whoever_saw_them_as_they_are() {
        var id = begin("Who answers for the printer", "It eats paper.");
        int seen = curator.get("/api/articles/" + id).body().at("/arrangement").asInt();
        var mine = Map.of(
                "owner", "it-agent", "checkedOn", "2026-01-05", "reviewOn", "2027-01-05", "tags", List.of("printers"));

        var changed = curator.put("/api/articles/" + id + "/details", with(mine, "arrangement", seen));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.text("/owner")).isEqualTo("it-agent");
        assertThat(changed.text("/reviewOn")).isEqualTo("2027-01-05");
        var late = curator.put("/api/articles/" + id + "/details", with(mine, "arrangement", seen));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/type")).isEqualTo("urn:askwell:problem:article-arranged-meanwhile");
        assertThat(curator.put("/api/articles/" + id + "/details", with(mine, "owner", "nobody.here"))
                        .text("/type"))
                .isEqualTo("urn:askwell:problem:person-unknown");
        assertThat(curator.put("/api/articles/" + id + "/details", with(mine, "checkedOn", "2999-01-01"))
                        .text("/type"))
                .isEqualTo("urn:askwell:problem:article-checked-ahead");
        assertThat(curator.put("/api/articles/" + id + "/details", with(mine, "tags", List.of("x".repeat(61))))
                        .text("/type"))
                .isEqualTo("urn:askwell:problem:article-tags");
        assertThat(employee.put("/api/articles/" + id + "/details", mine).status())
                .isIn(403, 404);

        var checked = curator.put("/api/articles/" + id + "/check", Map.of());
        assertThat(checked.text("/checkedOn")).isGreaterThan("2026-01-05");
        assertThat(checked.text("/reviewOn")).isGreaterThan("2027-01-05");
    }

    @Test
    void an_article_finds_its_place_in_the_tree_and_never_below_itself() {
        var above = begin("All about printers", "Here they stand.");
        var below = begin("The one that eats paper", "It is on the third floor.");

        var placed =
                curator.put("/api/articles/" + below + "/place", Map.of("space", "it", "parent", above, "position", 4));

        assertThat(placed.text("/parent")).as(placed.text()).isEqualTo(above);
        assertThat(placed.text("/position")).isEqualTo("4");
        var circle = curator.put("/api/articles/" + above + "/place", Map.of("space", "it", "parent", below));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.text("/type")).isEqualTo("urn:askwell:problem:article-own-parent");
    }

    @Test
    void what_goes_to_another_space_is_gone_for_those_who_may_not_read_there_in_both_languages() {
        var word = "numbat" + Math.abs(server.url().hashCode());
        var hr = server.as("hr-agent");
        var english = published(hr, "hr", "en", "Pay of the " + word, "The " + word + " is paid monthly.", null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found(word)).contains(english));
        var chinese = published(hr, "hr", "zh", word + " 的薪资", word + " 按月发薪。", english);
        var child = published(hr, "hr", "en", "Holidays of the " + word, "It has six weeks.", null);
        hr.put("/api/articles/" + child + "/place", Map.of("space", "hr", "parent", english));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(employee.get("/api/suggest?q=" + word).text())
                                .contains(english, chinese, child));
        // A list names an article once, in one of its languages, also where the other one was written later.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found(word))
                        .contains(child)
                        .filteredOn(it -> it.equals(english) || it.equals(chinese))
                        .hasSize(1));

        assertThat(curator.put("/api/articles/" + english + "/place", Map.of("space", "hr-internal"))
                        .status())
                .isIn(403, 404);
        assertThat(curator.get("/api/articles/" + english).text("/space")).isEqualTo("hr");
        var moved = hr.put("/api/articles/" + english + "/place", Map.of("space", "hr-internal"));

        assertThat(moved.text("/space")).as(moved.text()).isEqualTo("hr-internal");
        assertThat(moved.text("/translation")).isEqualTo(chinese);
        assertThat(found(word)).contains(child).doesNotContain(english, chinese);
        for (var id : List.of(english, chinese)) {
            assertThat(employee.get("/api/articles/" + id).status()).isEqualTo(404);
            assertThat(hr.get("/api/articles/" + id).text("/space")).isEqualTo("hr-internal");
        }
        assertThat(employee.get("/api/articles/" + child).text("/parent")).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.get("/api/search?space=hr-internal&q=" + word)
                                .text())
                        .containsAnyOf(english, chinese));
        assertThat(employee.get("/api/suggest?q=" + word).text()).doesNotContain(english, chinese);
    }

    @Test
    void hostile_files_end_as_one_line_each_and_the_good_ones_are_taken() throws Exception {
        var program = "MZ\u0090\0\3\0\0\0This program cannot be run in DOS mode.".getBytes(StandardCharsets.ISO_8859_1);
        var bomb = new byte[8 * 1024 * 1024];
        Arrays.fill(bomb, (byte) ' ');
        var files = new TreeMap<String, byte[]>();
        files.put("hostile/bomb.md", bomb);
        files.put("hostile/program.docx", program);
        files.put("hostile/program.md", program);
        files.put("hostile/program.png", program);
        files.put("hostile/locked.md", new byte[] {'x'});
        files.put("hostile/scan.pdf", IncomingTest.pdf(""));
        files.put("hostile/inner.zip", BundleTest.zip("a.md", "x"));
        files.put("hostile/page.html", ("<div>".repeat(20_000) + "Quokka").getBytes(StandardCharsets.UTF_8));
        files.put("hostile/head.md", "---\n{[}\n---\nx".getBytes(StandardCharsets.UTF_8));
        files.put("../outside.md", new byte[] {'x'});
        files.put("/etc/passwd.md", new byte[] {'x'});
        files.put("hostile/good.md", "# Good\n\nIt is fine.".getBytes(StandardCharsets.UTF_8));

        var report = imported(curator, "it", BundleTest.encrypted(BundleTest.files(files), "hostile/locked.md"));

        var outcomes = new TreeMap<>(outcomes(report));
        assertThat(outcomes.remove("hostile/good.md")).isEqualTo("TAKEN");
        // A reader that copes with the depth may take the page; one line it is in any case.
        assertThat(outcomes.remove("hostile/page.html")).isIn("TAKEN", "REFUSED");
        assertThat(outcomes)
                .hasSize(files.size() - 2)
                .allSatisfy((path, outcome) -> assertThat(outcome).as(path).isEqualTo("REFUSED"));
        report.at("/report").forEach(line -> {
            if (line.at("/outcome").asText().equals("REFUSED")) {
                assertThat(line.at("/reason").asText())
                        .as(line.toString())
                        .isNotBlank()
                        .doesNotContain("Exception");
            }
        });
        assertThat(employee.get("/api/articles/" + article(report, "hostile/good.md"))
                        .status())
                .isEqualTo(200);
        var reader = server.as("it-agent");
        assertThat(reader.put("/api/me/language", Map.of("language", "zh")).status())
                .isEqualTo(204);
        assertThat(reader.get("/api/imports/" + report.at("/id").asText()).text("/report/0/reason"))
                .containsPattern("\\p{IsHan}");
        assertThat(reader.put("/api/me/language", Map.of("language", "tlh")).text("/type"))
                .isEqualTo("urn:askwell:problem:language-unknown");
    }

    @Test
    void a_zip_that_cannot_be_opened_fails_as_a_whole_with_one_sentence() throws Exception {
        var broken = ended(handIn(curator, "it", Arrays.copyOf(BundleTest.zip("a.md", "one"), 40)));
        assertThat(broken.at("/state").asText()).isEqualTo("FAILED");
        assertThat(broken.at("/reason").asText()).contains("damaged");

        var names = new TreeMap<String, byte[]>();
        for (int count = 0; count < 100_000; count++) {
            names.put(count + ".md", new byte[0]);
        }
        var crowded = ended(handIn(curator, "it", BundleTest.files(names)));
        assertThat(crowded.at("/state").asText()).isEqualTo("FAILED");
        assertThat(crowded.at("/reason").asText()).contains("5,000");
        assertThat(crowded.at("/total").asInt()).isZero();
    }

    @Test
    void an_import_that_is_cancelled_keeps_what_it_has_taken_and_says_so() throws Exception {
        var names = new TreeMap<String, byte[]>();
        for (int count = 0; count < 2_000; count++) {
            names.put("cancelled/" + count + ".md", ("# Cancelled " + count).getBytes(StandardCharsets.UTF_8));
        }
        var id = handIn(curator, "it", BundleTest.files(names));
        assertThat(employee.delete("/api/imports/" + id).status()).isEqualTo(404);

        assertThat(curator.delete("/api/imports/" + id).status()).isEqualTo(204);

        var report = ended(id);
        assertThat(report.at("/state").asText()).isEqualTo("CANCELLED");
        assertThat(report.at("/report").size())
                .isEqualTo(report.at("/done").asInt())
                .isLessThan(2_000);
        assertThat(curator.delete("/api/imports/" + id).status()).isEqualTo(409);
        var listed = curator.get("/api/spaces/it/imports?limit=200");
        assertThat(listed.text()).contains("\"" + id + "\"").contains("CANCELLED");
        assertThat(employee.get("/api/spaces/it/imports").status()).isEqualTo(403);
    }

    private String published(Rest writer, String space, String language, String title, String markdown, String twin) {
        var body = new HashMap<String, Object>(
                Map.of("space", space, "title", title, "language", language, "markdown", markdown));
        if (twin != null) {
            body.put("translationOf", twin);
        }
        var begun = writer.post("/api/articles", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        writer.put("/api/articles/" + begun.text("/id") + "/publication", Map.of());
        return begun.text("/id");
    }

    private static Map<String, Object> with(Map<String, ?> body, String key, Object value) {
        var changed = new HashMap<String, Object>(body);
        changed.put(key, value);
        return changed;
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
        return imported(curator, "it", zip);
    }

    private JsonNode imported(Rest importer, String space, byte[] zip) {
        var report = ended(importer, handIn(importer, space, zip));
        assertThat(report.at("/state").asText()).isEqualTo("DONE");
        return report;
    }

    private static String handIn(Rest importer, String space, byte[] zip) {
        var accepted = importer.send(
                "POST",
                "/api/spaces/" + space + "/imports?name=guide.zip",
                zip,
                Map.of("Content-Type", "application/zip"));
        assertThat(accepted.status()).isEqualTo(202);
        return accepted.text("/id");
    }

    private JsonNode ended(String id) {
        return ended(curator, id);
    }

    private static JsonNode ended(Rest importer, String id) {
        var path = "/api/imports/" + id;
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("WAITING", "RUNNING")
                        .contains(importer.get(path).text("/state")));
        return importer.get(path).body();
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
