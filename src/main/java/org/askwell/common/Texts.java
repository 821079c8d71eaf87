package org.askwell.common;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the interface, in the two languages the portal speaks.
 *
 * <p>Each room keeps its own pair of files, {@code messages/<room>_en.properties} and {@code messages/<room>_zh.properties}
 * (UTF-8, ICU message format, so that plurals and dates follow the language). A key that is missing is shown as
 * {@code !key!}; a test keeps both languages and the code in step.
 */
public final class Texts {

    /** The rooms that have words; a room with a bundle stands here. */
    public static final List<String> ROOMS = List.of(
            "common",
            "people",
            "knowledge",
            "search",
            "ask",
            "desk",
            "ticket",
            "routing",
            "sla",
            "target",
            "learning",
            "notification",
            "audit",
            "shell");

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final List<Locale> LANGUAGES = List.of(CHINESE, ENGLISH);

    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of("en", read("en"), "zh", read("zh"));
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Texts() {}

    /** The text for a key in the nearest language we speak, with the arguments filled in. */
    public static String in(Locale locale, String key, Object... arguments) {
        var language = languageOf(locale);
        var pattern = words(language).get(key);
        if (pattern == null) {
            return "!" + key + "!";
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        var format = FORMATS.computeIfAbsent(
                language + '\n' + pattern, ignored -> new MessageFormat(pattern, forLanguage(language)));
        var printable = Arrays.stream(arguments)
                .map(it -> it instanceof Number || it instanceof java.util.Date ? it : String.valueOf(it))
                .toArray();
        return ((MessageFormat) format.clone()).format(printable);
    }

    public static boolean has(String key) {
        return words("en").containsKey(key);
    }

    /** All words of one language ({@code en} or {@code zh}) by key. */
    public static Map<String, String> words(String language) {
        return BY_LANGUAGE.getOrDefault(language, Map.of());
    }

    /** {@code zh} for any Chinese, {@code en} for everything else. */
    public static String languageOf(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? "zh" : "en";
    }

    public static Locale forLanguage(String language) {
        return "zh".equals(language) ? CHINESE : ENGLISH;
    }

    private static Map<String, String> read(String language) {
        var words = new HashMap<String, String>();
        for (var room : ROOMS) {
            var name = "/messages/" + room + "_" + language + ".properties";
            try (InputStream in = Texts.class.getResourceAsStream(name)) {
                if (in == null) {
                    continue;
                }
                var properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.forEach((key, text) -> words.put((String) key, (String) text));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + name, unreadable);
            }
        }
        return Map.copyOf(words);
    }
}
