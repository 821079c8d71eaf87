package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.askwell.house.Browser;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is looked at before readers see it, and a passage that a reader has something to say about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewWalkIT {

    final Server server = Server.with(TestDatabase.H2);

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void an_article_goes_back_and_forth_until_readers_may_see_it(String language, int width) {
        var name = language + "-" + width;
        var title = "Allowance for umbrellas " + name;
        var id = begin("finance-agent", "finance", title, "An umbrella is paid once a year.");
        var author = Browser.signedIn(server, "finance-agent", language, width);
        author.navigate(server.url() + "/articles/" + id);
        author.locator(".beside a[href$='/review']").click();
        author.waitForSelector(".review textarea");
        author.locator(".review textarea").first().fill("It rains more often.");
        Browser.look(author, name + "-review-hand-in");
        author.locator(".review button.primary").click();
        author.waitForSelector(".review .saved");

        var reviewer = Browser.signedIn(server, "curator", language, width);
        reviewer.navigate(server.url() + "/knowledge");
        reviewer.locator(".waiting-reviews a:has-text('" + title + "')").waitFor();
        Browser.look(reviewer, name + "-review-waiting");
        reviewer.locator(".waiting-reviews a:has-text('" + title + "')").click();
        reviewer.waitForSelector(".review textarea:visible");
        Browser.look(reviewer, name + "-review-decide");
        reviewer.locator(".review textarea:visible").fill("Which umbrella?");
        reviewer.locator(".review .panel:visible button.plain").click();
        reviewer.waitForSelector(".review .saved");

        author.waitForCondition(() -> author.locator(".review").innerText().contains("Which umbrella?"));
        Browser.look(author, name + "-review-sent-back");
        server.as("finance-agent")
                .put(
                        "/api/articles/" + id,
                        Map.of("revision", 1, "markdown", "An umbrella of the firm's colour is paid once a year."));
        author.waitForCondition(() -> author.locator(".review").innerText().contains("firm's colour"));
        author.locator(".review textarea:visible").fill("Said which.");
        author.locator(".review .panel:visible button.primary").click();
        author.waitForSelector(".review .saved");
        // A colleague who may decide may also hand in; the panel with two answers is the one that decides.
        var approve = reviewer.locator(".review .panel:visible:has(button.plain) button.primary");
        approve.waitFor();
        approve.click();
        reviewer.waitForCondition(() -> server.as("employee")
                .get("/api/articles/" + id)
                .text("/revision")
                .equals("2"));
        reviewer.waitForSelector(".review .saved");
        author.context().close();
        reviewer.context().close();
    }

    @ParameterizedTest(name = "in {0} at {1} pixels")
    @CsvSource({"zh, 390", "en, 1440"})
    void a_reader_points_at_a_passage_by_keyboard_or_by_selecting_it(String language, int width) {
        var name = language + "-" + width;
        var id = begin(
                "curator",
                "administration",
                "The lift " + name,
                "## Use\n\nPress the button.\n\n- Wait for the *green* light.\n- Enter.\n\n| Floor | Door |\n| --- | --- |\n| 1 | left |\n");
        server.as("curator").put("/api/articles/" + id + "/publication", Map.of());
        var page = Browser.signedIn(server, "employee", language, width);
        page.navigate(server.url() + "/articles/" + id);
        page.locator(".commenting > .row button").first().focus();
        page.keyboard().press("Enter");
        page.waitForSelector("askwell-passages .at-block");
        Browser.look(page, name + "-comment-choosing");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')"))
                .asString()
                .contains("Wait for the green light.");
        page.keyboard().press("Enter");
        page.waitForSelector(".commenting-form textarea");
        assertThat(page.locator(".commenting-form .passage").innerText()).isEqualTo("Wait for the green light.");
        page.locator(".commenting-form > button.quiet").click();
        page.locator(".commenting-form textarea:visible").nth(1).waitFor();
        var wording = page.locator(".commenting-form textarea:visible").nth(1);
        assertThat(wording.inputValue()).isEqualTo("Wait for the *green* light.");
        wording.fill("Wait for the *blue* light.");
        Browser.look(page, name + "-comment-form");
        page.locator(".commenting-form button.primary").click();
        page.waitForSelector(".comments .comment");
        Browser.look(page, name + "-comment-sent");

        select(page);
        page.locator("askwell-passages .here").click();
        page.waitForSelector(".commenting-form textarea");
        assertThat(page.locator(".commenting-form .passage").innerText()).isEqualTo("the button");
        page.locator(".commenting-form textarea:visible").first().fill("Which of the two?");
        page.locator(".commenting-form button.primary").click();
        page.waitForCondition(() -> page.locator(".comments .comment").count() == 2);

        var curator = Browser.signedIn(server, "curator", language, width);
        curator.navigate(server.url() + "/articles/" + id);
        curator.locator(".comments .comment").nth(1).waitFor();
        Browser.look(curator, name + "-comments-to-answer");
        curator.locator(".comments .comment button.plain:visible").click();
        curator.waitForCondition(() -> curator.locator(".prose").innerText().contains("Wait for the blue light."));
        page.waitForCondition(() -> page.locator(".prose").innerText().contains("Wait for the blue light."));
        assertThat(server.as("employee").get("/api/articles/" + id).text("/markdown"))
                .contains("- Wait for the *blue* light.\n- Enter.");
        page.context().close();
        curator.context().close();
    }

    /** Two words of the first paragraph, as with a mouse or a thumb. */
    private static void select(Page page) {
        page.evaluate("""
                const text = document.querySelector('.prose p').firstChild;
                const range = document.createRange();
                range.setStart(text, 6);
                range.setEnd(text, 16);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                """);
        page.locator("askwell-passages .here").waitFor();
    }

    private String begin(String writer, String space, String title, String markdown) {
        return server.as(writer)
                .post("/api/articles", Map.of("space", space, "title", title, "language", "en", "markdown", markdown))
                .text("/id");
    }
}
