package org.askwell.people.ui;

import static org.askwell.common.markdown.Markdown.escape;

import java.util.List;
import java.util.Locale;
import org.askwell.common.Settings;
import org.askwell.common.Texts;

/**
 * The sign-in page: a name, a password, and in the demo company the list of those who may try.
 *
 * @param notice {@code wrong}, {@code locked}, {@code bye} or empty
 * @param next where to go afterwards
 */
record SignInPage(Locale locale, String notice, String next) {

    /** The named accounts of the demo company, in the order of the walk. */
    private static final List<String> DEMO_ACCOUNTS =
            List.of("employee", "it-agent", "hr-agent", "finance-agent", "desk-owner", "approver", "curator", "admin");

    /** What to try first: who opens it, and the page behind {@code stories/} on which it begins. */
    private record Story(String name, String account) {}

    private static final List<Story> STORIES = List.of(
            new Story("vpn", "employee"),
            new Story("leave", "employee"),
            new Story("printer", "employee"),
            new Story("bands", "hr-agent"),
            new Story("problem", "employee"),
            new Story("pinned", "employee"),
            new Story("rule", "it-agent"),
            new Story("gap", "curator"),
            new Story("review", "curator"),
            new Story("system", "admin"));

    String html() {
        return DoorPage.html(locale, word("people.signin.title"), noticeHtml() + form() + demo());
    }

    private String noticeHtml() {
        return switch (notice) {
            case "" -> "";
            case "bye" -> "<p role=\"status\">" + escape(word("people.signin.bye")) + "</p>";
            default -> "<p class=\"notice\" role=\"alert\">" + escape(word("people.signin." + notice)) + "</p>";
        };
    }

    private String form() {
        return """
                <form method="post" action="signin">
                %s%s<input type="hidden" name="next" value="%s">
                <button type="submit" class="primary">%s</button>
                </form>
                """.formatted(
                        DoorPage.field("username", word("people.signin.name"), "text", "username", ""),
                        DoorPage.field("password", word("people.signin.password"), "password", "current-password", ""),
                        escape(next),
                        escape(word("people.signin.submit")));
    }

    private String demo() {
        if (Settings.mode() != Settings.Mode.DEMO) {
            return "";
        }
        var stories = new StringBuilder();
        for (var story : STORIES) {
            stories.append("""
                    <li><button type="button" class="link" data-account="%s" data-next="stories/%s">%s</button> · %s</li>
                    """.formatted(
                            story.account(),
                            story.name(),
                            escape(word("people.story." + story.name())),
                            escape(word("people.story." + story.name() + ".text"))));
        }
        var list = new StringBuilder();
        for (var account : DEMO_ACCOUNTS) {
            list.append("""
                    <li><button type="button" class="link" data-account="%s">%s</button> · %s</li>
                    """.formatted(account, account, escape(word("people.demo." + account))));
        }
        return """
                <section class="demo"><h2>%s</h2><ol>%s</ol></section>
                <section class="demo"><h2>%s</h2><p>%s</p><ul>%s</ul></section>
                """.formatted(
                        escape(word("people.story.title")),
                        stories,
                        escape(word("people.demo.title")),
                        escape(word("people.demo.password")),
                        list);
    }

    private String word(String key) {
        return Texts.in(locale, key);
    }
}
