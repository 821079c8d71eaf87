package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two agents in one ticket. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskDayIT {

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void two_agents_in_one_ticket_see_each_other_and_neither_answers_unaware(String language, int width) {
        var server = Server.with(TestDatabase.H2);
        var number = filed(server, "okapi" + language, 1).getFirst();
        var name = "two-" + language + "-" + width + "-";
        var mine = Browser.signedIn(server, "it-agent", language, width);
        var theirs = Browser.signedIn(server, "desk-owner", "en", 1440);
        mine.navigate(server.url() + "/tickets/" + number);
        mine.waitForSelector(".composer");
        theirs.navigate(server.url() + "/tickets/" + number);
        theirs.waitForSelector(".composer");
        mine.waitForSelector(".presence:visible");

        theirs.locator(".composer vaadin-text-area textarea").pressSequentially("I am on it");
        mine.waitForSelector(language.equals("zh") ? ".presence:has-text('正在写')" : ".presence:has-text('is writing')");
        Browser.look(mine, name + "writing");

        mine.locator(".composer vaadin-text-area textarea").pressSequentially("Try again now");
        theirs.waitForSelector(".presence:has-text('is writing')");
        theirs.keyboard().press("Control+Enter");
        theirs.waitForCondition(() -> said(server, number).contains("I am on it"));
        mine.waitForSelector(".conversation:has-text('I am on it')");

        mine.keyboard().press("Control+Enter");
        mine.waitForSelector(".composer [role=alert]:has-text('I am on it')");
        assertThat(mine.locator(".composer vaadin-text-area textarea").inputValue())
                .isEqualTo("Try again now");
        assertThat(said(server, number)).doesNotContain("Try again now");
        Browser.look(mine, name + "meanwhile");
        mine.locator(".composer-send").click();
        mine.waitForCondition(() -> said(server, number).contains("Try again now"));

        var late = server.as("it-agent")
                .post("/api/tickets/" + number + "/messages", Map.of("text", "By program.", "seen", 1));
        assertThat(late.status()).as(late.text()).isEqualTo(409);
        mine.context().close();
        theirs.context().close();
    }

    private static List<String> filed(Server server, String word, int count) {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var subject = "The " + word + " number " + i;
            var filed = server.as("employee")
                    .post("/api/tickets", Map.of("subject", subject, "text", "Please look.", "desk", "it"));
            assertThat(filed.status()).as(filed.text()).isEqualTo(201);
            numbers.add(filed.text("/number"));
        }
        return numbers;
    }

    private static String said(Server server, String number) {
        return server.as("it-agent").get("/api/tickets/" + number + "/messages").text();
    }
}
