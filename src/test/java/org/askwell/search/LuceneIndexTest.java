package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.askwell.ai.Embedder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LuceneIndexTest {

    private static final Set<String> EVERYBODY = Set.of("everybody");
    private static final Page LEAVE = page(
            "A-1",
            "zh",
            "年假",
            "# 天数\n\n员工每年有十天年假。\n\n# 结转\n\n未休的年假可以结转到次年三月。",
            List.of("我有几天假期", "休假可以留到明年吗"),
            EVERYBODY,
            null);
    private static final Page PRINTER = page(
            "A-2",
            "en",
            "The printer eats paper",
            "Open the back and pull the sheet out slowly.\n\n# Toner\n\nCall IT.");
    private static final Page SALARIES =
            page("A-3", "en", "Salary bands", "Band seven starts at ¥900,000.", List.of(), Set.of("group-hr"), null);

    @TempDir
    Path folder;

    static Stream<Embedder> embedders() {
        return Stream.of(Embedder.NONE, new LetterEmbedder());
    }

    @ParameterizedTest
    @MethodSource("embedders")
    void a_page_is_found_by_its_text_title_headings_and_wordings(Embedder embedder) {
        try (var index = filled(embedder)) {
            assertThat(found(index, "slowly")).first().isEqualTo("A-2");
            assertThat(found(index, "printers eating")).first().isEqualTo("A-2");
            assertThat(found(index, "toner")).first().isEqualTo("A-2");
            assertThat(found(index, "結轉")).first().isEqualTo("A-1");
            assertThat(found(index, "明年 留到")).first().isEqualTo("A-1");
        }
    }

    @ParameterizedTest
    @MethodSource("embedders")
    void nobody_finds_what_he_may_not_read(Embedder embedder) {
        try (var index = filled(embedder)) {
            assertThat(found(index, "salary band seven")).doesNotContain("A-3");
            assertThat(index.search(Query.of("salary band seven", Set.of(), 10)))
                    .isEmpty();
            assertThat(index.suggest("sal", EVERYBODY, 10)).isEmpty();
            assertThat(index.pages(Query.of("salary band seven", Set.of("group-hr"), 10)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.page().id()).isEqualTo("A-3"));
        }
    }

    @ParameterizedTest
    @MethodSource("embedders")
    void a_search_within_a_space_finds_nothing_elsewhere(Embedder embedder) {
        try (var index = filled(embedder)) {
            assertThat(index.search(Query.of("printer", EVERYBODY, 10).within("other")))
                    .isEmpty();
        }
    }

    @Test
    void by_words_alone_nothing_is_found_that_only_sounds_alike() {
        try (var index = filled(new LetterEmbedder())) {
            assertThat(found(index, "retnirp")).isNotEmpty();
            assertThat(index.pages(Query.of("retnirp", EVERYBODY, 10).byWords()))
                    .isEmpty();
            assertThat(index.pages(Query.of("printer", EVERYBODY, 10).byWords()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("embedders")
    void a_change_replaces_the_page_and_a_removal_takes_it_away(Embedder embedder) {
        try (var index = filled(embedder)) {
            index.put(page("A-2", "en", "Scanner", "Press the green button."));
            index.remove(new PageRef("article", "A-1"));
            index.commit(8);

            assertThat(index.size().pages()).isEqualTo(2);
            assertThat(index.search(Query.of("slowly", EVERYBODY, 10)))
                    .noneMatch(it -> it.passage().text().contains("slowly"));
            assertThat(index.suggest("nianjia", EVERYBODY, 10)).isEmpty();
            assertThat(index.suggest("scan", EVERYBODY, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("embedders")
    void what_was_committed_is_there_after_a_crash_and_says_how_far_it_goes(Embedder embedder) throws IOException {
        var copy = Files.createDirectory(folder.resolve("copy"));
        try (var index = filled(embedder)) {
            index.put(page("A-9", "en", "Never committed", "Lost with the crash."));
            copy(folder.resolve("index"), copy);
        }

        try (var after = LuceneIndex.open(copy, embedder)) {
            assertThat(after.cursor()).hasValue(7);
            assertThat(after.whyEmpty()).isEmpty();
            assertThat(after.size().pages()).isEqualTo(3);
            assertThat(found(after, "toner")).first().isEqualTo("A-2");
        }
    }

    @Test
    void a_damaged_index_starts_again_from_nothing() throws IOException {
        filled(Embedder.NONE).close();
        try (var files = Files.list(folder.resolve("index"))) {
            var largest = files.filter(it -> !it.toString().endsWith("write.lock"))
                    .max((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(largest, bytes);
        }

        try (var index = LuceneIndex.open(folder.resolve("index"), Embedder.NONE)) {
            assertThat(index.cursor()).isEmpty();
            assertThat(index.whyEmpty()).isEqualTo("damaged");
            index.put(PRINTER);
            index.commit(1);
            assertThat(found(index, "toner")).containsExactly("A-2");
        }
    }

    @Test
    void an_index_of_other_models_or_a_new_folder_starts_from_nothing() {
        filled(Embedder.NONE).close();
        try (var other = LuceneIndex.open(folder.resolve("index"), new LetterEmbedder())) {
            assertThat(other.cursor()).isEmpty();
            assertThat(other.whyEmpty()).isEqualTo("other models");
        }
        try (var fresh = LuceneIndex.open(folder.resolve("fresh"), Embedder.NONE)) {
            assertThat(fresh.cursor()).isEmpty();
            assertThat(fresh.search(Query.of("anything", EVERYBODY, 5))).isEmpty();
            assertThat(fresh.suggest("any", EVERYBODY, 5)).isEmpty();
        }
    }

    @Test
    void an_index_of_an_older_layout_starts_from_nothing() throws IOException {
        filled(Embedder.NONE).close();
        try (var directory = FSDirectory.open(folder.resolve("index"));
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("layout", "1", "models", Embedder.NONE.name(), "cursor", "7")
                    .entrySet());
            writer.commit();
        }

        try (var index = LuceneIndex.open(folder.resolve("index"), Embedder.NONE)) {
            assertThat(index.cursor()).isEmpty();
            assertThat(index.whyEmpty()).isEqualTo("older layout");
            assertThat(index.size().pages()).isZero();
        }
    }

    @Test
    void clearing_forgets_pages_and_cursor() {
        try (var index = filled(Embedder.NONE)) {
            index.clear();

            assertThat(index.cursor()).isEmpty();
            assertThat(index.size().pages()).isZero();
        }
    }

    @Test
    void text_is_found_before_vectors_are_made_and_unchanged_passages_keep_theirs() {
        var embedder = new LetterEmbedder();
        try (var index = LuceneIndex.open(folder.resolve("index"), embedder)) {
            index.put(LEAVE);
            index.commit(1);
            assertThat(index.size().withoutVectors()).isEqualTo(1);
            assertThat(found(index, "年假")).containsExactly("A-1");

            assertThat(index.embed(10)).isEqualTo(1);
            index.commit(1);
            assertThat(index.size().withoutVectors()).isZero();
            assertThat(index.embed(10)).isZero();
            assertThat(index.search(Query.of("结转", EVERYBODY, 1))
                            .getFirst()
                            .signals()
                            .cosine())
                    .isPositive();

            int before = embedder.made;
            index.put(page("A-1", "zh", "年假", LEAVE.markdown().replace("十天", "十五天")));
            index.commit(2);
            index.embed(10);
            assertThat(embedder.made - before)
                    .as("text and headings of the changed passage")
                    .isEqualTo(2);
        }
    }

    @Test
    void a_page_that_is_changed_while_its_vectors_are_made_keeps_the_change() {
        var index = new LuceneIndex[1];
        var embedder = new LetterEmbedder() {
            @Override
            public List<float[]> embedPassages(String language, List<String> texts) {
                if (made == 0) {
                    index[0].put(page("A-1", "zh", "年假", "新的规定。"));
                }
                return super.embedPassages(language, texts);
            }
        };
        try (var opened = LuceneIndex.open(folder.resolve("index"), embedder)) {
            index[0] = opened;
            opened.put(LEAVE);
            opened.commit(1);
            opened.embed(1);
            opened.commit(2);

            assertThat(opened.search(Query.of("规定", EVERYBODY, 5)))
                    .extracting(it -> it.passage().text())
                    .containsExactly("新的规定。");
        }
    }

    @Test
    void of_two_translations_the_preferred_language_is_shown() {
        try (var index = LuceneIndex.open(folder.resolve("index"), Embedder.NONE)) {
            index.put(page("A-1", "zh", "VPN 设置", "安装 VPN 客户端。", List.of(), EVERYBODY, "vpn"));
            index.put(page("A-2", "en", "VPN setup", "Install the VPN client.", List.of(), EVERYBODY, "vpn"));
            index.commit(1);

            assertThat(index.pages(Query.of("VPN", EVERYBODY, 10).preferring("zh")))
                    .extracting(it -> it.page().id())
                    .containsExactly("A-1");
            assertThat(index.pages(Query.of("VPN", EVERYBODY, 10).preferring("en")))
                    .extracting(it -> it.page().id())
                    .containsExactly("A-2");
        }
    }

    @Test
    void a_follow_up_is_searched_together_with_the_question_before_it() {
        try (var index = LuceneIndex.open(folder.resolve("index"), Embedder.NONE)) {
            index.put(page("A-1", "en", "Leave of employees", "Ten days."));
            index.put(page("A-2", "en", "Leave of interns", "Five days."));
            index.put(page("A-3", "en", "Badges of interns", "At the door."));
            index.commit(1);

            assertThat(index.pages(Query.of("and interns?", EVERYBODY, 3).after("How much leave do I get?")))
                    .first()
                    .satisfies(it -> assertThat(it.page().id()).isEqualTo("A-2"));
        }
    }

    @Test
    void a_snippet_shows_the_words_and_says_where_they_stand() {
        var text = "Nothing of interest here. ".repeat(30) + "The scanner is next to the lift. "
                + "And so on. ".repeat(30);
        try (var index = LuceneIndex.open(folder.resolve("index"), Embedder.NONE)) {
            index.put(page("A-1", "en", "Office", text));
            index.commit(1);

            var snippet = index.pages(Query.of("Where is the scanner?", EVERYBODY, 1))
                    .getFirst()
                    .snippet();

            assertThat(snippet.text()).hasSizeLessThan(200);
            assertThat(snippet.marks())
                    .extracting(it -> snippet.text().substring(it.start(), it.end()))
                    .containsExactly("scanner");
        }
    }

    @Test
    void suggestions_come_by_a_part_of_the_chinese_by_beginnings_of_words_and_by_pinyin() {
        try (var index = filled(Embedder.NONE)) {
            assertThat(suggested(index, "年")).containsExactly("年假", "休假可以留到明年吗");
            assertThat(suggested(index, "假期")).containsExactly("我有几天假期");
            assertThat(suggested(index, "nianjia")).containsExactly("年假");
            assertThat(suggested(index, "nj")).containsExactly("年假");
            assertThat(suggested(index, "NianJ")).containsExactly("年假");
            assertThat(suggested(index, "pri eat")).containsExactly("The printer eats paper");
            assertThat(suggested(index, "Ｐrinter")).containsExactly("The printer eats paper");
            assertThat(suggested(index, "inter")).isEmpty();
            assertThat(suggested(index, "%*?\"\\")).isEmpty();
            assertThat(index.suggest("eats", EVERYBODY, 5).getFirst().marks()).containsExactly(new Range(12, 16));
        }
    }

    @Test
    void passages_around_one_come_in_the_order_of_the_page() {
        try (var index = filled(Embedder.NONE)) {
            var second = index.search(Query.of("结转", EVERYBODY, 1)).getFirst().passage();

            assertThat(second.number()).isEqualTo(1);
            assertThat(index.around(second, 1, 1)).extracting(Passage::number).containsExactly(0, 1);
        }
    }

    @ParameterizedTest
    @MethodSource("embedders")
    void no_question_is_too_odd(Embedder embedder) {
        try (var index = filled(embedder)) {
            for (var odd : List.of(
                    "",
                    " ",
                    "?",
                    "😀",
                    "مرحبا",
                    "a".repeat(100_000),
                    "年".repeat(100_000),
                    "\u0000",
                    "*:* AND (",
                    "\uD83D")) {
                assertThatCode(() -> {
                            index.search(Query.of(odd, EVERYBODY, 5));
                            index.pages(Query.of(odd, EVERYBODY, 5));
                            index.suggest(odd, EVERYBODY, 5);
                        })
                        .as(odd.substring(0, Math.min(10, odd.length())))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Page page(String id, String language, String title, String markdown) {
        return page(id, language, title, markdown, List.of(), EVERYBODY, null);
    }

    private static Page page(
            String id,
            String language,
            String title,
            String markdown,
            List<String> wordings,
            Set<String> audience,
            String translation) {
        return new Page(
                new PageRef("article", id),
                1,
                "it",
                language,
                title,
                markdown,
                wordings,
                audience,
                translation,
                Instant.parse("2026-11-02T09:00:00Z"));
    }

    private LuceneIndex filled(Embedder embedder) {
        var index = LuceneIndex.open(folder.resolve("index"), embedder);
        for (var page : List.of(LEAVE, PRINTER, SALARIES)) {
            index.put(page);
        }
        index.refresh();
        index.embed(10);
        index.commit(7);
        return index;
    }

    private static List<String> found(PassageIndex index, String text) {
        return index.pages(Query.of(text, EVERYBODY, 10)).stream()
                .map(it -> it.page().id())
                .toList();
    }

    private static List<String> suggested(PassageIndex index, String typed) {
        return index.suggest(typed, EVERYBODY, 10).stream()
                .map(Suggestion::text)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file :
                    files.filter(it -> !it.toString().endsWith("write.lock")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
