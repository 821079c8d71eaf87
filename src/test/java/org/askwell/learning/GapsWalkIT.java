package org.askwell.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.askwell.common.Texts;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gap as its curator sees it close, and as who asked hears of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GapsWalkIT {

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource(delimiter = '|', textBlock = """
            zh | 390  | XQ-88 型竹蜻蜓在哪里领取？ | 竹蜻蜓 | XQ-88 型竹蜻蜓在三号楼的库房领取，凭工牌登记。
            en | 1440 | Where is the bamboo copter XQ-99 handed out? | bamboo copter | The bamboo copter XQ-99 is handed out in store room nine, against the badge.
            """)
    void a_gap_is_put_aside_taken_up_attached_and_answered(
            String language, int width, String asked, String word, String answer) {
        var name = language + "-" + width;
        var question = server.as("employee").post("/api/questions", Map.of("text", asked, "desk", "administration"));
        assertThat(question.text("/outcome")).isEqualTo("NOT_FOUND");
        var article = server.as("curator")
                .post(
                        "/api/articles",
                        Map.of(
                                "space",
                                "administration",
                                "title",
                                word + " " + name,
                                "language",
                                language,
                                "markdown",
                                answer))
                .text("/id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() ->
                        server.as("curator").get("/api/gaps?limit=200").text().contains(word));

        var page = Browser.signedIn(server, "curator", language, width);
        page.navigate(server.url() + "/knowledge");
        page.locator(".library-head a[href='knowledge/gaps']").click();
        var line = page.locator(".gap").filter(new Locator.FilterOptions().setHasText(word));
        line.waitFor();
        assertThat(page.locator("#page").innerText()).doesNotContain("林小雨", "Lin Xiaoyu");
        Browser.look(page, name + "-gaps");

        press(line, language, "learning.gap.dismiss");
        line.locator("vaadin-text-field input").fill("The museum answers this.");
        Browser.look(page, name + "-gap-not-ours");
        press(line, language, "learning.gap.dismiss.send");
        line.locator(".gap-state.dismissed").waitFor();
        press(line, language, "learning.gap.reopen");
        line.locator(".gap-state.dismissed")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

        page.locator(".gaps .tabs a[href*='order=frequent']").click();
        page.waitForURL(Pattern.compile(".*order=frequent.*"));
        line.locator("a.gap-wording").click();
        page.waitForSelector(".gap-wordings");
        assertThat(page.locator("h1").innerText()).contains(word);
        assertThat(page.locator("#page").innerText()).doesNotContain("林小雨", "Lin Xiaoyu");
        Browser.look(page, name + "-gap");

        var one = page.locator(".gap");
        press(one, language, "learning.gap.attach");
        one.locator("vaadin-combo-box input").fill(article);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first()
                .waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        Browser.look(page, name + "-gap-attach");
        press(one, language, "learning.gap.attach.send");
        one.locator(".gap-state.writing").waitFor();
        Browser.look(page, name + "-gap-writing");
        server.as("curator").put("/api/articles/" + article + "/publication", Map.of());
        one.locator(".gap-state.closed").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        Browser.look(page, name + "-gap-closed");

        var employee = Browser.signedIn(server, "employee", language, width);
        employee.navigate(server.url() + "/inbox");
        employee.locator(".inbox .lines a")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first()
                .click();
        employee.waitForSelector(".proof");
        assertThat(employee.locator(".proof").last().innerText()).contains(word);
        Browser.look(employee, name + "-answered-now");

        press(employee.locator("#page"), language, "ask.missed");
        employee.waitForSelector(".why-not");
        Browser.look(employee, name + "-why-not");
        press(employee.locator(".why-not"), language, "ask.shortcoming.outdated");
        employee.locator(".why-not")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

        page.navigate(server.url() + "/articles/" + article);
        page.waitForSelector(".article-score");
        Browser.look(page, name + "-score");
        one.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(employee.request().get(server.url() + "/knowledge/gaps").status())
                .isEqualTo(200);
        employee.navigate(server.url() + "/knowledge/gaps");
        employee.waitForSelector("#page h1");
        assertThat(employee.locator(".gap").count()).isZero();
        page.context().close();
        employee.context().close();
    }

    private static void press(Locator within, String language, String key) {
        var word = Texts.in(Locale.forLanguageTag(language), key);
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(word).setExact(true))
                .first()
                .click();
    }
}
