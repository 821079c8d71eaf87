package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PinyinTest {

    @Test
    void a_text_is_spelled_in_full_and_by_initials_from_each_character_on() {
        assertThat(Pinyin.spellings("申请年假")).contains("shenqingnianjia", "sqnj", "nianjia", "nj", "jia");
    }

    @Test
    void characters_with_two_readings_are_found_by_both() {
        assertThat(Pinyin.spellings("调休")).contains("diaoxiu", "tiaoxiu", "tx");
        assertThat(Pinyin.spellings("出差")).contains("chuchai", "cc");
        assertThat(Pinyin.spellings("银行")).contains("yinhang", "yh");
    }

    @Test
    void umlauts_are_typed_as_v_and_foreign_words_as_they_are() {
        assertThat(Pinyin.spellings("绿卡")).contains("lvka");
        assertThat(Pinyin.spellings("远程vpn")).contains("yuanchengvpn", "ycvpn");
    }

    @Test
    void a_text_without_chinese_has_no_spelling() {
        assertThat(Pinyin.spellings("printer")).isEmpty();
    }
}
