package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library as its curators see it: two at one article, what stands around a text, a folder that is handed in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LibraryWalkIT {

    final Server server = Server.with(TestDatabase.H2);

    @Test
    void two_who_write_one_article_see_each_other_and_the_second_keeps_the_text_and_saves_it_on_top() {
        var id = begin("The printer that two describe");
        var first = Browser.signedIn(server, "curator", "en", 1440);
        var second = Browser.signedIn(server, "it-agent", "zh", 390);
        openEditor(first, id);
        openEditor(second, id);
        assertThat(second.locator(".writing .others").innerText()).contains("Priya Nair");
        first.waitForCondition(
                () -> first.locator(".writing .others").innerText().contains("王海"));
        Browser.look(second, "two-writers-390");

        type(second, "Second: open the tray.");
        type(first, "First: take the paper out.");
        first.locator(".writing > .row button.plain").click();
        first.waitForSelector(".writing .saved");
        second.waitForSelector(".writing .meanwhile a");

        second.locator(".writing > .row button.plain").click();
        second.waitForSelector(".writing .notice");
        assertThat(second.locator(".writing .notice").innerText()).contains(id).contains("修订 2");
        assertThat(second.locator(".cm-content").innerText()).contains("Second: open the tray.");
        assertThat(second.locator(".writing .meanwhile a").getAttribute("href")).contains("/history?from=1&to=2");
        Browser.look(second, "two-writers-refused-390");
        var theirs = second.context()
                .waitForPage(() -> second.locator(".writing .meanwhile a").click());
        theirs.waitForSelector(".changes ins");
        assertThat(theirs.locator(".changes").innerText()).contains("First: take the paper out.");
        Browser.look(theirs, "two-writers-changes-390");

        second.locator(".writing .meanwhile button").click();
        second.waitForSelector(".writing .saved");
        assertThat(server.as("curator")
                        .get("/api/articles/" + id + "?revision=3")
                        .text("/markdown"))
                .contains("Second: open the tray.");
        assertThat(server.as("curator")
                        .get("/api/articles/" + id + "?revision=2")
                        .text("/markdown"))
                .contains("First: take the paper out.");
        first.context().close();
        second.context().close();
    }

    @Test
    void what_was_typed_before_the_tab_was_closed_does_not_overwrite_what_was_saved_since() {
        var id = begin("The printer and the closed tab");
        var page = Browser.signedIn(server, "curator", "en", 1440);
        openEditor(page, id);
        type(page, "Typed and never saved.");
        var context = page.context();
        page.close();
        server.as("it-agent")
                .put(
                        "/api/articles/" + id,
                        Map.of("revision", 1, "title", "The printer and the closed tab", "markdown", "Saved since."));

        var again = context.newPage();
        openEditor(again, id);
        again.waitForSelector(".writing .kept");
        assertThat(again.locator(".cm-content").innerText()).contains("Typed and never saved.");
        again.locator(".writing > .row button.plain").click();

        again.waitForSelector(".writing .notice");
        again.waitForSelector(".writing .meanwhile a");
        var reply = server.as("curator").get("/api/articles/" + id + "?revision=2");
        assertThat(reply.text("/markdown")).isEqualTo("Saved since.");
        assertThat(reply.text("/draftRevision")).isEqualTo("2");
        context.close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_curator_changes_owner_dates_tags_and_place_beside_the_text(String language, int width) {
        var name = language + "-" + width;
        var above = begin("All about printers " + name);
        var id = begin("The printer of " + name);
        var page = Browser.signedIn(server, "curator", language, width);
        page.navigate(server.url() + "/articles/" + id);
        arrange(page, 0);
        page.waitForSelector(".arranging vaadin-combo-box input");
        page.locator(".arranging vaadin-combo-box input").first().fill("wanghai");
        var found = page.locator("vaadin-combo-box-item").filter(new Locator.FilterOptions().setHasText("王海"));
        found.first().click();
        page.locator(".arranging > vaadin-text-field input").fill("printers，paper");
        Browser.look(page, name + "-details");
        server.as("it-agent").put("/api/articles/" + id + "/check", Map.of());
        page.locator(".arranging button.primary").click();

        page.waitForSelector(".arranging .notice");
        assertThat(page.locator(".arranging > vaadin-text-field input").inputValue())
                .isEqualTo("printers，paper");
        page.locator(".arranging button.primary").click();
        page.waitForCondition(() -> page.locator(".arranging").count() == 0);
        var details = server.as("curator").get("/api/articles/" + id);
        assertThat(details.text("/owner")).isEqualTo("it-agent");
        assertThat(details.text("/tags/1")).isEqualTo("paper");
        assertThat(page.locator(".facts").innerText()).contains("王海").contains("printers");

        arrange(page, 1);
        page.locator(".arranging vaadin-combo-box input").fill("printers " + name);
        page.locator("vaadin-combo-box-item").first().waitFor();
        Browser.look(page, name + "-choosing");
        page.locator("vaadin-combo-box-item").first().click();
        page.keyboard().press("Tab");
        Browser.look(page, name + "-place");
        page.locator(".arranging button.primary").click();
        page.waitForSelector(".path a[href*='" + above + "']");
        assertThat(server.as("curator").get("/api/articles/" + id).text("/parent"))
                .isEqualTo(above);
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_folder_is_handed_in_with_progress_that_one_can_leave_and_come_back_to(String language, int width)
            throws IOException, SQLException {
        var server = Server.with(TestDatabase.POSTGRES);
        var name = language + "-" + width;
        var curator = server.as("curator");
        var before = "/api/imports/"
                + curator.send(
                                "POST",
                                "/api/spaces/administration/imports?name=many.zip",
                                many(name, "red"),
                                Map.of("Content-Type", "application/zip"))
                        .text("/id");
        Awaitility.await().until(() -> curator.get(before).text("/state").equals("DONE"));
        var page = Browser.signedIn(server, "curator", language, width);
        page.navigate(server.url() + "/knowledge/administration");
        page.locator(".shelf > .row button").nth(1).click();
        try (var held = server.database()) {
            hold(held, curator.get(before).text("/report/2/article"));
            handIn(page, "many.zip", many(name, "blue"));
            page.waitForSelector(".import progress[value='2'][max='20']");
            Browser.look(page, name + "-import-running");
            page.waitForURL(Pattern.compile(".*\\?import=I-\\d+"));

            page.navigate(server.url() + "/knowledge");
            page.waitForSelector(".shelves");
            page.navigate(server.url() + "/knowledge/administration");
            page.waitForSelector(".import progress[value='2']");
            page.locator(".import .row button.plain").first().click();
            Awaitility.await()
                    .until(() -> isTold(held, "select bool_or(cancelled) from article_import where state = 'RUNNING'"));
        }
        page.waitForSelector(".import .import-report");
        assertThat(page.locator(".import .import-report tbody tr").count()).isEqualTo(3);
        assertThat(page.locator(".import progress").count()).isZero();

        var zip = BundleTest.zip(
                "small/" + name + ".md", "# A chair of " + name + "\n\nIt is red.",
                "small/" + name + ".exe", "MZ",
                "../" + name + ".md", "x");
        handIn(page, "small.zip", zip);
        page.waitForSelector(".import-report .refused");
        assertThat(page.locator(".import-report tbody tr"))
                .satisfies(rows -> assertThat(rows.count()).isEqualTo(3));
        Browser.look(page, name + "-import-done");
        page.locator(".import-report a").first().click();
        page.waitForURL(Pattern.compile(".*/articles/A-\\d+$"));
        page.waitForSelector(".article-page .reading h1");
        page.goBack();
        page.waitForSelector(".import-report .refused");

        handIn(page, "small.zip", zip);
        page.waitForSelector(".import-report .left_alone");
        page.context().close();
    }

    @Test
    void a_picture_goes_with_its_article_and_stays_where_another_one_shows_it() throws IOException {
        var hr = server.as("hr-agent");
        var zip = BundleTest.files(Map.of(
                "album/numbat.md", "# Numbat\n\n![It](numbat.png)".getBytes(StandardCharsets.UTF_8),
                "album/again.md", "# Again\n\n![It](numbat.png)".getBytes(StandardCharsets.UTF_8),
                "album/numbat.png", BundleTest.png()));
        var report = "/api/imports/"
                + hr.send("POST", "/api/spaces/hr/imports?name=a.zip", zip, Map.of("Content-Type", "application/zip"))
                        .text("/id");
        Awaitility.await().until(() -> hr.get(report).text("/state").equals("DONE"));
        var again = hr.get(report).text("/report/0/article");
        var numbat = hr.get(report).text("/report/1/article");
        var address = server.url()
                + hr.get("/api/articles/" + numbat).text("/markdown").replaceAll("(?s).*\\((/[^)]+)\\).*", "$1");
        var employee = Browser.signedIn(server, "employee", "zh", 390);
        var insider = Browser.signedIn(server, "hr-agent", "zh", 390);
        assertThat(employee.request().get(address).status()).isEqualTo(200);

        hr.put("/api/articles/" + numbat + "/place", Map.of("space", "hr-internal"));
        assertThat(employee.request().get(address).status()).isEqualTo(200);
        assertThat(insider.request().get(address).status()).isEqualTo(200);

        hr.put("/api/articles/" + again + "/place", Map.of("space", "hr-internal"));
        assertThat(employee.request().get(address).status()).isEqualTo(404);
        assertThat(insider.request().get(address).status()).isEqualTo(200);
        employee.context().close();
        insider.context().close();
    }

    private static void handIn(Page page, String name, byte[] zip) {
        page.locator(".import input[type=file]").setInputFiles(new FilePayload(name, "application/zip", zip));
    }

    private static void arrange(Page page, int which) {
        page.locator(".beside .arrange button").nth(which).click();
        page.waitForSelector(".arranging");
    }

    private void openEditor(Page page, String id) {
        page.navigate(server.url() + "/articles/" + id + "/edit");
        page.waitForSelector("askwell-editor .cm-content");
    }

    private static void type(Page page, String text) {
        page.locator(".cm-content").click();
        page.keyboard().press("Control+End");
        page.keyboard().type("\n\n" + text);
        page.waitForCondition(() -> page.locator(".pane .prose").innerText().contains(text));
    }

    private String begin(String title) {
        return server.as("curator")
                .post(
                        "/api/articles",
                        Map.of("space", "it", "title", title, "language", "en", "markdown", "It eats paper."))
                .text("/id");
    }

    /** Twenty one-line articles of that name, as many as their report shows at once. */
    private static byte[] many(String name, String colour) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < 20; i++) {
            var text = "# Chair %d of %s\n\nIt is %s.".formatted(i, name, colour);
            files.put("many/" + name + "/" + i + ".md", text.getBytes(StandardCharsets.UTF_8));
        }
        return BundleTest.files(files);
    }

    /** Whoever wants to write this article waits until the connection is closed. */
    private static void hold(Connection held, String article) throws SQLException {
        held.setAutoCommit(false);
        try (var lock = held.prepareStatement("select 1 from article where public_id = ? for update")) {
            lock.setString(1, article);
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    private static boolean isTold(Connection held, String question) throws SQLException {
        try (var asked = held.createStatement();
                var answer = asked.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
