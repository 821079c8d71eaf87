package org.askwell.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.askwell.ai.Embedder;
import org.askwell.ai.Meaning;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeaningsTest {

    private final Meanings meanings = new Meanings();

    @Test
    void the_gap_that_means_the_same_is_found_and_no_other() {
        meanings.learn(7, meaning("Where do I park my car?"), "it");
        meanings.learn(8, meaning("When does the canteen open?"), "it");

        assertThat(meanings.same(meaning("where can I park the car"), "it")).contains(7L);
        assertThat(meanings.same(meaning("Who waters the plants?"), "it")).isEmpty();
        assertThat(meanings.newest()).isEqualTo(8);
    }

    @Test
    void the_same_at_two_desks_is_two() {
        meanings.learn(7, meaning("Where do I park my car?"), "it");

        assertThat(meanings.same(meaning("Where do I park my car?"), "hr")).isEmpty();
    }

    @Test
    void what_belongs_to_no_desk_joins_the_first_that_has_one() {
        meanings.learn(7, meaning("Where do I park my car?"), Gap.NO_DESK);

        assertThat(meanings.same(meaning("Where do I park my car?"), "hr")).contains(7L);
        assertThat(meanings.same(meaning("Where do I park my car?"), "it")).isEmpty();
        assertThat(meanings.same(meaning("Where do I park my car?"), Gap.NO_DESK))
                .contains(7L);
    }

    @Test
    void what_is_forgotten_is_begun_anew() {
        meanings.learn(7, meaning("Where do I park my car?"), "it");
        meanings.forget(List.of(7L));

        assertThat(meanings.same(meaning("Where do I park my car?"), "it")).isEmpty();
    }

    private static Meaning meaning(String text) {
        return Meaning.of(text, "en", Embedder.NONE);
    }
}
