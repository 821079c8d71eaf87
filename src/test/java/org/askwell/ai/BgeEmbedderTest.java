package org.askwell.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BgeEmbedderTest {

    private static final Embedder EMBEDDER = new BgeEmbedder();

    @Test
    void what_answers_a_question_is_nearer_than_what_does_not() {
        assertThat(cosine("zh", "年假有几天？", "员工每年享有十天带薪休假。")).isGreaterThan(cosine("zh", "年假有几天？", "打印机卡纸时先打开后盖。"));
        assertThat(cosine("en", "How many days off do I get?", "Employees have ten days of paid leave a year."))
                .isGreaterThan(cosine(
                        "en", "How many days off do I get?", "Open the back of the printer when it eats paper."));
    }

    @Test
    void vectors_have_length_one_and_the_promised_dimensions() {
        for (var language : List.of("zh", "en")) {
            var vector = EMBEDDER.embedPassages(language, List.of("年假 leave")).getFirst();
            assertThat(vector).hasSize(EMBEDDER.dimensions(language));
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void a_text_longer_than_the_model_reads_counts_by_its_beginning() {
        var beginning = "The printer on the third floor eats paper. ";
        var longText = beginning.repeat(4_000);
        var chinese = "三楼的打印机总是卡纸。😀".repeat(4_000);

        assertThat(EMBEDDER.embedPassages("en", List.of(longText, longText.substring(0, 100_000))))
                .satisfies(both -> assertThat(dot(both.get(0), both.get(1))).isCloseTo(1, within(1e-3)));
        assertThat(EMBEDDER.embedPassages("zh", List.of(chinese)).getFirst()).hasSize(512);
        assertThat(EMBEDDER.embedPassages("en", List.of("x".repeat(50_000))).getFirst())
                .hasSize(384);
    }

    @Test
    void nothing_at_all_still_has_a_vector() {
        assertThat(EMBEDDER.embedPassages("en", List.of("", "  \n", "\u0000"))).hasSize(3);
        assertThat(EMBEDDER.embedQuery("zh", "")).hasSize(512);
    }

    @Test
    void many_may_ask_at_once() {
        var alone = EMBEDDER.embedQuery("en", "forgotten password");
        IntStream.range(0, 40)
                .parallel()
                .mapToObj(it -> EMBEDDER.embedQuery("en", "forgotten password"))
                .forEach(it -> assertThat(dot(alone, it)).isCloseTo(1, within(1e-3)));
    }

    @Test
    void every_piece_of_a_question_is_told_its_nearest_counterpart_in_the_text() {
        var question = "Who repairs the printer 😀 in Graz?";
        var echoes = EMBEDDER.echoes("en", question, "Offices > Machines\nThe printer is repaired by the janitor.");
        var apart = EMBEDDER.echoes("en", question, "Travel > Trains");

        assertThat(echoes)
                .extracting(it -> question.substring(it.start(), it.end()))
                .contains("printer", "in");
        assertThat(nearness(echoes, question, "printer"))
                .isGreaterThan(0.8)
                .isGreaterThan(nearness(apart, question, "printer") + 0.1);
        assertThat(EMBEDDER.echoes("en", "", "Trains")).isEmpty();
        assertThat(EMBEDDER.echoes("zh", "年假", ""))
                .allSatisfy(it -> assertThat(it.nearness()).isEqualTo(-1));
    }

    private static double nearness(List<Embedder.Echo> echoes, String question, String piece) {
        return echoes.stream()
                .filter(it -> question.substring(it.start(), it.end()).equals(piece))
                .findFirst()
                .orElseThrow()
                .nearness();
    }

    private static double cosine(String language, String question, String passage) {
        return dot(
                EMBEDDER.embedQuery(language, question),
                EMBEDDER.embedPassages(language, List.of(passage)).getFirst());
    }

    private static double dot(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(it -> one[it] * other[it])
                .sum();
    }
}
