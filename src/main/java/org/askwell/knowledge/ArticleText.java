package org.askwell.knowledge;

import java.util.List;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote: title, Markdown without front matter, and other ways people ask for it.
 *
 * <p>Only made by {@link #of}, which brings the characters into a form that both databases give back unchanged, because
 * citations point to single characters.
 */
public record ArticleText(String title, String markdown, List<String> wordings) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_MARKDOWN = 500_000;
    public static final int MOST_WORDINGS = 50;
    public static final int LONGEST_WORDING = 200;

    public static ArticleText of(@Nullable String title, @Nullable String markdown, @Nullable List<String> wordings) {
        var name = oneLine(title == null ? "" : title);
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            throw Refusal.invalid("article-title", LONGEST_TITLE);
        }
        var text = clean(markdown == null ? "" : markdown).replace("\r\n", "\n").replace('\r', '\n');
        if (text.length() > LONGEST_MARKDOWN) {
            throw Refusal.tooLarge("article-too-long", LONGEST_MARKDOWN);
        }
        var asked = (wordings == null ? List.<String>of() : wordings)
                .stream()
                        .filter(Objects::nonNull)
                        .map(ArticleText::oneLine)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (asked.size() > MOST_WORDINGS || asked.stream().anyMatch(it -> it.length() > LONGEST_WORDING)) {
            throw Refusal.invalid("article-wordings", MOST_WORDINGS, LONGEST_WORDING);
        }
        return new ArticleText(name, text, asked);
    }

    /** Takes out what a database would refuse or change: null characters and halves of surrogate pairs. */
    static String clean(String text) {
        StringBuilder cleaned = null;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean pair = Character.isHighSurrogate(letter)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (letter == 0 || Character.isSurrogate(letter) && !pair) {
                if (cleaned == null) {
                    cleaned = new StringBuilder(text.length()).append(text, 0, at);
                }
                if (letter != 0) {
                    cleaned.append('\uFFFD');
                }
                continue;
            }
            if (cleaned != null) {
                cleaned.append(letter);
            }
            if (pair) {
                at++;
                if (cleaned != null) {
                    cleaned.append(text.charAt(at));
                }
            }
        }
        return cleaned == null ? text : cleaned.toString();
    }

    static String oneLine(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }
}
