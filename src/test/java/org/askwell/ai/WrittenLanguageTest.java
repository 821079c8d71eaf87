package org.askwell.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "年假有几天,zh",
        "如何安装 VPN client,zh",
        "VPN 密码,zh",
        "How do I reset my password?,en",
        "What does 年假 mean in English please,en",
        "12345,en",
        "🙂,en",
        "'',en"
    })
    void a_text_is_chinese_when_most_of_its_words_are(String text, String language) {
        assertThat(WrittenLanguage.of(text)).isEqualTo(language);
    }
}
