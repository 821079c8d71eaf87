package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.askwell.ai.Embedder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GlossaryTest {

    @TempDir
    java.nio.file.Path folder;

    @Test
    void the_longest_word_it_knows_is_said_in_the_other_language() {
        assertThat(Glossary.shipped().english("报销出差的餐费"))
                .extracting(List::getFirst)
                .containsExactly("reimburse", "business trip", "meals");
        assertThat(Glossary.shipped().chinese(Glossary.stems("annual leave for interns")))
                .extracting(List::getFirst)
                .contains("年假", "实习生");
    }

    @Test
    void a_question_finds_the_page_that_only_the_other_language_has() {
        try (var index = LuceneIndex.open(folder, Embedder.NONE)) {
            index.put(Material.page("A-1", "en", "Reset your password", "Open the account page and choose reset."));
            index.put(Material.page("A-2", "en", "Parking", "The garage opens at seven."));
            index.put(Material.page("A-3", "zh", "打印机", "卡纸时打开后盖。"));
            index.commit(1);

            assertThat(index.pages(Query.of("怎么重置密码？", Set.of("everybody"), 5)))
                    .extracting(it -> it.page().id())
                    .containsExactly("A-1");
            assertThat(index.pages(Query.of("The printer is broken", Set.of("everybody"), 5)))
                    .extracting(it -> it.page().id())
                    .containsExactly("A-3");
        }
    }

    @Test
    void what_the_own_language_has_comes_first() {
        try (var index = LuceneIndex.open(folder, Embedder.NONE)) {
            index.put(Material.page("A-1", "en", "Reset your password", "Open the account page and choose reset."));
            index.put(Material.page("A-2", "zh", "重置密码", "打开账户页面，选择重置。"));
            index.commit(1);

            assertThat(index.pages(Query.of("怎么重置密码？", Set.of("everybody"), 5)))
                    .extracting(it -> it.page().id())
                    .containsExactly("A-2", "A-1");
        }
    }
}
