package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.askwell.common.paste.RichText;
import org.askwell.house.Browser;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing for people who do not write Markdown: the buttons, what they paste, the files they add. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingWalkIT {

    private static final String FILL = """
            const fill = (data, forms) => {
              for (const [type, text] of Object.entries(forms)) {
                const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
                data.setData(type, new TextDecoder().decode(bytes));
              }
            };
            """;

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440", "zh, 1440", "en, 390"})
    void a_curator_pastes_from_word_excel_wps_and_the_web(String language, int width) throws IOException {
        var name = language + "-" + width;
        var page = Browser.signedIn(server, "curator", language, width);
        var fetched = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> fetched.add(request.url()));
        open(page, begin("Pasted " + name, language));

        paste(page, Map.of("text/html", resource("word.html"), "text/rtf", resource("word.rtf"), "text/plain", "差旅"));
        page.waitForSelector(".pane .prose table");
        assertThat(page.locator(".pane .prose th").allInnerTexts()).containsExactly("城市", "级别", "每晚");
        assertThat(page.locator(".pane .prose td").allInnerTexts()).contains("经理|总监", "800");
        assertThat(page.locator(".pane .prose ol > li").first().innerText()).startsWith("填写申请");
        assertThat(page.locator(".pane .prose ol ul > li").count()).isEqualTo(2);
        page.waitForCondition(() ->
                Integer.valueOf(24).equals(page.locator(".pane .prose img").evaluate("img => img.naturalWidth")));
        assertThat(page.locator(".paste-status").innerText()).contains("Ctrl+Z");
        Browser.look(page, name + "-pasted-word");

        page.keyboard().press("Control+z");
        assertThat(text(page)).isEqualTo("It eats paper.");
        page.keyboard().press("Control+y");
        assertThat(text(page)).contains("|城市|级别|每晚|");

        replaceAll(page);
        paste(page, Map.of("text/html", resource("excel.html"), "text/plain", "部门\t姓名"));
        page.waitForCondition(() -> page.locator(".pane .prose td").count() == 12);
        assertThat(page.locator(".pane .prose th").allInnerTexts()).containsExactly("部门", "联系人 / 姓名", "联系人 / 分机", "金额");
        assertThat(page.locator(".pane .prose td").allInnerTexts()).contains("¥1,299.00", "陈刚\n李强", "A|B");
        Browser.look(page, name + "-pasted-excel");

        replaceAll(page);
        paste(page, Map.of("text/html", resource("wps.html"), "text/plain", "请假流程"));
        page.waitForCondition(
                () -> page.locator(".pane .prose h2").allInnerTexts().contains("请假流程"));
        assertThat(page.locator(".paste-status").innerText()).contains("wps1.jpg");
        assertThat(page.locator(".pane .prose td").allInnerTexts()).containsExactly("年假", "5～15");

        replaceAll(page);
        paste(page, Map.of("text/html", resource("web.html"), "text/plain", "How to install"));
        page.waitForSelector(".pane .prose pre");
        assertThat(page.locator(".paste-status").innerText()).contains("server-room.jpg");
        assertThat(page.locator(".pane .prose img").count()).isEqualTo(1);
        Browser.look(page, name + "-pasted-web");
        assertThat(fetched).allMatch(url -> url.startsWith(server.url()) || url.startsWith("data:"));

        page.locator(".writing > .row button.primary").click();
        page.waitForSelector(".article-page .prose pre");
        assertThat(page.locator(".prose img").evaluate("img => img.naturalWidth"))
                .isEqualTo(32);
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void the_buttons_write_what_they_say_also_from_the_keyboard(String language, int width) {
        var name = language + "-" + width;
        var page = Browser.signedIn(server, "curator", language, width);
        open(page, begin("Buttons " + name, language));
        Browser.look(page, name + "-tools");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();

        press(page, "heading");
        assertThat(text(page)).isEqualTo("## It eats paper.");
        press(page, "heading");
        press(page, "heading");
        assertThat(text(page)).isEqualTo("It eats paper.");
        page.keyboard().press("Control+a");
        page.keyboard().press("Control+b");
        assertThat(text(page)).isEqualTo("**It eats paper.**");
        press(page, "undo");
        press(page, "bullets");
        assertThat(text(page)).isEqualTo("- It eats paper.");
        press(page, "numbers");
        assertThat(text(page)).isEqualTo("1. It eats paper.");
        press(page, "numbers");
        press(page, "note");
        page.waitForSelector(".pane .prose blockquote.note");
        assertThat(page.locator(".pane .prose blockquote.note").innerText()).isEqualTo("It eats paper.");

        page.keyboard().press("Control+End");
        press(page, "table");
        page.keyboard().type("City");
        page.waitForSelector(".pane .prose table");
        assertThat(page.locator(".pane .prose th").first().innerText()).isEqualTo("City");
        assertThat(page.locator(".pane .prose blockquote.note").innerText()).isEqualTo("It eats paper.");
        Browser.look(page, name + "-tools-used");

        page.keyboard().press("Control+End");
        page.keyboard().press("Alt+F10");
        page.keyboard().press("Home");
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.ask-link[open]");
        Browser.look(page, name + "-link");
        page.locator("dialog.ask-link input").first().fill("The [desk]");
        page.locator("dialog.ask-link input").last().fill("desk@example.com");
        page.keyboard().press("Enter");
        page.waitForSelector(".pane .prose a[href='mailto:desk@example.com']");
        assertThat(page.locator(".pane .prose a").innerText()).isEqualTo("The [desk]");
        page.context().close();
    }

    @Test
    void what_cannot_be_taken_in_is_said_and_nothing_that_was_written_is_lost() {
        var page = Browser.signedIn(server, "curator", "en", 1440);
        open(page, begin("Too much", "en"));
        page.keyboard().press("Control+End");

        paste(page, Map.of("text/html", "<p>" + "x".repeat(17 * 1024 * 1024) + "</p>", "text/plain", "Just this."));
        page.waitForSelector(".paste-status.notice");
        assertThat(page.locator(".paste-status").innerText()).contains("16 MB");
        assertThat(text(page)).isEqualTo("It eats paper.");
        Browser.look(page, "paste-refused");
        page.locator(".paste-status button").first().click();
        assertThat(text(page)).contains("It eats paper.").contains("Just this.");

        paste(page, Map.of("text/html", "<span style='color:red'>let x</span>", "text/plain", " let *x*"));
        assertThat(text(page)).endsWith("Just this. let *x*");

        var html = "<script>" + "x".repeat(5_000_000) + "</script>"
                + "<img src=https://t.example/p.gif width=1 height=1>".repeat(100_000) + "<p>Ten <b>megabytes</b></p>";
        paste(page, Map.of("text/html", html, "text/plain", "no"));
        page.keyboard().type(" typed meanwhile");
        page.waitForSelector(".pane .prose strong");
        assertThat(text(page)).contains("Ten **megabytes**").contains(" typed meanwhile");
        page.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_file_goes_with_its_article_and_is_found_by_its_words(String language, int width) {
        var name = language + "-" + width;
        var word = "quokka" + language + width;
        var curator = server.as("curator");
        var id = begin("Files " + name, language);
        curator.put("/api/articles/" + id + "/publication", Map.of());
        var page = Browser.signedIn(server, "curator", language, width);
        open(page, id);

        page.locator("[data-attach] input[type=file]")
                .setInputFiles(new FilePayload(
                        "清单 " + name + ".csv",
                        "text/csv",
                        ("name,place\n" + word + ",shelf 7\n").getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector(".attach .attached-files li");
        Browser.look(page, name + "-attach");
        assertThat(server.as("employee").get("/api/articles/" + id + "/files").text("/items/0/name"))
                .isEmpty();
        page.locator(".writing > .row button.primary").click();
        page.waitForSelector(".article-page .attached-files a");
        Browser.look(page, name + "-attached");

        var employee = server.as("employee");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> id.equals(find(employee, word).text("/items/0/article")));
        var found = find(employee, word);
        assertThat(found.text("/items/0/file/name")).isEqualTo("清单 " + name + ".csv");
        assertThat(found.text("/items/0/snippet")).contains(word);
        assertThat(employee.get("/api/search?type=article&q=" + word).text("/items/0/article"))
                .isNotEqualTo(id);
        assertThat(employee.get("/api/articles/" + id + "/files/1/content").text())
                .contains("shelf 7");

        var reader = Browser.signedIn(server, "employee", language, width);
        reader.navigate(server.url() + "/search?q=" + word);
        var saved = reader.waitForDownload(() -> reader.locator(".hits a[href*='article-attachments/" + id + "/']")
                .click());
        assertThat(saved.suggestedFilename()).isEqualTo("清单 " + name + ".csv");
        Browser.look(reader, name + "-file-found");

        open(page, id);
        page.locator(".attach li button").click();
        page.waitForSelector(".attach .undo button");
        assertThat(employee.get("/api/articles/" + id + "/files/1").status()).isEqualTo(404);
        page.locator(".attach .undo button").click();
        page.waitForSelector(".attach li");
        assertThat(employee.get("/api/articles/" + id + "/files/1").status()).isEqualTo(200);
        page.context().close();
        reader.context().close();
    }

    @Test
    void a_program_adds_lists_fetches_and_removes_files_under_the_rights_of_the_article() {
        var hr = server.as("hr-agent");
        var employee = server.as("employee");
        var id = hr.post(
                        "/api/articles",
                        Map.of(
                                "space",
                                "hr-internal",
                                "title",
                                "Pay bands in a file",
                                "language",
                                "en",
                                "markdown",
                                "See the file."))
                .text("/id");
        var files = "/api/articles/" + id + "/files";

        var added = hr.send("POST", files + "?name=bands.txt", "numbatband 7", Map.of("Content-Type", "text/plain"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/shown")).isEqualTo("false");
        hr.put("/api/articles/" + id + "/publication", Map.of());
        assertThat(hr.get(files).text("/items/0/shown")).isEqualTo("true");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> id.equals(find(hr, "numbatband").text("/items/0/article")));

        assertThat(find(employee, "numbatband").text("/items/0/article")).isNotEqualTo(id);
        assertThat(employee.get(files).status()).isEqualTo(404);
        assertThat(employee.get(files + "/1/content").status()).isEqualTo(404);
        var address = server.url() + "/article-attachments/" + id + "/1/bands.txt";
        for (var who : List.of("employee", "hr-agent")) {
            var page = Browser.signedIn(server, who, "en", 1440);
            var reply = page.context().request().get(address);
            assertThat(reply.status()).as(who).isEqualTo(who.equals("employee") ? 404 : 200);
            page.context().close();
        }
        assertThat(employee.send("POST", files + "?name=a.txt", "x", Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(404);
        assertThat(hr.get(files + "/1/content").text()).isEqualTo("numbatband 7");
        assertThat(hr.send("POST", files + "?name=a.exe", "MZ", Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(422);
        assertThat(hr.post("/api/questions", Map.of("text", "What is numbatband?"))
                        .text())
                .as("answers are made of articles alone")
                .doesNotContain("numbatband 7");

        assertThat(hr.delete(files + "/1").status()).isEqualTo(204);
        assertThat(hr.get(files + "/1").status()).isEqualTo(404);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !id.equals(find(hr, "numbatband").text("/items/0/article")));
    }

    @Test
    void a_program_has_rich_text_converted() throws IOException {
        var curator = server.as("curator");
        var id = begin("Converted", "en");

        var reply = curator.post(
                "/api/articles/" + id + "/conversions",
                Map.of("html", resource("word.html"), "rtf", resource("word.rtf")));
        assertThat(reply.text("/pictures")).isEqualTo("1");
        assertThat(reply.text("/markdown")).contains("|城市|级别|每晚|").contains("](/article-files/it/");
        assertThat(server.as("employee")
                        .post("/api/articles/" + id + "/conversions", Map.of("html", "<p>x</p>"))
                        .status())
                .isEqualTo(404);
    }

    private static Rest.Reply find(Rest person, String word) {
        return person.get("/api/search?type=file&q=" + word);
    }

    private String begin(String title, String language) {
        return server.as("curator")
                .post(
                        "/api/articles",
                        Map.of("space", "it", "title", title, "language", language, "markdown", "It eats paper."))
                .text("/id");
    }

    private void open(Page page, String id) {
        page.navigate(server.url() + "/articles/" + id + "/edit");
        page.waitForSelector("askwell-editor [role=toolbar]");
        page.locator(".cm-content").click();
        page.keyboard().press("Control+End");
    }

    private static void press(Page page, String tool) {
        page.locator(".tools-of-text [data-tool=" + tool + "]").click();
    }

    private static String text(Page page) {
        return (String) page.evaluate("() => document.querySelector('askwell-editor').value");
    }

    private static void replaceAll(Page page) {
        page.locator(".cm-content").click();
        page.keyboard().press("Control+a");
    }

    /**
     * As when another program had copied it: every form of it lies on the clipboard, and the editor gets Ctrl+V. Rich text
     * can be put there by other programs only, so with it the event comes with a clipboard of its own.
     */
    private static void paste(Page page, Map<String, String> forms) {
        var base64 = new HashMap<String, String>();
        forms.forEach((type, text) ->
                base64.put(type, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        if (forms.containsKey("text/rtf")) {
            page.evaluate("forms => {" + FILL + """
                      const data = new DataTransfer();
                      fill(data, forms);
                      document.querySelector('.cm-content').dispatchEvent(
                          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                    }""", base64);
            return;
        }
        page.evaluate("forms => {" + FILL + """
                  document.addEventListener('copy', event => {
                    event.preventDefault();
                    event.stopImmediatePropagation();
                    fill(event.clipboardData, forms);
                  }, { capture: true, once: true });
                }""", base64);
        page.keyboard().press("Control+c");
        page.keyboard().press("Control+v");
    }

    private static String resource(String name) throws IOException {
        try (var in = RichText.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
