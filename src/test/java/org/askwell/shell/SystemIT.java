package org.askwell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the installation is, and that what was backed up can be lived in elsewhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SystemIT {

    @TempDir
    Path folder;

    @Test
    void a_backup_of_the_running_portal_is_lived_in_elsewhere_on_the_other_database() throws Exception {
        var server = Server.with(TestDatabase.POSTGRES);
        var admin = server.as("admin");
        var number = server.as("employee")
                .post("/api/tickets", Map.of("subject", "The kettle", "text", "It whistles.", "desk", "it"))
                .text("/number");
        assertThat(server.as("it-agent").post("/api/system/backups", null).status())
                .isEqualTo(403);
        assertThat(server.as("it-agent").get("/api/system").status()).isEqualTo(403);
        assertThat(server.as("curator").get("/api/system/backups").status()).isEqualTo(403);

        var begun = admin.post("/api/system/backups", null);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        var name = begun.text("/name");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/system/backups").text().contains("\"name\":\"" + name + "\",\"size\""));
        assertThat(admin.get("/api/system/backups/..%2F..%2Faskwell.zip").status())
                .isEqualTo(404);
        assertThat(server.as("it-agent").get("/api/system/backups/" + name).status())
                .isEqualTo(403);
        var file = folder.resolve("backup.zip");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/api/system/backups/" + name))
                                .header("Authorization", "Bearer demo-admin")
                                .build(),
                        BodyHandlers.ofFile(file));

        try (var elsewhere = Server.start(
                TestDatabase.H2,
                Map.of("ASKWELL_MODE", "demo", "ASKWELL_EMBEDDINGS", "off", "ASKWELL_RESTORE", file.toString()))) {
            var there = elsewhere.as("it-agent").get("/api/tickets/" + number);
            var here = server.as("it-agent").get("/api/tickets/" + number);
            assertThat(there.status()).as(there.text()).isEqualTo(200);
            assertThat(there.text("/subject")).isEqualTo("The kettle");
            assertThat(there.text("/messages/0/at")).isEqualTo(here.text("/messages/0/at"));
            var next = elsewhere
                    .as("employee")
                    .post("/api/tickets", Map.of("subject", "The cup", "text", "It leaks.", "desk", "it"));
            assertThat(next.status()).as(next.text()).isEqualTo(201);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> elsewhere
                                    .as("employee")
                                    .get("/api/search?q=printer")
                                    .body()
                                    .at("/items")
                                    .size()
                            > 0);
        }
        assertThat(admin.delete("/api/system/backups/" + name).status()).isEqualTo(204);
        assertThat(admin.get("/api/system/backups/" + name).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void administrators_see_how_every_part_is_and_back_up_by_a_press(String language, int width) {
        var server = Server.with(TestDatabase.H2);
        var page = Browser.signedIn(server, "admin", language, width);
        page.navigate(server.url() + "/admin/system");
        page.waitForSelector(".system .parts dt");
        assertThat(page.locator(".system .parts dt").count()).isEqualTo(7);
        Browser.look(page, language + "-" + width + "-system");

        page.locator(".system button.primary").click();
        page.waitForSelector(".system .lines li a[download]");
        Browser.look(page, language + "-" + width + "-backup");
        page.locator(".system .lines li button").first().click();
        page.waitForCondition(
                () -> page.locator(".system .lines li a[download]").count() == 0);
        page.context().close();
    }
}
