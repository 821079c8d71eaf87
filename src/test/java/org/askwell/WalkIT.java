package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole story as people see it: in both languages, at a desk and on a phone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WalkIT {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,6}-\\d+");

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 1440", "zh, 390", "en, 1440", "en, 390"})
    void from_a_question_to_the_article_that_answers_the_next_one(String language, int width) {
        boolean chinese = language.equals("zh");
        var name = language + "-" + width;
        var machine = "ZX-" + (chinese ? 1 : 2) + width;
        var employee = Browser.signedIn(server, "employee", language, width);

        ask(employee, chinese ? "试用期可以休年假吗？" : "Can I take annual leave during probation?");
        employee.waitForSelector(".proof-card .key");
        Browser.look(employee, name + "-answer");
        employee.locator(".proof-foot a").first().click();
        employee.waitForSelector("mark");
        assertThat(employee.locator("mark").first().isVisible()).isTrue();
        Browser.look(employee, name + "-citation");

        var question = chinese
                ? "三楼的碎纸机 " + machine + " 卡住了怎么办？"
                : "What do I do when the paper shredder " + machine + " on the third floor is jammed, printer side?";
        ask(employee, question);
        employee.waitForSelector(".hand-over");
        Browser.look(employee, name + "-not-found");
        employee.locator(".hand-over vaadin-text-area textarea")
                .fill(chinese ? "打印机旁边那台。" : "The one beside the printer.");
        employee.locator(".hand-over button.primary").click();
        employee.waitForSelector(".request-thread .plain-status[data-status=OPEN]");
        var status =
                NUMBER.matcher(employee.locator(".request-thread .plain-status").innerText());
        assertThat(status.find()).isTrue();
        var number = status.group();
        Browser.look(employee, name + "-handed-over");

        var agent = Browser.signedIn(server, "it-agent", language, width);
        agent.navigate(server.url() + "/queues/it-hardware");
        agent.waitForSelector(".ticket-list");
        assertThat(agent.locator("body").innerText()).contains(machine);
        Browser.look(agent, name + "-queue");
        agent.navigate(server.url() + "/tickets/" + number);
        agent.waitForSelector(".workspace .composer textarea");
        Browser.look(agent, name + "-ticket");
        agent.locator("[data-key=t]").click();
        agent.waitForCondition(() -> !agent.locator("[data-key=t]").isVisible());
        agent.locator(".composer textarea").fill(chinese ? "我过来看一下。" : "I am coming over.");
        agent.locator(".composer-send").click();

        employee.waitForSelector(".request-thread .message:not(.from-requester)");
        assertThat(employee.locator(".request-thread .messages, .request-thread")
                        .first()
                        .innerText())
                .contains(chinese ? "我过来看一下" : "I am coming over");

        agent.locator(".verbs [data-key='.']").click();
        agent.locator("vaadin-dialog-overlay textarea")
                .fill(
                        chinese
                                ? "碎纸机 " + machine + " 卡住时，先拔掉电源，再用镊子取出纸条，然后按住反转键五秒。"
                                : "When the paper shredder " + machine
                                        + " is jammed, unplug it, pull the strips out with tweezers and hold the reverse key for five seconds.");
        Browser.look(agent, name + "-resolving");
        agent.locator("vaadin-dialog-overlay button.primary").click();

        employee.waitForSelector(".request-thread .plain-status[data-status=RESOLVED]");
        Browser.look(employee, name + "-resolved");

        agent.locator(".write-it-down").click();
        agent.waitForURL(Pattern.compile(".*/articles/A-\\d+/edit"));
        agent.waitForSelector(".writing button.primary");
        Browser.look(agent, name + "-writing");
        agent.locator(".writing button.primary").first().click();
        agent.waitForURL(Pattern.compile(".*/articles/A-\\d+$"));

        Awaitility.await().untilAsserted(() -> {
            ask(employee, question);
            employee.waitForSelector(".conversation .answer");
            assertThat(employee.locator(".proof-card").innerText()).contains(machine);
        });
        Browser.look(employee, name + "-answered");
        employee.navigate(server.url() + "/my");
        employee.waitForSelector(".lines li");
        Browser.look(employee, name + "-my");
        employee.context().close();
        agent.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void the_door_and_the_library_are_open_to_everyone_who_reads(String language, int width) {
        var door = Browser.anonymous(server, language, width);
        door.waitForSelector("form[action=signin]");
        Browser.look(door, language + "-" + width + "-door");
        door.context().close();
        var reader = Browser.signedIn(server, "employee", language, width);
        for (var path : new String[] {
            "/", "/knowledge", "/knowledge/hr", "/search?q=VPN", "/my", "/people/it-agent", "/desks/it", "/nothing-here"
        }) {
            reader.navigate(server.url() + path);
            reader.waitForSelector("#page h1");
            Browser.look(reader, language + "-" + width + path.replaceAll("\\W+", "-"));
        }
        reader.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void what_administrators_keep_an_eye_on_is_fit_to_be_seen(String language, int width) {
        var admin = Browser.signedIn(server, "admin", language, width);
        for (var path : new String[] {"/admin/audit", "/admin/audit?kind=DESK", "/admin/desks/it/poster"}) {
            admin.navigate(server.url() + path);
            admin.waitForSelector("#page h1");
            admin.waitForTimeout(500);
            Browser.look(admin, language + "-" + width + path.replaceAll("\\W+", "-"));
        }
        admin.context().close();
    }

    private void ask(Page page, String text) {
        page.navigate(server.url() + "/");
        page.locator(".home .ask-box textarea").fill(text);
        page.locator(".home .ask-box textarea").press("Enter");
        page.waitForURL(Pattern.compile(".*/questions/Q-.*"));
    }
}
