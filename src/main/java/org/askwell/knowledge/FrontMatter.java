package org.askwell.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What stands between two lines of {@code ---} at the top of a Markdown file, and says about the text what is not text.
 *
 * <p>Unknown keys are left alone; known keys of a wrong kind count as missing, because files come from everywhere.
 */
public record FrontMatter(
        @Nullable String title,
        @Nullable String language,
        List<String> questions,
        @Nullable String owner,
        @Nullable LocalDate checked,
        @Nullable LocalDate review,
        List<String> tags) {

    public static final FrontMatter NONE = new FrontMatter(null, null, List.of(), null, null, null, List.of());

    private static final int LONGEST = 64_000;

    /** A file, taken apart. */
    public record Parted(FrontMatter front, String body) {}

    /** Reads the top of a file; a file without front matter is all body. Refuses front matter that is not YAML. */
    public static Parted read(String file) {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (!text.startsWith("---\n")) {
            return new Parted(NONE, text);
        }
        int end = text.indexOf("\n---\n", 3);
        if (end < 0 && text.endsWith("\n---")) {
            end = text.length() - 4;
        }
        if (end < 0) {
            return new Parted(NONE, text);
        }
        var head = text.substring(Math.min(4, end + 1), end + 1);
        var body = text.substring(Math.min(text.length(), end + 5));
        return new Parted(of(load(head)), body.startsWith("\n") ? body.substring(1) : body);
    }

    private static @Nullable Object load(String yaml) {
        if (yaml.length() > LONGEST) {
            throw Refusal.tooLarge("front-matter-too-long", LONGEST);
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(10);
        options.setCodePointLimit(LONGEST);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (MarkedYAMLException unreadable) {
            var mark = unreadable.getProblemMark();
            throw Refusal.invalid("front-matter-unreadable", Integer.toString(mark == null ? 2 : mark.getLine() + 2));
        } catch (YAMLException | IllegalArgumentException unreadable) {
            throw Refusal.invalid("front-matter-unreadable", "2");
        }
    }

    private static FrontMatter of(@Nullable Object loaded) {
        if (!(loaded instanceof Map<?, ?> map)) {
            return NONE;
        }
        return new FrontMatter(
                text(map.get("title")),
                text(map.get("language")),
                texts(map.get("questions")),
                text(map.get("owner")),
                date(map.get("checked")),
                date(map.get("review")),
                texts(map.get("tags")));
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof Map || value instanceof List) {
            return null;
        }
        var text = value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(FrontMatter::text)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .toList();
        }
        var single = text(value);
        return single == null ? List.of() : List.of(single);
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        if (value instanceof Date day) {
            return LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC);
        }
        var text = text(value);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** The file that would be read as this front matter and this body. */
    public String write(String body) {
        var map = new LinkedHashMap<String, Object>();
        put(map, "title", title);
        put(map, "language", language);
        if (!questions.isEmpty()) {
            map.put("questions", new ArrayList<>(questions));
        }
        put(map, "owner", owner);
        put(map, "checked", checked == null ? null : checked.toString());
        put(map, "review", review == null ? null : review.toString());
        if (!tags.isEmpty()) {
            map.put("tags", new ArrayList<>(tags));
        }
        if (map.isEmpty()) {
            return body;
        }
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return "---\n" + new Yaml(options).dump(map) + "---\n\n" + body;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
