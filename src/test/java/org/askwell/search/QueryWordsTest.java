package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryWordsTest {

    @Test
    void the_words_that_make_it_a_question_are_left_out() {
        assertThat(QueryWords.of("How do I install the printer's driver?", null).of(Words.STEMS))
                .containsOnlyKeys("instal", "printer", "driver");
        assertThat(QueryWords.of("请问怎么申请年假？", null).of(Words.HAN))
                .containsKeys("申请")
                .doesNotContainKeys("怎么", "请问");
    }

    @Test
    void pairs_do_not_reach_over_a_word_that_was_left_out() {
        assertThat(QueryWords.of("公司的年假", null).of(Words.PAIRS)).containsOnlyKeys("公司", "年假");
    }

    @Test
    void a_question_of_nothing_but_such_words_keeps_them() {
        assertThat(QueryWords.of("What is it?", null).isEmpty()).isFalse();
        assertThat(QueryWords.of("怎么办", null).isEmpty()).isFalse();
        assertThat(QueryWords.of("?!… 😀", null).isEmpty()).isTrue();
    }

    @Test
    void chinese_and_english_in_one_question_are_both_looked_for() {
        var words = QueryWords.of("如何安装 VPN 客户端", null);

        assertThat(words.of(Words.STEMS)).containsOnlyKeys("vpn");
        assertThat(words.of(Words.HAN)).containsKey("安装");
    }

    @Test
    void the_question_before_counts_half() {
        var words = QueryWords.of("For interns?", "How much leave do I get?");

        assertThat(words.of(Words.STEMS)).containsEntry("intern", 1f).containsEntry("leav", 0.5f);
    }

    @Test
    void a_hundred_thousand_characters_are_cut_to_what_a_question_can_be() {
        var words = QueryWords.of("年假😀 leave".repeat(10_000), null);

        assertThat(words.of(Words.STEMS)).containsOnlyKeys("leav");
        assertThat(QueryWords.bounded("😀".repeat(5_000)))
                .hasSizeLessThanOrEqualTo(2_000)
                .endsWith("😀");
    }
}
