package org.askwell.people.ui;

import static org.askwell.common.markdown.Markdown.escape;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.askwell.common.Texts;

/** What the plain pages before signing in share: the frame around a card, and how they are sent. */
final class DoorPage {

    private DoorPage() {}

    /** A whole page around a card; {@code body} is HTML already. */
    static String html(Locale locale, String title, String body) {
        return html(locale, title, body, "");
    }

    /** The same for an address that lies deeper: {@code root} leads back, such as {@code ../}. */
    static String html(Locale locale, String title, String body, String root) {
        return """
                <!doctype html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%2$s</title>
                <link rel="icon" href="%4$sicons/askwell.svg">
                <link rel="stylesheet" href="%4$scss/app.css">
                <script type="module" src="%4$sjs/door.js"></script>
                </head>
                <body>
                <main class="door"><div class="door-card">
                <h1>%2$s</h1>
                %3$s
                </div></main>
                </body>
                </html>
                """.formatted(Texts.languageOf(locale).equals("zh") ? "zh-CN" : "en", escape(title), body, root);
    }

    /** A labelled field of a form. */
    static String field(String name, String label, String type, String autocomplete, String value) {
        return """
                <label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" value="%5$s" required>
                """.formatted(name, escape(label), type, autocomplete, escape(value));
    }

    static void write(HttpServletResponse response, String html) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'");
        response.getWriter().write(html);
    }

    /** Another site may not sign somebody in or out here. */
    static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
