package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three hundred people come by a table, the first of them signs in by a link, and one leaves again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleImportWalkIT {

    static final int PEOPLE = 300;
    static final String PASSWORD = "a long enough one";

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_table_of_three_hundred_is_tried_imported_and_its_first_person_signs_in_by_a_link(
            String language, int width) {
        var name = language + "-" + width;
        var page = Browser.signedIn(server, "admin", language, width);
        page.navigate(server.url() + "/admin/people");
        page.locator(".head a[href='admin/people/import']").click();
        page.waitForSelector(".people-import h1");
        Browser.look(page, "people-import-empty-" + name);

        handIn(page, "wrong.csv", "mail,office\na@b.example,munich\n");
        page.waitForCondition(() -> panel(page).innerText().contains("name / 姓名"));
        Browser.look(page, "people-import-failed-" + name);

        handIn(page, "three-hundred.csv", table(language));
        page.waitForSelector(".import-options");
        assertThat(page.url()).contains("?import=P-");
        assertThat(panel(page).innerText()).contains(language.equals("zh") ? "拒绝 2" : "Refused 2");
        assertThat(page.locator(".import-report tbody tr"))
                .satisfies(it -> assertThat(it.count()).isEqualTo(2));
        assertThat(page.locator(".import-report").innerText()).contains("twice-" + language);
        Browser.look(page, "people-import-refused-" + name);

        kind(page, language.equals("zh") ? "新增" : "New").click();
        page.waitForCondition(() -> page.locator(".import-report tbody tr").count() == 100);
        page.locator(".people-import section.card .row button").last().scrollIntoViewIfNeeded();
        Browser.look(page, "people-import-new-" + name);

        page.locator(".import-options vaadin-checkbox").first().click();
        page.waitForCondition(() -> panel(page).innerText().contains(language.equals("zh") ? "拒绝 1" : "Refused 1"));
        assertThat(server.as("admin").get("/api/people/walk-" + language + "-0").status())
                .isEqualTo(404);

        page.reload();
        page.waitForSelector(".import-options button.primary");
        page.locator(".import-options button.primary").click();
        page.waitForSelector(".import-links");
        assertThat(panel(page).innerText()).contains(language.equals("zh") ? "已完成：" : "Done:");
        Browser.look(page, "people-import-done-" + name);

        var printed = page.context()
                .waitForPage(
                        () -> page.locator(".import-links button[value=html]").click());
        printed.waitForSelector(".welcome-list li");
        assertThat(printed.locator(".welcome-list li").count()).isEqualTo(PEOPLE);
        Browser.look(printed, "people-links-" + name);
        var card = printed.locator(".welcome-list li")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("walk-" + language + "-7(?![0-9])")));
        var url = card.first().locator(".welcome-url").innerText();
        var link = server.url() + url.substring(url.indexOf("/welcome/"));
        printed.close();

        var newcomer = Browser.anonymous(server, language, width);
        newcomer.navigate(link);
        newcomer.waitForSelector("#password");
        Browser.look(newcomer, "welcome-" + name);
        newcomer.fill("#password", PASSWORD);
        newcomer.fill("#again", "something different");
        newcomer.locator("button.primary").click();
        newcomer.waitForSelector(".notice");
        Browser.look(newcomer, "welcome-differs-" + name);
        newcomer.fill("#password", PASSWORD);
        newcomer.fill("#again", PASSWORD);
        newcomer.locator("button.primary").click();
        newcomer.waitForSelector(".tools");
        newcomer.navigate(server.url() + "/account");
        newcomer.waitForSelector(".password-form");
        assertThat(newcomer.locator("#page").innerText()).contains("walk-" + language + "-7");
        Browser.look(newcomer, "account-" + name);
        newcomer.context().clearCookies();
        newcomer.navigate(link);
        newcomer.waitForSelector(".notice");
        Browser.look(newcomer, "welcome-over-" + name);
        newcomer.context().close();
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void an_administrator_sees_what_a_leaver_leaves_before_the_account_is_closed(String language, int width) {
        var login = "leaving-" + language;
        var admin = server.as("admin");
        admin.post(
                "/api/people",
                Map.of("id", login, "name", "Yorick " + language, "manager", "approver", "language", language));
        admin.put("/api/people/" + login + "/roles/agent/it", null);
        var number = server.as("employee")
                .post("/api/tickets", Map.of("subject", "A mouse without a wheel", "text", "It is gone.", "desk", "it"))
                .text("/number");
        server.as("it-agent").put("/api/tickets/" + number + "/assignee", Map.of("person", login));
        var page = Browser.signedIn(server, "admin", language, width);
        page.navigate(server.url() + "/admin/people/" + login);
        page.waitForSelector(".leaving li");
        assertThat(page.locator(".leaving").innerText())
                .contains(language.equals("zh") ? "1 个未完成的工单" : "1 open ticket goes back");

        page.getByText(language.equals("zh") ? "生成登录链接" : "Make a sign-in link").click();
        page.waitForSelector(".card code");
        assertThat(page.locator(".card code").innerText()).contains("/welcome/");
        Browser.look(page, "leaver-" + language + "-" + width);

        page.locator("button.danger").click();
        page.waitForCondition(() -> !page.locator(".leaving li").isVisible());
        page.evaluate("window.scrollTo(0, 0)");
        Browser.look(page, "leaver-closed-" + language + "-" + width);
        assertThat(server.as("it-agent").get("/api/tickets/" + number).text("/assignee"))
                .isEmpty();
        page.context().close();
    }

    private static void handIn(Page page, String name, String table) {
        page.locator(".people-import vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator panel(Page page) {
        return page.locator(".people-import > section.card");
    }

    private static Locator kind(Page page, String word) {
        return page.locator(".import-kinds button").filter(new Locator.FilterOptions().setHasText(word));
    }

    private static String table(String language) {
        var table = new StringBuilder(
                language.equals("zh")
                        ? "工号,登录名,姓名,部门,上级,语言,备注\n"
                        : "Staff number,Login,Name,Department,Manager,Language,Remark\n");
        for (int i = 0; i < PEOPLE; i++) {
            table.append("W%s%d,walk-%s-%d,%s %d,%s,%s,%s,x\n"
                    .formatted(
                            language,
                            i,
                            language,
                            i,
                            language.equals("zh") ? "顾新" : "Walter Newman",
                            i,
                            i == PEOPLE - 1 ? "Quarry " + language : "retail",
                            i == 0 ? "approver" : "W" + language + (i - 1) / 9,
                            language));
        }
        return table.append("W%s0,twice-%s,Twice,retail,,,\n".formatted(language, language))
                .toString();
    }
}
