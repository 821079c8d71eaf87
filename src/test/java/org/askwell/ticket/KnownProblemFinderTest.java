package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.askwell.ai.BgeEmbedder;
import org.askwell.ai.Embedder;
import org.askwell.ai.Meaning;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agents write of a problem, against what people ask who have it, and who do not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownProblemFinderTest {

    private static final Embedder MODELS = new BgeEmbedder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | VPN 连不上 | VPN 怎么连不上了？",
                "zh | VPN 连不上 | 在家连不上 VPN 怎么办",
                "zh | 三楼打印机卡纸 | 三楼的打印机一直卡纸怎么办？",
                "zh | 邮箱收不到邮件 | 我的邮箱收不到新邮件了",
                "zh | 上海办公室无线网络断线 | 上海办公室的无线网老是断线",
                "zh | 报销系统打不开 | 报销系统怎么打不开？",
                "zh | 门禁卡刷不开三楼的门 | 门禁卡刷不开门怎么办",
                "en | VPN does not connect | Why does the VPN not connect?",
                "en | VPN does not connect | I cannot connect to the VPN from home",
                "en | Printer on the third floor jams | The printer on the third floor keeps jamming",
                "en | E-mail does not arrive | My e-mail does not arrive any more",
                "en | Wi-Fi drops in the Shanghai office | The Wi-Fi in the Shanghai office keeps dropping",
                "en | The expense system does not open | I can't open the expense system",
                "en | Badges do not open the door on the third floor | My badge does not open the door on the third floor"
            })
    void who_has_the_problem_sees_it(String language, String title, String question) {
        assertThat(alike(language, title, question, MODELS)).isGreaterThanOrEqualTo(KnownProblemFinder.ALIKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | VPN 连不上 | VPN 账号怎么申请？",
                "zh | VPN 连不上 | 年假有几天？",
                "zh | 三楼打印机卡纸 | 打印机在哪里？",
                "zh | 三楼打印机卡纸 | 三楼的空调太冷",
                "zh | 邮箱收不到邮件 | 怎么设置邮件签名？",
                "zh | 报销系统打不开 | 报销需要哪些发票？",
                "zh | 门禁卡刷不开三楼的门 | 门禁卡丢了怎么补办",
                "en | VPN does not connect | How do I apply for a VPN account?",
                "en | VPN does not connect | How many days of leave do I have?",
                "en | Printer on the third floor jams | Where is the nearest printer?",
                "en | Printer on the third floor jams | The heating on the third floor is broken",
                "en | E-mail does not arrive | How do I set an e-mail signature?",
                "en | The expense system does not open | Which receipts do I need for my expenses?",
                "en | Badges do not open the door on the third floor | How do I replace a lost badge?"
            })
    void who_asks_for_something_else_does_not(String language, String title, String question) {
        assertThat(alike(language, title, question, MODELS)).isLessThan(KnownProblemFinder.ALIKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | VPN 连不上 | VPN怎么连不上了？ | 年假有几天？",
                "en | VPN drops | Why does my VPN drop? | How do I get a VPN account?"
            })
    void without_models_the_words_decide(String language, String title, String same, String other) {
        assertThat(alike(language, title, same, Embedder.NONE)).isGreaterThanOrEqualTo(KnownProblemFinder.ALIKE);
        assertThat(alike(language, title, other, Embedder.NONE)).isLessThan(KnownProblemFinder.ALIKE);
    }

    private static double alike(String language, String title, String question, Embedder embedder) {
        return Meaning.of(question, language, embedder).sameness(Meaning.of(title, language, embedder));
    }
}
