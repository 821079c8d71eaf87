package org.askwell.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpressionTest {

    private static final ExpressionLanguage LANGUAGE = ExpressionLanguage.of(Map.of(
            "text", ExpressionLanguage.Type.TEXT,
            "tags", ExpressionLanguage.Type.TEXTS,
            "hour", ExpressionLanguage.Type.NUMBER,
            "outside", ExpressionLanguage.Type.TRUTH));

    private static final Map<String, Object> MONDAY =
            Map.of("text", "The printer eats paper", "tags", List.of("vip"), "hour", 9L, "outside", false);

    @Test
    void what_holds_holds() {
        assertThat(LANGUAGE.condition("hour >= 9 && 'vip' in tags && !outside").holds(MONDAY))
                .isTrue();
        assertThat(LANGUAGE.condition("tags.exists(t, t.startsWith('v'))").holds(MONDAY))
                .isTrue();
    }

    @Test
    void the_part_that_failed_is_named() {
        var condition = LANGUAGE.condition("hour >= 9 && (hour < 8 || outside) && 'vip' in tags");

        var outcome = condition.judge(MONDAY);

        assertThat(outcome.holds()).isFalse();
        assertThat(outcome.failedPart()).isEqualTo("hour < 8 || outside");
        assertThat(outcome.failedAt()).isBetween(14, 34);
    }

    @Test
    void a_mistake_is_refused_with_its_place() {
        assertThatThrownBy(() -> LANGUAGE.condition("hour >= 9 &&\n office == 'berlin'"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("expression-mistake");
                    assertThat(refusal.sentence(Texts.ENGLISH))
                            .contains("line 2, column 2")
                            .contains("office");
                });
    }

    @Test
    void what_is_no_condition_is_refused() {
        assertThatThrownBy(() -> LANGUAGE.condition("hour + 1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> LANGUAGE.condition("text > 3")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> LANGUAGE.condition("")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> LANGUAGE.condition("(".repeat(500) + "true" + ")".repeat(500)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> LANGUAGE.condition("true || ".repeat(600) + "true"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_breaks_while_it_is_asked_says_so() {
        assertThatThrownBy(() -> LANGUAGE.condition("10 / (hour - 9) > 1").judge(MONDAY))
                .isInstanceOf(Expression.Broken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "My VPN is slow, vpn, true",
        "Ｖｐｎ 连不上, VPN, true",
        "with him, it, false",
        "It is broken, it, true",
        "我的打印机卡纸了, 打印机, true",
        "打印机A3卡纸, a3, true",
        "A31 paper, a3, false",
        "Straße, STRASSE, true",
        "nothing here, '  ', false",
    })
    void words_are_found_whatever_their_case_and_width(String text, String word, boolean expected) {
        var condition = LANGUAGE.condition("mentions(text, [" + ExpressionLanguage.literal(word) + "])");
        var facts = Map.of("text", text, "tags", List.of(), "hour", 1L, "outside", false);

        assertThat(condition.holds(facts)).isEqualTo(expected);
    }

    @Test
    void any_text_can_be_a_literal() {
        var nasty = "a\"b\\c\nd\r'e${x}\u4f60\ud83d\ude00";
        var condition = LANGUAGE.condition("text == " + ExpressionLanguage.literal(nasty));

        assertThat(condition.holds(Map.of("text", nasty, "tags", List.of(), "hour", 1L, "outside", false)))
                .isTrue();
    }
}
