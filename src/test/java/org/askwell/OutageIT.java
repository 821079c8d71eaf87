package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.askwell.house.Browser;
import org.askwell.house.Cable;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is around the portal fails: who asked reads one sentence, nothing is half done, and afterwards it goes on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageIT {

    private static final Map<String, String> SMALL =
            Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off");
    private static final Map<String, String> TICKET =
            Map.of("subject", "The printer eats paper", "text", "It began with the third sheet.", "desk", "it");

    @Test
    void a_database_that_goes_away_is_told_and_needs_no_restart_when_it_comes_back() throws Exception {
        try (var cable = new Cable(TestDatabase.postgresPort());
                var server = Server.start(TestDatabase.POSTGRES, SMALL, settings -> {
                    settings.computeIfPresent(
                            "ASKWELL_DB_URL",
                            (name, url) ->
                                    url.replace(":" + TestDatabase.postgresPort() + "/", ":" + cable.port() + "/"));
                })) {
            var employee = server.as("employee");
            var browser = signedIn(server);
            var window = Browser.signedIn(server, "employee", "en", 390);
            window.navigate(server.url() + "/");
            var box = window.locator(".ask-box textarea");
            box.fill("How many days of annual leave do I get?");
            assertThat(page(browser, server).statusCode()).isEqualTo(200);
            int before = tickets(server);

            cable.pull();

            var key = Map.of("Idempotency-Key", "printer-1");
            var refused = employee.send("POST", "/api/tickets", TICKET, key);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.text("/type")).isEqualTo("urn:askwell:problem:database-away");
            assertThat(refused.text("/detail")).contains("try again");
            assertThat(server.status("/health/ready")).isEqualTo(503);
            assertThat(server.status("/health/live")).isEqualTo(200);
            var page = page(browser, server);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("try again").doesNotContain("Exception");

            box.press("Enter");
            window.waitForSelector("text=The database does not answer just now");
            assertThat(box.inputValue()).isEqualTo("How many days of annual leave do I get?");

            cable.plug();

            Awaitility.await("the database again")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> server.status("/health/ready") == 200);
            var opened = employee.send("POST", "/api/tickets", TICKET, key);
            var repeated = employee.send("POST", "/api/tickets", TICKET, key);
            assertThat(opened.status()).as(opened.text()).isEqualTo(201);
            assertThat(repeated.text("/number")).isEqualTo(opened.text("/number"));
            assertThat(tickets(server)).isEqualTo(before + 1);
            assertThat(page(browser, server).statusCode()).isEqualTo(200);
            box.press("Enter");
            window.waitForURL(Pattern.compile(".*/questions/Q-.*"));
            window.context().close();
        }
    }

    @Test
    void a_full_disk_refuses_what_is_new_and_shows_what_is_there() {
        try (var server = Server.start(TestDatabase.H2, SMALL)) {
            var opened = server.as("employee").post("/api/tickets", TICKET).text("/number");
            int before = tickets(server);
            server.kill();
            server.set("ASKWELL_DISK_RESERVE_MB", "1000000000");
            server.up();
            var employee = server.as("employee");

            var refused = employee.post("/api/tickets", TICKET);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.text("/type")).isEqualTo("urn:askwell:problem:disk-full");
            assertThat(employee.post("/api/tickets/" + opened + "/messages", Map.of("text", "Are you there?"))
                            .text("/type"))
                    .isEqualTo("urn:askwell:problem:disk-full");
            assertThat(tickets(server)).isEqualTo(before);
            assertThat(employee.get("/api/tickets/" + opened).body().at("/messages"))
                    .hasSize(1);
            assertThat(employee.get("/api/search?q=VPN").body().at("/items")).isNotEmpty();
        }
    }

    private static int tickets(Server server) {
        return server.as("it-agent")
                .get("/api/tickets?limit=100")
                .body()
                .at("/items")
                .size();
    }

    private static HttpClient signedIn(Server server) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var form = HttpRequest.newBuilder(URI.create(server.url() + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=employee&password=demo"))
                .build();
        browser.send(form, BodyHandlers.discarding());
        return browser;
    }

    /** The page as a browser gets it that opens it anew: the first document, then what the page is put together by. */
    private static HttpResponse<String> page(HttpClient browser, Server server) throws Exception {
        var document = browser.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/my")).build(), BodyHandlers.ofString());
        return document.statusCode() != 200
                ? document
                : browser.send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/?v-r=init&location=my"))
                                .build(),
                        BodyHandlers.ofString());
    }
}
