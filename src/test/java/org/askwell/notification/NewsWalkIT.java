package org.askwell.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one is told, as one sees it: the bell on an open page, the inbox, what one wants to be told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsWalkIT {

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390, hr-agent", "en, 1440, finance-agent"})
    void the_bell_of_an_open_page_counts_what_waits_until_it_is_done(String language, int width, String requester) {
        var name = language + "-" + width;
        var subject = "The window of " + name;
        var number = server.as(requester)
                .post("/api/tickets", Map.of("subject", subject, "text", "It rattles.", "desk", "it"))
                .text("/number");
        var page = Browser.signedIn(server, requester, language, width);
        page.navigate(server.url() + "/inbox");
        page.waitForSelector(".inbox .tabs");
        if (page.locator(".inbox .tabs button").isVisible()) {
            page.locator(".inbox .tabs button").click();
        }
        page.navigate(server.url() + "/knowledge");
        page.waitForSelector(".shelves");
        var title = page.title().replaceFirst("^\\(\\d+\\) ", "");
        int before = waiting(requester);

        server.as("it-agent").put("/api/tickets/" + number + "/question", Map.of("text", "Which floor?"));

        page.waitForCondition(() -> page.title().equals("(" + (before + 1) + ") " + title));
        assertThat(page.locator(".bell .mark").innerText()).isEqualTo(String.valueOf(before + 1));
        page.navigate(server.url() + "/");
        page.waitForSelector(".waiting-for-you a");
        Browser.look(page, name + "-home-waiting");
        page.locator(".bell").click();
        page.waitForURL(Pattern.compile(".*/inbox$"));
        page.waitForSelector(".inbox .lines li.waiting");
        assertThat(page.locator(".inbox .lines li").first().innerText())
                .contains(subject)
                .contains("Which floor?");
        Browser.look(page, name + "-inbox");

        page.locator(".inbox .lines li a").first().click();
        page.waitForURL(Pattern.compile(".*/tickets/" + number));
        page.waitForSelector(".plain-status[data-status=WAITING]");
        Browser.look(page, name + "-asked");
        page.locator(".composer vaadin-text-area textarea").fill("The third.");
        page.locator(".composer-send").click();
        page.waitForSelector(".plain-status[data-status=OPEN]");
        page.waitForCondition(
                () -> before == 0 ? !page.title().startsWith("(") : page.title().startsWith("(" + before + ") "));

        page.navigate(server.url() + "/inbox?choices");
        page.waitForSelector(".choices table");
        Browser.look(page, name + "-choices");
        var box = page.locator(".choices tbody tr")
                .first()
                .locator("vaadin-checkbox input")
                .first();
        box.click();
        page.reload();
        page.waitForSelector(".choices table");
        assertThat(page.locator(".choices tbody tr")
                        .first()
                        .locator("vaadin-checkbox input")
                        .first()
                        .isChecked())
                .isFalse();
        page.locator(".choices tbody tr")
                .first()
                .locator("vaadin-checkbox input")
                .first()
                .click();
        page.context().close();

        var admin = Browser.signedIn(server, "admin", language, width);
        admin.navigate(server.url() + "/admin/mail");
        admin.waitForSelector(".mails .way");
        Browser.look(admin, name + "-mails");
        admin.context().close();
    }

    private int waiting(String person) {
        return server.as(person)
                .get("/api/notifications/badge")
                .body()
                .at("/waiting")
                .asInt();
    }
}
