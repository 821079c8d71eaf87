package org.askwell.ticket.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of a macro leave open. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceholderTest {

    @Test
    void names_in_braces_are_filled_in_wherever_they_stand() {
        assertThat(Placeholder.fill(
                        "{requester}，你好：{ NUMBER } costs $5 \\ {requester}",
                        Map.of(Placeholder.REQUESTER, "李$1伟", Placeholder.NUMBER, "IT-7")))
                .isEqualTo("李$1伟，你好：IT-7 costs $5 \\ 李$1伟");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no braces", "{} and { }", "{1, 2}", "${HOME", "{requester} {agent} {subject} {desk}"})
    void words_that_can_be_filled_in_pass(String words) {
        assertThatCode(() -> Placeholder.check(words)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{manager}", "{ 提问人 }", "{requester} {due-date}"})
    void what_nobody_could_fill_in_is_refused_by_its_name(String words) {
        assertThatThrownBy(() -> Placeholder.check(words))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.sentence(Texts.ENGLISH)).startsWith("Nobody could fill in {"));
    }
}
