package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.askwell.ai.Embedder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EverydayTest {

    @TempDir
    Path folder;

    @Test
    void everyday_words_are_known_by_what_rules_call_them() {
        assertThat(Everyday.shipped().in("公司可以辞退孕妇吗"))
                .extracting(it -> it.official().getFirst())
                .containsExactly("用人单位", "解除劳动合同", "孕期");
        assertThat(Everyday.shipped().in("is wfh ok?"))
                .singleElement()
                .satisfies(it -> assertThat(it.official()).contains("work from home", "remote work"));
    }

    @Test
    void a_question_that_says_it_officially_needs_no_other_word() {
        assertThat(Everyday.shipped().in("work from home, that is wfh"))
                .noneMatch(it -> it.official().contains("work from home"));
    }

    @Test
    void a_question_in_everyday_words_finds_the_rule() {
        try (var index = filled()) {
            assertThat(found(index, "is wfh ok?")).startsWith("A-1");
            assertThat(found(index, "领证能休几天")).startsWith("A-2");
        }
    }

    @Test
    void a_slip_of_the_finger_is_read_as_the_word_that_is_there() {
        try (var index = filled()) {
            assertThat(found(index, "forgot my pasword")).containsExactly("A-3");
            assertThat(found(index, "wher is the delivry")).containsExactly("A-4");
        }
    }

    @Test
    void a_word_that_is_far_from_every_other_stays_unknown() {
        try (var index = filled()) {
            assertThat(found(index, "bitcoin")).isEmpty();
            assertThat(telling(index, "bitcoin").unknown()).isEqualTo(1);
            assertThat(telling(index, "pasword").unknown()).isZero();
        }
    }

    @Test
    void a_text_has_a_word_also_when_it_says_it_otherwise() {
        try (var index = filled()) {
            var wfh = telling(index, "wfh");
            assertThat(wfh.share("Remote work is possible on two days.")).isEqualTo(1);
            assertThat(wfh.share("Work is done remotely controlled from the moon."))
                    .isZero();
            var typo = telling(index, "pasword");
            assertThat(typo.share("The password has twelve characters.")).isEqualTo(1);
            var married = telling(index, "领证");
            assertThat(married.share("凭结婚登记证明申请")).isEqualTo(1);
        }
    }

    @Test
    void a_hostile_text_full_of_everyday_words_takes_no_long_time() {
        try (var index = filled()) {
            var query = Query.of("辞退开除老板 wfh pasword%d ".repeat(5_000), Material.EVERYBODY, 5);
            index.search(query);
            Assertions.assertTimeout(Duration.ofMinutes(2), () -> index.search(query));
        }
    }

    private LuceneIndex filled() {
        var index = LuceneIndex.open(folder, Embedder.NONE);
        index.put(Material.page("A-1", "en", "Remote work", "Employees may stay at home on two days a week."));
        index.put(Material.page("A-2", "zh", "婚假", "结婚登记后可以休十个自然日。"));
        index.put(Material.page("A-3", "en", "Accounts", "A forgotten password is reset on the account page."));
        index.put(Material.page("A-4", "en", "Orders", "A delivery takes three days."));
        index.commit(1);
        return index;
    }

    private static Telling telling(LuceneIndex index, String question) {
        return index.telling(Query.of(question, Material.EVERYBODY, 5));
    }

    private static List<String> found(LuceneIndex index, String question) {
        return index.pages(Query.of(question, Material.EVERYBODY, 5)).stream()
                .map(it -> it.page().id())
                .toList();
    }
}
