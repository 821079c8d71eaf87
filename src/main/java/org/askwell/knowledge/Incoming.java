package org.askwell.knowledge;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.askwell.ai.WrittenLanguage;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one imported file says: its text and everything around it that can be told from the file alone.
 *
 * @param translationKey what its name has in common with the same file in the other language, or null
 * @param owner as the file says, or null
 */
record Incoming(
        String path,
        String language,
        @Nullable String translationKey,
        ArticleText text,
        FrontMatter front,
        @Nullable PersonId owner) {

    private static final Pattern LANGUAGE_SUFFIX = Pattern.compile("(?i)[._-](zh|zh-cn|en)(?=\\.[a-z]+$)");
    /** Titles are plain text; those made for a website come with the tags of their emphasis. */
    private static final Pattern EMPHASIS = Pattern.compile(
            "</?(?:em|strong|b|i|u|s|code|small|mark|sub|sup|span|br)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST_HEADING = Pattern.compile("\\A\\s*# +[^\\n]*(\\n|\\z)");

    static Incoming of(String path, ImportKind kind, byte[] bytes, Documents documents) {
        if (kind == ImportKind.MARKDOWN) {
            var parted = FrontMatter.read(SourceText.decode(bytes, path));
            return of(path, parted.front(), SiteTags.without(parted.body()), null);
        }
        var converted = documents.convert(kind, bytes, path);
        return of(path, FrontMatter.NONE, converted.markdown(), converted.title());
    }

    private static Incoming of(String path, FrontMatter front, String body, @Nullable String documentTitle) {
        var title = front.title() != null ? front.title() : documentTitle;
        var headings = FIRST_HEADING.matcher(body);
        var text = body;
        if (headings.find()) {
            var heading = MarkdownText.parse(headings.group()).headings().stream()
                    .findFirst()
                    .map(MarkdownText.Heading::text)
                    .orElse("");
            if (title == null || title.isBlank() || title.strip().equals(heading.strip())) {
                // The title stands above the text anyway; twice would be once too often.
                title = heading;
                text = body.substring(headings.end()).replaceFirst("\\A\\n+", "");
            }
        }
        var said = languageOf(front.language());
        var suffix = suffix(path);
        var language = said.or(() -> suffix).orElseGet(() -> WrittenLanguage.of(body));
        return new Incoming(
                path,
                language,
                suffix.filter(language::equals).map(it -> key(path)).orElse(null),
                ArticleText.of(
                        title == null || title.isBlank() ? titleFrom(path) : shortened(title), text, front.questions()),
                front,
                PersonId.parse(front.owner()).orElse(null));
    }

    private static Optional<String> languageOf(@Nullable String said) {
        return Optional.ofNullable(said)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .map(it -> it.startsWith("zh") ? "zh" : it.startsWith("en") ? "en" : null)
                .filter(Objects::nonNull);
    }

    private static Optional<String> suffix(String path) {
        var matcher = LANGUAGE_SUFFIX.matcher(path);
        return matcher.find() ? languageOf(matcher.group(1)) : Optional.empty();
    }

    static String key(String path) {
        return LANGUAGE_SUFFIX.matcher(path).replaceFirst("");
    }

    private static String titleFrom(String path) {
        var name = key(path.substring(path.lastIndexOf('/') + 1));
        int dot = name.lastIndexOf('.');
        var words = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[-_]+", " ")
                .strip();
        return words.isEmpty() ? name : shortened(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    private static String shortened(String title) {
        var line = ArticleText.oneLine(EMPHASIS.matcher(title).replaceAll(""));
        return line.length() <= ArticleText.LONGEST_TITLE
                ? line
                : line.substring(0, ArticleText.LONGEST_TITLE - 1) + "…";
    }

    Incoming with(String markdown) {
        return new Incoming(
                path, language, translationKey, ArticleText.of(text.title(), markdown, text.wordings()), front, owner);
    }

    Incoming ownedBy(@Nullable PersonId person) {
        return new Incoming(path, language, translationKey, text, front, person);
    }
}
