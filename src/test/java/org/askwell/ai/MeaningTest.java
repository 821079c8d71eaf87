package org.askwell.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeaningTest {

    private static final Embedder MODELS = new BgeEmbedder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh | 三楼的打印机总是卡纸怎么办 | 三楼打印机一直卡纸
            zh | 停车位怎么申请？ | 如何申请停车位
            zh | 公司班车几点发车 | 班车的发车时间是几点？
            zh | 能不能带宠物来上班 | 可以带宠物上班吗
            zh | 健身房的会员卡怎么办理 | 怎么办理健身房会员卡？
            en | How do I get a parking space? | How can I apply for a parking space?
            en | When does the shuttle bus leave? | At what time does the shuttle bus leave?
            en | Can I bring my dog to the office? | Am I allowed to bring a dog to the office?
            en | The printer on the third floor eats paper | Printer on the third floor is eating paper again
            en | How do I book the gym? | How can I book the gym
            """)
    void what_means_the_same_is_one(String language, String one, String other) {
        assertThat(sameness(language, one, other, MODELS)).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh | 三楼的打印机总是卡纸怎么办 | 三楼的空调太冷怎么办
            zh | 停车位怎么申请？ | 年假怎么申请？
            zh | 公司班车几点发车 | 公司食堂几点开门
            zh | 能不能带宠物来上班 | 能不能在家上班
            zh | 健身房的会员卡怎么办理 | 工牌丢了怎么补办
            zh | 出差住宿标准是多少 | 出差交通标准是多少
            en | How do I get a parking space? | How do I get a new laptop?
            en | When does the shuttle bus leave? | When does the canteen open?
            en | Can I bring my dog to the office? | Can I bring a guest to the office?
            en | The printer on the third floor eats paper | The coffee machine on the third floor is broken
            en | How do I book the gym? | How do I book a meeting room?
            en | How many days of annual leave do I have? | How many days of sick leave do I have?
            """)
    void what_means_something_else_is_two(String language, String one, String other) {
        assertThat(sameness(language, one, other, MODELS)).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh | 停车位怎么申请？ | 请问如何申请停车位
            zh | 班车几点？ | 班车几点
            en | Where do I park my car? | where can I park the car
            en | VPN drops | vpn DROPS!
            """)
    void without_models_the_words_decide_whatever_stands_around_them(String language, String one, String other) {
        assertThat(sameness(language, one, other, Embedder.NONE)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void without_models_other_words_are_another_thing() {
        assertThat(sameness("en", "Where do I park my car?", "Where do I park my bicycle?", Embedder.NONE))
                .isLessThan(1);
        assertThat(sameness("zh", "停车位怎么申请", "年假怎么申请", Embedder.NONE)).isLessThan(1);
    }

    @Test
    void two_languages_are_not_compared() {
        var chinese = Meaning.of("VPN", "zh", MODELS);

        assertThat(chinese.sameness(Meaning.of("VPN", "en", MODELS))).isZero();
    }

    @Test
    void what_was_stored_means_the_same_as_before() {
        var text = "When does the shuttle bus leave?";
        var meaning = Meaning.of(text, "en", MODELS);
        var stored = Meaning.stored(text, "en", meaning.model(), meaning.stored());
        var near = Meaning.of("When does the shuttle leave", "en", MODELS);

        assertThat(stored.sameness(near)).isEqualTo(meaning.sameness(near));
    }

    private static double sameness(String language, String one, String other, Embedder embedder) {
        return Meaning.of(one, language, embedder).sameness(Meaning.of(other, language, embedder));
    }
}
