package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do I reset my password? | how do i reset my password",
                "How do I reset my password? | HOW  do I reset my password！",
                "VPN 怎么连？ | ＶＰＮ怎么连",
                "打印机卡纸怎么办 | 打印機卡紙怎麼辦？",
                "What's the Wi-Fi password? | what’s the WiFi password"
            })
    void the_same_words_are_the_same_however_they_are_typed(String one, String other) {
        assertThat(Wordings.folded(one)).isEqualTo(Wordings.folded(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is C++? | What is C#?",
                "What is C? | What is C++?",
                "年假几天 | 年假有几天",
                "Can I carry over leave? | Can I not carry over leave?"
            })
    void other_words_are_other_questions(String one, String other) {
        assertThat(Wordings.folded(one)).isNotEqualTo(Wordings.folded(other));
    }

    @Test
    void what_has_no_words_has_no_wording() {
        assertThat(Wordings.folded(" ？！…… ")).isEmpty();
    }
}
