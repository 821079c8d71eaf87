package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

/** The ten stories of the sign-in page, each from the press on it to its end: in Chinese on a phone, in English at a desk. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoriesWalkIT {

    private static final List<String> STORIES =
            List.of("vpn", "leave", "printer", "bands", "problem", "pinned", "rule", "gap", "review", "system");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,6}-\\d+");

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void the_door_offers_ten_stories_and_no_others(String language, int width) {
        var door = Browser.anonymous(server, language, width);
        var offered = door.locator(".demo ol button");
        assertThat(offered.allInnerTexts())
                .isEqualTo(STORIES.stream()
                        .map(it -> word(language, "people.story." + it))
                        .toList());
        look(door, language, width, "door");
        door.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void the_vpn_at_home_is_answered_with_its_proof(String language, int width) {
        var page = story("vpn", language, width);
        ask(page, "shell.story.vpn", language, "");
        page.waitForSelector(".proof-card .key");
        look(page, language, width, "vpn");
        openCitation(page);
        look(page, language, width, "vpn-proof");
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void leave_in_probation_is_answered_in_both_languages(String language, int width) {
        var page = story("leave", language, width);
        ask(page, "shell.story.leave", language, "");
        page.waitForSelector(".proof-card .key");
        var first = page.locator(".proof").first().innerText();

        var other = language.equals("zh") ? "en" : "zh";
        page.locator(".ask-more textarea").fill(word(other, "shell.story.leave"));
        page.locator(".ask-more textarea").press("Enter");
        page.locator(".answer").nth(1).locator(".proof .key").first().waitFor();

        var second = page.locator(".answer").nth(1).locator(".proof").first().innerText();
        assertThat(isChinese(first)).isEqualTo(language.equals("zh"));
        assertThat(isChinese(second)).isEqualTo(other.equals("zh"));
        look(page, language, width, "leave");
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void the_printer_goes_to_a_person_is_written_down_and_answered_the_next_time(String language, int width) {
        boolean chinese = language.equals("zh");
        var machine = chinese ? "MF-301" : "MF-302";
        var own = chinese ? "机器编号 " + machine + "。" : " It is the " + machine + ".";
        var solution = chinese
                ? "三楼的打印机 " + machine + " 一直卡纸时，把 2 号纸盒的导板推到 A4 刻度，再清一次搓纸轮。"
                : "When the printer " + machine
                        + " on the third floor keeps jamming, push the guides of tray 2 to the A4"
                        + " mark and clean the feed roller once.";
        var employee = story("printer", language, width);
        ask(employee, "shell.story.printer", language, own);
        employee.waitForSelector(".hand-over");
        assertThat(employee.locator(".proof-card").count()).isZero();
        employee.locator(".hand-over button.primary").click();
        employee.waitForSelector(".request-thread .plain-status[data-status=OPEN]");
        var status =
                NUMBER.matcher(employee.locator(".request-thread .plain-status").innerText());
        assertThat(status.find()).isTrue();

        var agent = Browser.signedIn(server, "it-agent", language, width);
        agent.navigate(server.url() + "/tickets/" + status.group());
        agent.locator("[data-key=t]").click();
        agent.locator("[data-key=t]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        agent.locator(".composer textarea").fill(chinese ? "我五分钟后到。" : "I am there in five minutes.");
        agent.locator(".composer-send").click();
        employee.locator(".request-thread .message:not(.from-requester)")
                .filter(new Locator.FilterOptions().setHasText(chinese ? "五分钟" : "five minutes"))
                .waitFor();
        agent.locator(".verbs [data-key='.']").click();
        agent.locator("vaadin-dialog-overlay textarea").fill(solution);
        agent.locator("vaadin-dialog-overlay button.primary").click();
        employee.waitForSelector(".request-thread .plain-status[data-status=RESOLVED]");
        look(employee, language, width, "printer-resolved");

        agent.locator(".write-it-down").click();
        agent.waitForSelector(".writing > .row button.primary");
        agent.locator(".writing > .row button.primary").click();
        agent.waitForURL(Pattern.compile(".*/articles/A-\\d+$"));
        agent.waitForSelector(".article-page .prose");
        look(agent, language, width, "printer-written");

        Awaitility.await("the article answers").untilAsserted(() -> {
            employee.navigate(server.url() + "/");
            ask(employee, word(language, "shell.story.printer") + own);
            employee.waitForSelector(".conversation .answer");
            assertThat(employee.locator(".conversation .answer").innerText()).contains("A4", machine);
        });
        assertThat(employee.locator(".proof-card").count()).isPositive();
        look(employee, language, width, "printer");
        employee.context().close();
        agent.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void pay_bands_are_found_by_the_people_team_and_by_nobody_else(String language, int width) {
        var bands = word(language, "shell.story.bands");
        var hr = story("bands", language, width);
        var hit = hr.locator(".hits a")
                .filter(new Locator.FilterOptions().setHasText(bands))
                .first();
        hit.waitFor();
        look(hr, language, width, "bands");
        hit.click();
        hr.waitForSelector(".article-page .prose");
        var address = hr.url().replaceAll("[?#].*", "");
        assertThat(hr.locator("h1").first().innerText()).contains(bands);
        hr.context().close();

        var other = Browser.signedIn(server, "employee", language, width);
        other.navigate(server.url() + "/search?q=" + encoded(bands));
        other.waitForSelector(".found h1");
        assertThat(other.locator(".hits a")
                        .filter(new Locator.FilterOptions().setHasText(bands))
                        .count())
                .isZero();
        assertThat(other.locator("#page").innerHTML()).doesNotContainPattern(address.replaceAll(".*/", "") + "\\b");
        assertThat(other.locator("#page").innerText()).doesNotContain("visitor-list.csv", "来访名单.csv");
        look(other, language, width, "bands-not-found");
        other.navigate(address);
        other.getByRole(AriaRole.HEADING, named(word(language, "shell.nothing.title")))
                .waitFor();
        other.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_problem_of_many_is_joined_with_one_tap_and_one_reply_reaches_who_joined(String language, int width) {
        boolean chinese = language.equals("zh");
        var title = chinese ? "成都办公室无线网络断线" : "Wi-Fi drops in the Chengdu office";
        var known = server.as("employee")
                .get("/api/known-problems?desk=it&limit=200")
                .body()
                .at("/items");
        var ticket = "";
        for (var it : known) {
            if (it.at(chinese ? "/titleZh" : "/titleEn").asText().equals(title)) {
                ticket = it.at("/ticket").asText();
            }
        }
        assertThat(ticket).isNotEmpty();
        server.as("employee").delete("/api/known-problems/" + ticket + "/membership");
        int before = reporters(ticket);

        var employee = story("problem", language, width);
        ask(employee, "shell.story.problem", language, "");
        var card = employee.locator(".known-problem").filter(new Locator.FilterOptions().setHasText(title));
        press(card, language, "ticket.known.join");
        button(card, language, "ticket.known.leave").waitFor();
        assertThat(reporters(ticket)).isEqualTo(before + 1);
        look(employee, language, width, "problem-joined");

        var agent = Browser.signedIn(server, "it-agent", language, width);
        agent.navigate(server.url() + "/tickets/" + ticket);
        var desk = agent.locator(".known-desk");
        press(desk, language, "ticket.known.tell");
        var said = chinese ? "两台接入点今晚更换，明早恢复。" : "Two access points are replaced tonight; it works tomorrow morning.";
        desk.locator("vaadin-text-area textarea").nth(chinese ? 0 : 1).fill(said);
        press(desk, language, "ticket.known.tell.send");
        desk.locator(".known-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        look(agent, language, width, "problem-told");

        employee.navigate(server.url() + "/inbox");
        employee.locator(".inbox .lines li")
                .filter(new Locator.FilterOptions().setHasText(said))
                .locator("a")
                .first()
                .click();
        employee.waitForURL(Pattern.compile(".*/problems/" + ticket));
        employee.waitForSelector(".known-replies li");
        assertThat(employee.locator(".known-replies").innerText()).contains(said);
        look(employee, language, width, "problem");
        employee.context().close();
        agent.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390, 每月几号发工资？", "en, 1440, On which date is the salary paid?"})
    void a_pinned_question_shows_the_chosen_passage_at_one_tap(String language, int width, String question) {
        var page = story("pinned", language, width);
        var chip = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(question).setExact(true));
        chip.waitFor();
        look(page, language, width, "pinned-desk");
        chip.click();
        page.waitForURL(Pattern.compile(".*/questions/Q-.*"));
        page.waitForSelector(".proof-card .key");
        assertThat(page.locator(".proof-card").count()).isEqualTo(1);
        assertThat(page.locator(".proof").innerText()).contains(language.equals("zh") ? "每月10日" : "on the 10th");
        assertThat(page.locator(".proof-foot").innerText()).contains(word(language, "ask.answer.pinned"));
        look(page, language, width, "pinned");
        openCitation(page);
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_ticket_tells_which_rule_moved_it(String language, int width) {
        var page = story("rule", language, width);
        page.waitForURL(Pattern.compile(".*/tickets/IT-\\d+"));
        var trace = page.locator(".trace-panel");
        trace.locator("vaadin-details-summary").click();
        var won = trace.locator(".trace li[data-matched=true]").last();
        won.waitFor();
        assertThat(won.innerText()).contains("Network");
        trace.scrollIntoViewIfNeeded();
        look(page, language, width, "rule");
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource(delimiter = '|', textBlock = """
            zh | 390  | 货运三轮车 HY-7 周末可以借用吗？ | 货运三轮车 HY-7 周末可以借用，周五下班前在前台登记领钥匙。
            en | 1440 | May I borrow the cargo bike CB-7 for the weekend? | The cargo bike CB-7 may be borrowed for the weekend. Fetch its key at reception before Friday evening.
            """)
    void what_nobody_could_answer_becomes_an_article_and_who_asked_is_told(
            String language, int width, String asked, String answer) {
        for (var person : List.of("employee", "approver", "finance-agent")) {
            assertThat(server.as(person)
                            .post("/api/questions", Map.of("text", asked, "desk", "administration"))
                            .text("/outcome"))
                    .isEqualTo("NOT_FOUND");
        }
        Awaitility.await("a gap")
                .until(() ->
                        server.as("curator").get("/api/gaps?limit=200").text().contains(asked));
        var page = story("gap", language, width);
        var line = page.locator(".gap").filter(new Locator.FilterOptions().setHasText(asked));
        page.waitForSelector(".gap");
        while (!line.isVisible()) {
            int shown = page.locator(".gap").count();
            press(page.locator("#page"), language, "learning.gaps.more");
            page.waitForCondition(() -> page.locator(".gap").count() > shown);
        }
        look(page, language, width, "gaps");
        press(line, language, "learning.gap.write");
        page.waitForURL(Pattern.compile(".*/articles/A-\\d+/edit"));
        page.waitForSelector("askwell-editor [role=toolbar]");
        page.locator(".cm-content").click();
        page.keyboard().insertText(answer);
        page.waitForCondition(() -> page.locator(".pane .prose").innerText().contains(answer));
        page.locator(".writing > .row button.primary").click();
        page.waitForURL(Pattern.compile(".*/articles/A-\\d+$"));

        page.navigate(server.url() + "/knowledge/gaps?state=closed&order=newest");
        Awaitility.await("the gap is closed").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            page.reload();
            page.waitForSelector(".gap");
            assertThat(line.count()).isEqualTo(1);
        });
        look(page, language, width, "gap");
        page.context().close();

        var employee = Browser.signedIn(server, "employee", language, width);
        employee.navigate(server.url() + "/inbox");
        employee.locator(".inbox .lines a")
                .filter(new Locator.FilterOptions().setHasText(asked))
                .first()
                .click();
        employee.waitForSelector(".proof");
        assertThat(employee.locator(".proof").last().innerText()).contains(answer.substring(0, 8));
        look(employee, language, width, "gap-answered");
        employee.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390, 650元, 700元", "en, 1440, RMB 650, RMB 700"})
    void an_article_under_review_reaches_its_readers_once_it_is_approved(
            String language, int width, String before, String after) {
        var page = story("review", language, width);
        page.waitForURL(Pattern.compile(".*/articles/A-\\d+/review"));
        var article = page.url().replaceAll(".*/articles/(A-\\d+)/review", "$1");
        assertThat(before).contains(page.locator(".changes del").first().innerText());
        assertThat(after).contains(page.locator(".changes ins").first().innerText());
        assertThat(markdown(article)).contains(before).doesNotContain(after);
        look(page, language, width, "review-waiting");
        press(page.locator("#page"), language, "knowledge.review.approve");
        page.waitForSelector(".review .saved");
        look(page, language, width, "review");

        assertThat(markdown(article)).contains(after).doesNotContain(before);
        var reader = Browser.signedIn(server, "employee", language, width);
        reader.navigate(server.url() + "/articles/" + article);
        reader.waitForSelector(".article-page .prose table");
        assertThat(reader.locator(".prose").innerText()).contains(after);
        look(reader, language, width, "review-read");
        page.context().close();
        reader.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void the_system_page_says_how_every_part_is_and_backs_up(String language, int width) {
        var page = story("system", language, width);
        page.waitForSelector(".system .parts dt");
        assertThat(page.locator(".system .parts [data-state]").count())
                .isEqualTo(page.locator(".system .parts dt").count());
        var index = page.locator(".system .parts dt")
                .filter(new Locator.FilterOptions().setHasText(word(language, "shell.system.part.index")));
        assertThat(index.locator("xpath=following-sibling::dd[1]")
                        .locator("[data-state]")
                        .getAttribute("data-state"))
                .isNotEqualTo("TROUBLE");
        int files = page.locator(".system .lines li").count();
        press(page.locator(".system"), language, "shell.system.backup.begin");
        page.waitForCondition(
                () -> page.locator(".system .lines li a[download]").count() == files + 1);
        look(page, language, width, "system");
        page.locator(".system .lines li button").first().click();
        page.waitForCondition(
                () -> page.locator(".system .lines li a[download]").count() == files);
        page.context().close();
    }

    /** A press on a story of the sign-in page, and the page on which it begins. */
    private Page story(String name, String language, int width) {
        var page = Browser.anonymous(server, language, width);
        press(page.locator(".demo ol"), language, "people.story." + name);
        page.waitForSelector(".frame #page h1");
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        return page;
    }

    /** Sends what the story has put into the box, with something to tell this walk from others. */
    private void ask(Page page, String key, String language, String own) {
        var box = page.locator(".home .ask-box textarea");
        box.waitFor();
        assertThat(box.inputValue()).isEqualTo(word(language, key));
        ask(page, word(language, key) + own);
    }

    private static void ask(Page page, String text) {
        var box = page.locator(".home .ask-box textarea");
        box.fill(text);
        box.press("Enter");
        page.waitForURL(Pattern.compile(".*/questions/Q-.*"));
    }

    private static void openCitation(Page page) {
        page.locator(".proof-foot a").first().click();
        page.waitForSelector("mark");
        assertThat(page.locator("mark").first().isVisible()).isTrue();
    }

    private int reporters(String ticket) {
        return server.as("employee")
                .get("/api/known-problems/" + ticket)
                .body()
                .at("/problem/reporters")
                .asInt();
    }

    private String markdown(String article) {
        return server.as("employee").get("/api/articles/" + article).text("/markdown");
    }

    private static void look(Page page, String language, int width, String name) {
        page.evaluate("scrollTo(0, 0)");
        Browser.look(page, "story-" + name + "-" + language + "-" + width);
    }

    private static void press(Locator within, String language, String key) {
        button(within, language, key).click();
    }

    private static Locator button(Locator within, String language, String key) {
        return within.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(word(language, key)).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String word(String language, String key) {
        return Texts.in(Locale.forLanguageTag(language), key);
    }
}
