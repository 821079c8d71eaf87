package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.askwell.common.Refusal;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.knowledge.ArticleId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PinPassageTest {

    private static final ArticleId ARTICLE = new ArticleId("A-7");
    private static final String PRINTER = """
            # The printer 🖨

            It eats paper. Feed it twice a day.

            ## When it is full

            You may not:

            - shake it
            - shout at it

            | Tray | Sheets |
            | --- | --- |
            | upper | 200 |
            | lower | 500 |
            """;

    @Test
    void whole_sentences_are_taken_and_places_count_code_points() {
        var passage = chosen(PRINTER, "t eats paper. Feed it twice a day.");

        assertThat(passage.quote()).isEqualTo("Feed it twice a day.");
        assertThat(PRINTER.substring(PRINTER.offsetByCodePoints(0, passage.start())))
                .startsWith("Feed it twice");
        assertThat(passage.start()).isEqualTo(PRINTER.indexOf("Feed") - 1);
        assertThat(texts(passage, PRINTER)).containsExactly("Feed it twice a day.");
    }

    @Test
    void a_list_item_comes_after_the_words_that_introduce_it() {
        var passage = chosen(PRINTER, "- shout at it\n");

        var sentences = passage.sentences("The printer", MarkdownText.parse(PRINTER));
        assertThat(sentences).extracting(Answer.Sentence::text).containsExactly("You may not:", "shout at it");
        assertThat(sentences).extracting(Answer.Sentence::key).containsExactly(false, true);
        assertThat(sentences)
                .allSatisfy(it -> assertThat(it.citations())
                        .allMatch(citation -> citation.holds(PRINTER)
                                && citation.heading().equals("When it is full")
                                && citation.revision() == 3));
    }

    @Test
    void a_row_of_a_table_is_said_with_its_headers() {
        assertThat(texts(chosen(PRINTER, "| lower | 500 |"), PRINTER)).containsExactly("Tray: lower; Sheets: 500");
    }

    @Test
    void a_passage_stays_under_one_heading_and_has_a_sentence() {
        assertThatThrownBy(() -> chosen(PRINTER, PRINTER.strip()))
                .isInstanceOf(Refusal.class)
                .extracting(it -> ((Refusal) it).code())
                .isEqualTo("pin-passage-one-section");
        assertThatThrownBy(() -> chosen(PRINTER, "eats")).hasMessageContaining("No whole sentence");
        assertThatThrownBy(() -> PinPassage.chosen(ARTICLE, 3, MarkdownText.parse(PRINTER), 5, 5_000))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PinPassage.chosen(ARTICLE, 3, MarkdownText.parse(PRINTER), -1, 5))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void words_are_found_again_where_they_stand_now() {
        var passage = chosen(PRINTER, "Feed it twice a day.");
        var moved = "# The printer\n\nA new beginning 🖨.\n\n## Food\n\nIt eats paper. Feed it twice a day. Or more.\n";

        var found = passage.in(4, MarkdownText.parse(moved)).orElseThrow();

        assertThat(found.revision()).isEqualTo(4);
        assertThat(found.quote()).isEqualTo(passage.quote());
        assertThat(found.sentences("The printer", MarkdownText.parse(moved))
                        .getFirst()
                        .citations())
                .allMatch(it -> it.holds(moved) && it.heading().equals("Food") && it.revision() == 4);
    }

    @Test
    void of_several_places_the_nearest_is_taken() {
        var passage = chosen(PRINTER, "Feed it twice a day.");
        var twice = "Feed it twice a day.\n\n" + PRINTER;

        assertThat(passage.in(4, MarkdownText.parse(PRINTER + "\nFeed it twice a day.\n"))
                        .orElseThrow()
                        .start())
                .isEqualTo(passage.start());
        assertThat(passage.in(4, MarkdownText.parse(twice)).orElseThrow().start())
                .isNotZero();
    }

    @Test
    void words_that_are_gone_or_have_become_part_of_others_are_not_found() {
        var passage = chosen(PRINTER, "Feed it twice a day.");

        assertThat(passage.in(4, MarkdownText.parse(PRINTER.replace("twice", "once"))))
                .isEmpty();
        assertThat(passage.in(4, MarkdownText.parse("Never say: Feed it twice a day. It bites.\n")))
                .isEmpty();
        assertThat(passage.in(4, MarkdownText.parse(""))).isEmpty();
    }

    private static PinPassage chosen(String markdown, String words) {
        int from = markdown.codePointCount(0, markdown.indexOf(words));
        return PinPassage.chosen(
                ARTICLE, 3, MarkdownText.parse(markdown), from, from + words.codePointCount(0, words.length()));
    }

    private static java.util.List<String> texts(PinPassage passage, String markdown) {
        return passage.sentences("The printer", MarkdownText.parse(markdown)).stream()
                .map(Answer.Sentence::text)
                .toList();
    }
}
