package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askwell.ai.Embedder;
import org.askwell.ask.Answer.Look;
import org.askwell.ask.Answer.Outcome;
import org.askwell.ask.Answer.Sentence;
import org.askwell.ask.Answer.Why;
import org.askwell.search.LuceneIndex;
import org.askwell.search.Page;
import org.askwell.search.PageRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By words alone, so that it needs no model; what counts is what is shown and what proves it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringTest {

    private static final Set<String> EVERYBODY = Set.of("everybody");

    @TempDir
    Path folder;

    private final Map<String, String> library = new HashMap<>();
    private final Answering.Shelf shelf = this::onTheShelf;
    private LuceneIndex index;
    private Answering answering;

    @BeforeEach
    void fill() {
        index = LuceneIndex.open(folder, Embedder.NONE);
        // Shown whenever there is anything: what is chosen is tested here, how sure one may be is measured by the
        // bench.
        var sure = Weights.of(Map.of("en-words.threshold", 0.0, "zh-words.threshold", 0.0));
        answering = new Answering(index, Embedder.NONE, Weights.read("/org/askwell/ask/sentence.properties"), sure);
        put(
                "A-1",
                "en",
                "Printer",
                "The printer eats paper when the tray is too full.\n\n## Paper jam\n\nTo clear a paper jam:\n\n1. Open the rear door.\n2. Pull the **paper** out slowly 😀.\n3. Close the door.\n");
        put(
                "A-2",
                "en",
                "Parking",
                "## Who may park\n\nEmployees may park in the garage free of charge. This does not apply to the Munich garage, where parking costs EUR 60 a month.\n\nBicycles have their own room.\n");
        put(
                "A-3",
                "en",
                "Hotel limits",
                "## Limits per night\n\n| City | Hotel limit |\n|---|---|\n| Munich | EUR 140 |\n| Singapore | SGD 260 |\n\nA manager approves more.\n");
        put("A-4", "zh", "年假", "## 天数\n\n员工每年享有10天公司年假，试用期除外。公司年假当年有效。\n");
        put("A-5", "zh", "打印机", "打印机卡纸时，先打开后盖，再慢慢取出纸张。\n");
        put(
                "A-6",
                "en",
                "Public holidays 2026",
                "## Closing days\n\nAll offices are closed on Friday 25 December 2026.\n");
        put("A-7", "en", "Zebra scanner MC-204", "The zebra scanner error MC-204 means an empty battery.\n");
        index.commit(1);
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void every_shown_sentence_is_proven_by_exact_characters() {
        for (var question : List.of(
                "How do I clear a paper jam?",
                "May I park in the garage?",
                "What is the hotel limit in Munich?",
                "公司年假有几天？")) {
            var answer = ask(question);
            assertThat(answer.outcome()).as(question).isEqualTo(Outcome.ANSWERED);
            assertThat(answer.sentences())
                    .allSatisfy(sentence -> assertThat(sentence.citations())
                            .isNotEmpty()
                            .allSatisfy(it -> assertThat(it.holds(library.get(it.article())))
                                    .isTrue()));
            assertThat(answer.sentences().stream().filter(Sentence::key)).hasSize(1);
        }
    }

    @Test
    void the_same_question_is_searched_for_once_as_long_as_index_and_rights_are_the_same() {
        var first = ask("How do I clear a paper jam?");

        assertThat(ask("How do I clear a paper jam?")).isSameAs(first);
        assertThat(ask("How do I clear a paper jam?", Set.of("everybody", "opens-nothing")))
                .isSameAs(first);
        assertThat(ask("How do I clear a paper jam?", Set.of("opens-nothing")).outcome())
                .isEqualTo(Outcome.NOT_FOUND);

        var taken = library.remove("A-1");
        assertThat(ask("How do I clear a paper jam?").text()).doesNotContain("rear door");
        library.put("A-1", taken);
        assertThat(ask("How do I clear a paper jam?")).isEqualTo(first);

        put("A-1", "en", "Printer", "## Paper jam\n\nTo clear a paper jam, call the desk.\n");
        index.refresh();
        assertThat(ask("How do I clear a paper jam?").text()).contains("call the desk");
    }

    @Test
    void a_mistyped_word_leads_to_the_sentence_that_says_it_properly() {
        assertThat(ask("where do bicyles go?").text()).contains("Bicycles have their own room.");
    }

    @Test
    void a_question_that_an_article_names_as_its_own_is_answered_from_it_for_certain() {
        answerOnlyForCertain();
        put("A-8", "en", "Badges", "The reception makes a new one on the same day.\n", "I lost my card in 2026!");
        put("A-9", "zh", "门禁卡", "前台当天补办。\n", "我的卡丢了，怎么办？");
        index.commit(2);
        index.refresh();

        assertThat(ask("i lost my CARD in 2026").text()).isEqualTo("The reception makes a new one on the same day.");
        assertThat(ask("我的卡丢了怎么办").text()).isEqualTo("前台当天补办。");
        assertThat(ask("I lost my card in 2025!").outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(ask("I lost my card in 2026!", Set.of("somebody-else")).outcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void a_question_that_one_article_has_as_a_heading_is_answered_from_below_it_for_certain() {
        answerOnlyForCertain();
        put(
                "A-8",
                "en",
                "Office dogs",
                "Dogs may be brought to the garden office.\n\n## May I bring my dog to the office?\n\nOnly on Fridays.\n");
        put("A-9", "zh", "带宠物", "宠物不能进食堂。\n\n## 可以带狗来办公室吗\n\n每周五可以。\n");
        index.commit(2);
        index.refresh();

        assertThat(ask("may I bring my dog to the office").text()).isEqualTo("Only on Fridays.");
        assertThat(ask("可以带狗来办公室吗？").text()).isEqualTo("每周五可以。");
        assertThat(ask("May I bring my dog to the garden office?").outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(ask("May I bring my dog to the office?", Set.of("somebody-else"))
                        .outcome())
                .isEqualTo(Outcome.NOT_FOUND);

        put("A-10", "en", "Dogs in Munich", "## May I bring my dog to the office?\n\nNot in Munich.\n");
        index.commit(3);
        index.refresh();
        assertThat(ask("May I bring my dog to the office?").outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void a_heading_is_no_sure_sign_below_two_articles_however_long_the_first_is() {
        answerOnlyForCertain();
        var many = new StringBuilder("## May I bring my dog to the office?\n\n");
        for (int i = 0; i < 9; i++) {
            many.append("I may bring my dog to the office. ".repeat(40))
                    .append("Rule ")
                    .append(i)
                    .append(".\n\n");
        }
        put("A-8", "en", "May I bring my dog", many.toString());
        put("A-9", "en", "Munich", "## May I bring my dog to the office?\n\nNot there.\n");
        index.commit(2);
        index.refresh();

        assertThat(ask("May I bring my dog to the office?").outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void a_heading_is_no_sure_sign_for_a_question_that_leans_on_another_or_says_little() {
        answerOnlyForCertain();
        put("A-8", "en", "Sauna", "## How does it work?\n\nBy steam.\n\n## What about the dog?\n\nIt stays outside.\n");
        index.commit(2);
        index.refresh();

        assertThat(ask("How does it work?").outcome()).isEqualTo(Outcome.NOT_FOUND);
        var following = Asked.of("What about the dog?", "May I park in the garage?", "en");
        assertThat(following.previous()).isNotNull();
        assertThat(answering.answer(following, EVERYBODY, null, shelf).outcome())
                .isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void a_place_counts_code_points_outside() {
        var citation = ask("How do I clear a paper jam?").sentences().stream()
                .flatMap(it -> it.citations().stream())
                .filter(it -> it.quote().startsWith("Close the door"))
                .findFirst()
                .orElseThrow();
        var markdown = library.get("A-1");
        var place = citation.inCodePoints(markdown);

        assertThat(place.start()).isEqualTo(citation.start() - 1);
        var codePoints = markdown.codePoints().toArray();
        assertThat(new String(codePoints, place.start(), place.end() - place.start()))
                .isEqualTo(citation.quote());
    }

    @Test
    void a_list_brings_its_lead_in_and_its_numbers() {
        var answer = ask("How do I clear a paper jam?");
        assertThat(answer.sentences().getFirst().text()).isEqualTo("To clear a paper jam:");
        assertThat(answer.sentences())
                .filteredOn(it -> it.look() == Look.ITEM)
                .extracting(Sentence::marker)
                .contains("1.", "2.");
        assertThat(answer.sentences())
                .extracting(Sentence::text)
                .anyMatch(it -> it.startsWith("Pull the paper out slowly"));
    }

    @Test
    void a_row_brings_the_headers_of_its_table() {
        var row = ask("What is the hotel limit in Munich?").sentences().stream()
                .filter(Sentence::key)
                .findFirst()
                .orElseThrow();
        assertThat(row.look()).isEqualTo(Look.ROW);
        assertThat(row.text()).isEqualTo("City: Munich; Hotel limit: EUR 140");
        assertThat(row.citations())
                .extracting(Citation::quote)
                .containsExactly("| Munich | EUR 140 |", "| City | Hotel limit |\n|---|---|");
    }

    @Test
    void a_table_of_contents_is_no_answer() {
        put(
                "A-8",
                "en",
                "Badge guide",
                "- [How do I replace a lost badge?](/articles/A-9#lost)\n- [How do I return a lost badge](badge.md)\n");
        put(
                "A-9",
                "en",
                "Badges",
                "## A lost badge\n\nThe reception makes a new one; see [the form](https://forms.example).\n");
        index.commit(2);
        index.refresh();

        assertThat(ask("How do I replace a lost badge?").text())
                .isEqualTo("The reception makes a new one; see the form.");
    }

    @Test
    void a_rule_brings_its_exception() {
        assertThat(ask("May I park in the garage free of charge?").text())
                .contains("This does not apply to the Munich garage");
        assertThat(ask("公司年假有几天？").text()).contains("试用期除外");
    }

    @Test
    void an_answer_is_in_the_language_of_the_question() {
        assertThat(ask("打印机卡纸怎么办？").sentences())
                .allSatisfy(
                        it -> assertThat(it.citations().getFirst().article()).isEqualTo("A-5"));
        assertThat(ask("How do I clear a paper jam?").sentences())
                .allSatisfy(
                        it -> assertThat(it.citations().getFirst().article()).isEqualTo("A-1"));
    }

    @Test
    void what_only_the_other_language_has_is_offered_and_said() {
        index.remove(new PageRef("article", "A-4"));
        index.remove(new PageRef("article", "A-5"));
        index.commit(2);
        var answer = ask("Zebra MC-204 怎么办？");

        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(answer.why()).isEqualTo(Why.OTHER_LANGUAGE);
        assertThat(answer.onlyIn()).isEqualTo("en");
        assertThat(answer.related().getFirst().article()).isEqualTo("A-7");
        assertThat(answer.sentences()).isEmpty();
    }

    @Test
    void another_year_or_code_is_not_answered() {
        assertThat(ask("When are all offices closed in December 2026?").outcome())
                .isEqualTo(Outcome.ANSWERED);
        assertThat(ask("When are all offices closed in December 2031?").why()).isEqualTo(Why.NAMES_SOMETHING_ELSE);
        assertThat(ask("What does the zebra scanner error MC-777 mean?").why()).isEqualTo(Why.NAMES_SOMETHING_ELSE);
    }

    @Test
    void a_topic_gets_a_short_list() {
        var answer = ask("printer");
        assertThat(answer.outcome()).isEqualTo(Outcome.CLARIFY);
        assertThat(answer.related()).extracting(Answer.Related::article).first().isEqualTo("A-1");
        assertThat(answer.sentences()).isEmpty();
    }

    @Test
    void who_wants_a_person_is_not_searched_for() {
        assertThat(ask("转人工").why()).isEqualTo(Why.WANTS_A_PERSON);
        assertThat(ask("转人工").openPerson()).isTrue();
        assertThat(ask("hello").openPerson()).isTrue();
    }

    @Test
    void nothing_near_opens_the_way_to_a_person() {
        var answer = ask("qwertzuiop asdfghjkl yxcvbnm uiop?");
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(answer.openPerson()).isTrue();
    }

    @Test
    void what_the_shelf_does_not_give_is_never_shown() {
        library.clear();
        var answer = ask("How do I clear a paper jam?");
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(answer.related()).isEmpty();
    }

    @Test
    void below_the_threshold_the_nearest_articles_are_offered_as_such() {
        var unsure = new Answering(
                index,
                Embedder.NONE,
                Weights.read("/org/askwell/ask/sentence.properties"),
                Weights.of(Map.of("en-words.threshold", 2.0)));
        var answer = unsure.answer(Asked.of("How do I clear a paper jam?", null, "en"), EVERYBODY, null, shelf);
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(answer.why()).isEqualTo(Why.NOT_SURE);
        assertThat(answer.related()).isNotEmpty();
    }

    private Answer ask(String question) {
        return ask(question, EVERYBODY);
    }

    private Answer ask(String question, Set<String> audience) {
        return answering.answer(Asked.of(question, null, "en"), audience, null, shelf);
    }

    /** What is merely likely is not answered. */
    private void answerOnlyForCertain() {
        var unsure = Weights.of(Map.of("en-words.threshold", 0.99, "zh-words.threshold", 0.99));
        answering = new Answering(index, Embedder.NONE, Weights.read("/org/askwell/ask/sentence.properties"), unsure);
    }

    private String onTheShelf(PageRef page, int revision) {
        return library.get(page.id());
    }

    private void put(String id, String language, String title, String markdown, String... wordings) {
        library.put(id, markdown);
        index.put(new Page(
                new PageRef("article", id),
                3,
                "it",
                language,
                title,
                markdown,
                List.of(wordings),
                EVERYBODY,
                null,
                Instant.EPOCH));
    }
}
