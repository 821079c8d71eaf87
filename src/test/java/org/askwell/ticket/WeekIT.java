package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.common.Texts;
import org.askwell.house.Browser;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week of one ticket, lived through in a browser while the clock of the portal is wound. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WeekIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Server server;

    @BeforeAll
    static void open() {
        server = Server.start(
                TestDatabase.H2, Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390, employee", "en, 1440, finance-agent"})
    void it_waits_for_its_requester_is_resolved_reminded_closed_and_opened_again(
            String language, int width, String requester) {
        var name = "week-" + language + "-" + width + "-";
        var agent = server.as("it-agent");
        var asker = server.as(requester);
        var number = asker.post(
                        "/api/tickets", Map.of("subject", "The lift hums", "text", "Since this morning.", "desk", "it"))
                .text("/number");
        var page = Browser.signedIn(server, requester, language, width);
        page.navigate(server.url() + "/tickets/" + number);
        page.waitForSelector(".plain-status[data-status=OPEN]");

        agent.put("/api/tickets/" + number + "/question", Map.of("text", "Which of the two lifts?"));
        page.waitForSelector(".plain-status[data-status=WAITING]");
        server.wind(Duration.ofHours(26));
        page.reload();
        page.waitForSelector(".plain-status[data-status=WAITING]");
        Browser.look(page, name + "asked");
        page.locator(".composer vaadin-text-area textarea").fill("The left one.");
        page.locator(".composer-send").click();
        page.waitForSelector(".plain-status[data-status=OPEN]");

        agent.put("/api/tickets/" + number + "/resolution", Map.of("text", "Its fan has been oiled."));
        page.waitForSelector(".plain-status[data-status=RESOLVED]");
        Browser.look(page, name + "resolved");
        var closes = Instant.parse(asker.get("/api/tickets/" + number).text("/closesAt"));
        var now = Instant.parse(asker.get("/api/tickets/" + number).text("/updatedAt"));
        assertThat(Duration.between(now, closes)).isGreaterThan(Duration.ofDays(2));

        server.wind(Duration.between(now, closes).minusMinutes(30));
        Awaitility.await("reminded").atMost(PATIENCE).until(() -> told(asker, number, "ticket-confirm") == 1);
        assertThat(asker.get("/api/tickets/" + number).text("/status")).isEqualTo("RESOLVED");
        page.navigate(server.url() + "/");
        page.waitForSelector(".waiting-for-you a");
        Browser.look(page, name + "reminded");

        server.wind(Duration.ofHours(1));
        Awaitility.await("closed")
                .atMost(PATIENCE)
                .until(() -> asker.get("/api/tickets/" + number).text("/status").equals("CLOSED"));
        assertThat(told(asker, number, "ticket-confirm")).isLessThanOrEqualTo(1);
        page.navigate(server.url() + "/tickets/" + number);
        page.waitForSelector(".plain-status[data-status=CLOSED]");
        Browser.look(page, name + "closed");

        press(page.locator(".request-thread"), language, "ticket.plain.reopen");
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("textarea").fill("It hums again.");
        press(dialog, language, "ticket.plain.reopen");
        page.waitForSelector(".plain-status[data-status=OPEN]");
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        Browser.look(page, name + "again");
        assertThat(told(agent, number, "ticket-reopened")).isEqualTo(1);
        page.context().close();
    }

    private static void press(Locator within, String language, String key) {
        var word = Texts.in(Locale.forLanguageTag(language), key);
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(word).setExact(true))
                .click();
    }

    private static long told(Rest person, String number, String kind) {
        List<String> told = new ArrayList<>();
        person.get("/api/notifications?limit=200&all=true").body().at("/items").forEach(it -> {
            if (it.at("/about").asText().equals(number)
                    && it.at("/kind").asText().equals(kind)) {
                told.add(it.at("/id").asText());
            }
        });
        return told.size();
    }
}
