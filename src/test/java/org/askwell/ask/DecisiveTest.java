package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisiveTest {

    @Test
    void years_and_codes_decide() {
        assertThat(Decisive.in("VPN 报错 MC-204 是什么意思，2027年还会这样吗")).containsExactly("mc-204", "2027");
        assertThat(Decisive.in("last day to hand in 2026 expenses")).containsExactly("2026");
    }

    @Test
    void amounts_and_plain_words_do_not() {
        assertThat(Decisive.in("Who signs a purchase of 2000 EUR, RMB 2000 or 2000元 for 14 people?"))
                .isEmpty();
        assertThat(Decisive.in("wfh 3 days a week ok?")).isEmpty();
        assertThat(Decisive.in("想给组里买把3000块的椅子")).isEmpty();
    }

    @Test
    void all_of_them_must_stand_in_the_article() {
        assertThat(Decisive.standIn("holidays 2026?", "Public holidays 2026")).isTrue();
        assertThat(Decisive.standIn("holidays 2027?", "Public holidays 2026")).isFalse();
    }
}
