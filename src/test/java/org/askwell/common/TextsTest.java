package org.askwell.common;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    static final Path SOURCES = Path.of("src/main/java");
    static final Path BUNDLES = Path.of("src/main/resources/messages");

    /** A whole string that looks like a key, or like the beginning of one. */
    static final Pattern KEY =
            Pattern.compile("\"((?:" + String.join("|", Texts.ROOMS) + ")\\.[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?)\"");

    /** What stands before the first comma of a refusal: its code, or a choice between two. */
    static final Pattern REFUSAL = Pattern.compile(
            "(?:Refusal\\s*\\.\\s*(?:invalid|malformed|unauthenticated|forbidden|notFound|conflict|tooLarge|tooMany"
                    + "|unavailable)\\(|Problem\\.of\\(\\s*\\d+,)([^,;]*?\"[^,;]*?)[,;]");

    static final Pattern CODE = Pattern.compile("\"([a-z0-9-]+)\"");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(new TreeSet<>(Texts.words("zh").keySet()))
                .isEqualTo(new TreeSet<>(Texts.words("en").keySet()));
    }

    @Test
    void every_file_is_one_that_the_portal_reads() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> Texts.ROOMS.contains(name.replaceAll("_(en|zh)\\.properties$", "")));
        }
    }

    @Test
    void no_key_is_defined_twice() throws IOException {
        for (var language : List.of("en", "zh")) {
            var seen = new HashSet<String>();
            try (var files = Files.list(BUNDLES)) {
                for (var file : files.filter(it -> it.toString().endsWith("_" + language + ".properties"))
                        .toList()) {
                    assertThat(keys(file)).as(file.toString()).allMatch(seen::add);
                }
            }
        }
    }

    @Test
    void every_text_can_be_formatted() {
        for (var locale : Texts.LANGUAGES) {
            Texts.words(Texts.languageOf(locale)).forEach((key, pattern) -> {
                assertThat(pattern).as(key).isNotBlank();
                new MessageFormat(pattern, locale);
            });
        }
    }

    @Test
    void both_languages_use_the_same_arguments() {
        Texts.words("en")
                .forEach(
                        (key, english) -> assertThat(arguments(Texts.words("zh").get(key), Texts.CHINESE))
                                .as(key)
                                .isEqualTo(arguments(english, Texts.ENGLISH)));
    }

    @Test
    void every_key_in_the_code_has_its_words() throws IOException {
        var known = Texts.words("en").keySet();
        Predicate<String> spoken = key -> key.endsWith(".")
                ? known.stream().anyMatch(it -> it.startsWith(key))
                : known.contains(key) || known.stream().anyMatch(it -> it.startsWith(key + "."));

        assertThat(used(KEY)).isNotEmpty().allMatch(spoken);
    }

    @Test
    void every_refusal_has_its_sentence() throws IOException {
        var codes = used(REFUSAL).stream()
                .flatMap(text -> CODE.matcher(text).results())
                .map(code -> "refusal." + code.group(1))
                .toList();

        assertThat(codes).isNotEmpty().allMatch(Texts::has);
    }

    @ParameterizedTest(name = "{0}{1}")
    @CsvSource({
        "ask.why., org.askwell.ask.Answer$Why",
        "ask.shortcoming., org.askwell.ask.Shortcoming",
        "learning.gaps.state., org.askwell.learning.GapState",
        "learning.gaps.none., org.askwell.learning.GapState",
        "ask.outcome., org.askwell.ask.Answer$Outcome",
        "ask.line., org.askwell.ticket.TicketStatus",
        "ticket.status., org.askwell.ticket.TicketStatus",
        "ticket.plain., org.askwell.ticket.TicketStatus",
        "ticket.priority., org.askwell.ticket.Priority",
        "ticket.history., org.askwell.ticket.HistoryRow$Kind",
        "people.role., org.askwell.people.Role",
        "people.type., org.askwell.people.EmploymentType",
        "audit.kind., org.askwell.common.Deed$Kind",
        "audit.what., org.askwell.common.Deed$What",
        "knowledge.status., org.askwell.knowledge.ArticleStatus",
        "knowledge.spaces.review., org.askwell.knowledge.ReviewRule",
    })
    void every_value_has_its_word(String prefix, String type) throws ClassNotFoundException {
        var values = Class.forName(type).getEnumConstants();

        assertThat(Arrays.stream(values)
                        .map(it -> prefix + ((Enum<?>) it).name().toLowerCase(Locale.ROOT)))
                .allMatch(Texts::has);
    }

    static List<String> keys(Path file) throws IOException {
        var keys = new ArrayList<String>();
        boolean goesOn = false;
        for (var line : Files.readAllLines(file)) {
            if (!goesOn && !line.isBlank() && !line.startsWith("#")) {
                keys.add(line.split("[=:\\s]", 2)[0]);
            }
            goesOn = line.endsWith("\\");
        }
        return keys;
    }

    static Set<String> arguments(String pattern, Locale locale) {
        return new TreeSet<>(new MessageFormat(pattern, locale).getArgumentNames());
    }

    /** First groups of a pattern in all sources. */
    static Set<String> used(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult result) -> result.group(1))
                        .collect(toCollection(() -> found));
            }
            return found;
        }
    }
}
