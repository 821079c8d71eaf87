package org.askwell.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.askwell.common.Texts;
import org.askwell.common.markdown.Markdown;
import org.askwell.people.Profile;

/** Puts what a notice says into a mail, as text and as HTML, in the reader's language. */
final class Letters {

    private static final int LONGEST_SUBJECT = 180;
    private static final String CHOICES = "inbox?choices";
    private static final String TEMPLATE = template();

    private Letters() {}

    /**
     * @param base the portal's address, without a slash at its end
     * @param domain what message ids end with
     */
    static Letter write(
            MailId id, NoticeRow notice, Told told, Profile reader, String domain, String base, Instant at) {
        var locale = Texts.forLanguage(reader.language());
        var place = base + "/" + told.place();
        var choices = base + "/" + CHOICES;
        var subject = shortened(told.title());
        var open = Texts.in(locale, "notice.mail.open");
        var choose = Texts.in(locale, "notice.mail.choose");
        return new Letter(
                Objects.requireNonNull(reader.mail()),
                reader.name(),
                reader.language().equals("zh") ? "zh-CN" : "en",
                subject,
                text(told, open + "\n" + place, choose + "\n" + choices),
                html(Map.of(
                        "language", reader.language().equals("zh") ? "zh-CN" : "en",
                        "subject", Markdown.escape(subject),
                        "sentence", Markdown.escape(told.sentence()),
                        "excerpt", told.excerpt().isBlank() ? "" : quoted(told.excerpt(), base),
                        "place", Markdown.escape(place),
                        "open", Markdown.escape(open),
                        "why", Markdown.escape(told.why()),
                        "choices", Markdown.escape(choices),
                        "choose", Markdown.escape(choose))),
                id.value().toLowerCase(Locale.ROOT) + ".askwell@" + domain,
                notice.about().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-") + ".askwell@" + domain,
                place,
                at);
    }

    private static String text(Told told, String open, String choose) {
        var text = new StringBuilder(told.sentence()).append("\n\n");
        if (!told.excerpt().isBlank()) {
            told.excerpt()
                    .lines()
                    .forEach(line -> text.append("> ").append(line).append('\n'));
            text.append('\n');
        }
        return text.append(open)
                .append("\n\n-- \n")
                .append(told.why())
                .append(' ')
                .append(choose)
                .append('\n')
                .toString();
    }

    private static String quoted(String markdown, String base) {
        return "<blockquote style=\"margin:0 0 16px;padding:2px 16px;border-left:3px solid #b8741a\">"
                + Markdown.toSafeHtml(markdown, null, it -> absolute(it, base)) + "</blockquote>";
    }

    /** A mail has no page around it that a path could lean on. */
    private static String absolute(String place, String base) {
        return place.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*") ? place : base + (place.startsWith("/") ? "" : "/") + place;
    }

    private static String html(Map<String, String> parts) {
        var html = new StringBuilder();
        int from = 0;
        for (int open = TEMPLATE.indexOf('{'); open >= 0; open = TEMPLATE.indexOf('{', from)) {
            int close = TEMPLATE.indexOf('}', open);
            html.append(TEMPLATE, from, open)
                    .append(Objects.requireNonNull(parts.get(TEMPLATE.substring(open + 1, close))));
            from = close + 1;
        }
        return html.append(TEMPLATE.substring(from)).toString();
    }

    private static String shortened(String title) {
        var line = title.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static String template() {
        try (var in = Letters.class.getResourceAsStream("/mail/notice.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
