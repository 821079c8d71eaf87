package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.askwell.search.Ranking.Candidate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankingTest {

    @Test
    void what_words_and_vectors_both_favour_comes_first() {
        var both = candidate(1, 10, 0.8f);
        var words = candidate(2, 11, 0.5f);
        var vectors = candidate(3, 0, 0.82f);

        assertThat(Ranking.DEFAULT.order(List.of(words, vectors, both))).first().isSameAs(both);
    }

    @Test
    void a_passage_that_waits_for_its_vector_is_judged_by_words_alone() {
        var waiting = candidate(1, 10, Float.NaN);
        var weak = candidate(2, 1, 0.6f);
        var strong = candidate(3, 2, 0.8f);

        assertThat(Ranking.DEFAULT.order(List.of(weak, strong, waiting)))
                .first()
                .isSameAs(waiting);
    }

    @Test
    void the_language_that_the_reader_prefers_wins_between_equals() {
        var foreign = candidate(1, 10, 0.8f);
        foreign.preferred = false;
        var own = candidate(2, 10, 0.8f);

        assertThat(Ranking.DEFAULT.order(List.of(foreign, own))).first().isSameAs(own);
    }

    @Test
    void nothing_found_is_nothing_ranked_and_one_alone_is_first() {
        assertThat(Ranking.DEFAULT.order(List.of())).isEmpty();
        assertThat(Ranking.DEFAULT.order(List.of(candidate(1, 0, 0.4f)))).hasSize(1);
    }

    private static Candidate candidate(int document, float bm25, float cosine) {
        var candidate = new Candidate(document);
        candidate.page = 100 + document;
        candidate.bm25 = bm25;
        candidate.pageBm25 = bm25;
        candidate.cosine = cosine;
        return candidate;
    }
}
