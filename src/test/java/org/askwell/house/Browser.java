package org.askwell.house;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** A real Chromium; one for all tests of a process. */
public final class Browser {

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            playwright = Playwright.create();
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> playwright.close()));
        }
        return chromium;
    }

    /** A window of that width in which somebody is signed in and reads that language ({@code zh} or {@code en}). */
    public static Page signedIn(Server server, String account, String language, int width) {
        BrowserContext context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 844 : 900)
                        .setLocale(language.equals("zh") ? "zh-CN" : "en-GB"));
        context.setDefaultTimeout(30_000);
        context.request()
                .post(
                        server.url() + "/signin",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("username", account)
                                        .set("password", "demo")
                                        .set("next", "")));
        // Asked for beforehand, the page need not be loaded again for it.
        server.as(account).put("/api/me/language", Map.of("language", language));
        var page = context.newPage();
        page.navigate(server.url() + "/my");
        page.waitForSelector(".tools");
        var other = page.locator(".tools > button").first();
        if (other.innerText().equals("中文") == language.equals("zh")) {
            other.click();
            page.waitForCondition(
                    () -> page.locator(".tools > button").first().innerText().equals("中文") != language.equals("zh"));
        }
        return page;
    }

    /** A window in which nobody is signed in. */
    public static Page anonymous(Server server, String language, int width) {
        var context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 844 : 900)
                        .setLocale(language.equals("zh") ? "zh-CN" : "en-GB"));
        var page = context.newPage();
        page.navigate(server.url() + "/login");
        return page;
    }

    /** Takes a picture for people and has axe look at the page: WCAG 2.2 A and AA. */
    public static void look(Page page, String name) {
        try {
            Files.createDirectories(Path.of("target/screenshots"));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        Assertions.assertThat(violations)
                .as(name + ": "
                        + violations.stream()
                                .map(it -> it.getId() + " "
                                        + it.getNodes().stream()
                                                .map(node -> String.valueOf(node.getTarget()))
                                                .limit(3)
                                                .toList())
                                .toList())
                .isEmpty();
    }
}
