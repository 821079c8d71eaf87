package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.askwell.ask.Asked.Intent;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人工",
                "转人工",
                "转人工！",
                "我要转人工",
                "人工客服",
                "请帮我转人工",
                "找真人",
                "我想找人工客服",
                "人工服务",
                "human",
                "Human please",
                "talk to a person",
                "I want to talk to a human",
                "can I speak to someone?",
                "agent",
                "real person",
                "connect me to an agent"
            })
    void who_wants_a_person_gets_one_without_a_search(String typed) {
        assertThat(Asked.of(typed, null, "zh").intent()).isEqualTo(Intent.PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "您好", "在吗", "在吗？", "有人吗", "谢谢", "hi", "Hello!", "good morning", "hey there", "你好，在吗"})
    void a_greeting_is_a_greeting(String typed) {
        assertThat(Asked.of(typed, null, "zh").intent()).isEqualTo(Intent.GREETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "年假",
                "VPN",
                "打印机",
                "parental leave",
                "business cards",
                "五险一金",
                "VPN 密码",
                "travel expenses policy"
            })
    void one_to_three_words_name_a_topic(String typed) {
        assertThat(Asked.of(typed, null, "zh").intent()).isEqualTo(Intent.TOPIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "年假有几天",
                "怎么报销",
                "VPN连不上",
                "forgot my password",
                "how much leave?",
                "wifi password?",
                "who is the agent for Munich",
                "人工智能培训什么时候开始",
                "hello how do I reset my password",
                "你好，请问年假几天",
                "human resources opening hours today"
            })
    void anything_else_is_a_question(String typed) {
        var asked = Asked.of(typed, null, "zh");
        assertThat(asked.intent()).isIn(Intent.QUESTION, Intent.TOPIC);
        assertThat(asked.intent())
                .as(typed)
                .isEqualTo(
                        typed.equals("forgot my password") || typed.equals("VPN连不上") ? Intent.TOPIC : Intent.QUESTION);
    }

    @Test
    void a_short_follow_up_leans_on_the_question_before() {
        assertThat(Asked.of("and in Munich?", "How many days of leave do I have?", "en")
                        .searched())
                .isEqualTo("How many days of leave do I have? and in Munich?");
        assertThat(Asked.of("那成都呢？", "上海办公室几点关门？", "zh").previous()).isEqualTo("上海办公室几点关门？");
        assertThat(Asked.of("怎么申请固定资产", "上海办公室几点关门？", "zh").previous()).isNull();
        assertThat(Asked.of("How do I order a second monitor for my desk?", "Where is the canteen?", "en")
                        .previous())
                .isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"   ", "\u0000\u0001", "？？？", "...", "😀", "\u200b\u200e"})
    void nothing_is_refused(String typed) {
        assertThatThrownBy(() -> Asked.of(typed, null, "zh")).isInstanceOf(Refusal.class);
    }

    @Test
    void too_much_is_refused() {
        assertThatThrownBy(() -> Asked.of("长".repeat(100_000), null, "zh"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
        assertThat(Asked.of("长".repeat(Asked.LONGEST), null, "zh").intent()).isEqualTo(Intent.QUESTION);
    }

    @Test
    void a_text_that_shows_no_language_is_read_in_the_readers() {
        assertThat(Asked.of("VPN", null, "zh").language()).isEqualTo("zh");
        assertThat(Asked.of("VPN", null, "en").language()).isEqualTo("en");
        assertThat(Asked.of("How do I print in Munich?", null, "zh").language()).isEqualTo("en");
        assertThat(Asked.of("年假", null, "en").language()).isEqualTo("zh");
    }

    @Test
    void hidden_characters_are_taken_out() {
        assertThat(Asked.of("how\u202e do\u0000 I\u200b  print here", null, "en")
                        .text())
                .isEqualTo("how do I print here");
    }
}
