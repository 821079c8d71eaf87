package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askwell.house.Browser;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day at a desk, by keyboard alone, and two agents in one ticket. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskDayIT {

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 1440", "en, 390"})
    void an_agent_works_by_keyboard_alone(String language, int width) {
        var server = Server.with(TestDatabase.H2);
        boolean zh = language.equals("zh");
        var word = "zebu" + language;
        var numbers = filed(server, word, 4);
        var macro = server.as("admin")
                .post(
                        "/api/desks/it/macros",
                        Map.of(
                                "nameZh",
                                "问序列号 " + word,
                                "nameEn",
                                "Ask for the serial number " + word,
                                "textZh",
                                "{requester}，{number} 的序列号是多少？",
                                "textEn",
                                "{requester}, what is the serial number for {number}?",
                                "takes",
                                true,
                                "tags",
                                List.of("serial"),
                                "ending",
                                "ASK"))
                .text("/id");
        var name = "day-" + language + "-" + width + "-";
        var page = Browser.signedIn(server, "it-agent", language, width);
        page.navigate(server.url() + "/queues/it-intake?q=" + word);
        page.waitForSelector("[data-row]");
        assertThat(page.locator("[data-row]").count()).isEqualTo(4);

        // Three are picked and get a priority together, and are put back.
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("j");
            page.keyboard().press("x");
        }
        page.waitForSelector(".bulk-bar [role=status]:has-text('3')");
        Browser.look(page, name + "picked");
        page.keyboard().press("p");
        page.waitForSelector("vaadin-dialog-overlay vaadin-select-value-button");
        page.locator("vaadin-dialog-overlay vaadin-select-value-button").focus();
        page.keyboard().press("ArrowDown");
        page.waitForSelector("vaadin-select-overlay[opened] vaadin-select-item");
        page.waitForFunction("() => document.activeElement.matches('vaadin-select-item')");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.waitForSelector("vaadin-dialog-overlay vaadin-select[has-value]");
        confirm(page);
        page.waitForSelector("vaadin-dialog-overlay", hidden());
        page.waitForSelector(zh ? ".bulk-strip:has-text('已更改 3 张')" : ".bulk-strip:has-text('3 changed')");
        page.waitForSelector(".bulk-strip [data-key=z]");
        for (int i = 0; i < 3; i++) {
            assertThat(priority(server, numbers.get(i))).isEqualTo("URGENT");
        }
        assertThat(priority(server, numbers.get(3))).isEqualTo("NORMAL");
        Browser.look(page, name + "bulk");
        page.keyboard().press("z");
        page.waitForSelector(zh ? ".bulk-strip:has-text('已撤销 3 张')" : ".bulk-strip:has-text('3 put back')");
        for (int i = 0; i < 3; i++) {
            assertThat(priority(server, numbers.get(i))).isEqualTo("NORMAL");
        }

        // One is opened, answered by a macro, and waits.
        page.locator("[data-row]").first().focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".workspace .ticket-number");
        var opened = page.locator(".workspace .ticket-number").innerText();
        page.keyboard().press("m");
        page.waitForFunction("() => document.activeElement.closest('vaadin-combo-box')");
        page.keyboard().type(word);
        page.waitForSelector("vaadin-combo-box-overlay vaadin-combo-box-item:not([hidden])");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForSelector(".macro-words:has-text('" + opened + "')");
        Browser.look(page, name + "macro");
        confirm(page);
        page.waitForSelector(".prepared");
        page.waitForSelector("vaadin-dialog-overlay", hidden());
        Browser.look(page, name + "prepared");
        page.locator(".composer vaadin-text-area textarea").focus();
        page.keyboard().press("Control+Enter");
        page.waitForCondition(() -> status(server, opened).equals("WAITING"));
        assertThat(server.as("it-agent").get("/api/tickets/" + opened).text("/assignee"))
                .isEqualTo("it-agent");

        // It goes on, takes in another one, and is resolved.
        page.waitForSelector(".prepared", hidden());
        leaveFields(page);
        page.keyboard().press("h");
        page.waitForCondition(() -> status(server, opened).equals("OPEN"));
        var other = numbers.stream().filter(it -> !it.equals(opened)).toList().getLast();
        page.navigate(server.url() + "/tickets/" + other);
        page.waitForSelector(".workspace .ticket-number:has-text('" + other + "')");
        page.keyboard().press("u");
        page.waitForFunction("() => document.activeElement.closest('vaadin-combo-box')");
        page.keyboard().type(opened);
        page.waitForSelector("vaadin-combo-box-overlay vaadin-combo-box-item:not([hidden]):has-text('" + opened + "')");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        Browser.look(page, name + "merge");
        confirm(page);
        page.waitForCondition(() -> status(server, other).equals("MERGED"));
        page.waitForSelector("vaadin-dialog-overlay", hidden());
        page.waitForSelector(".ticket-head a:has-text('" + opened + "')");
        Browser.look(page, name + "merged");
        page.navigate(server.url() + "/tickets/" + opened);
        page.waitForSelector(".workspace .conversation:has-text('" + other + "')");
        page.waitForCondition(() -> {
            page.keyboard().press(".");
            return page.locator("vaadin-dialog-overlay textarea").count() > 0;
        });
        page.locator("vaadin-dialog-overlay textarea").first().focus();
        page.keyboard().type("Done.");
        confirm(page);
        page.waitForCondition(() -> status(server, opened).equals("RESOLVED"));
        page.waitForSelector("vaadin-dialog-overlay", hidden());
        Browser.look(page, name + "resolved");
        assertThat(server.as("admin").delete("/api/desks/it/macros/" + macro).status())
                .isEqualTo(204);
        page.context().close();
    }

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
        var twin = filed(server, "okapi twin" + language, 1).getFirst();
        var merged = server.as("it-agent").put("/api/tickets/" + twin + "/continuation", Map.of("ticket", number));
        assertThat(merged.status()).as(merged.text()).isEqualTo(204);
        assertThat(server.as("employee").get("/api/tickets/" + twin).text("/mergedInto"))
                .isEqualTo(number);
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

    private static String priority(Server server, String number) {
        return ticket(server, number).text("/priority");
    }

    private static String status(Server server, String number) {
        return ticket(server, number).text("/status");
    }

    private static Rest.Reply ticket(Server server, String number) {
        return server.as("it-agent").get("/api/tickets/" + number);
    }

    /** What the dialog asks for is filled in. */
    private static void confirm(Page page) {
        page.keyboard().press("Control+Enter");
    }

    /** From a field to the page, where keys mean something else. */
    private static void leaveFields(Page page) {
        page.evaluate("() => document.activeElement.blur()");
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
