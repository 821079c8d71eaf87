package org.askwell.search;

import java.util.Comparator;
import java.util.List;

/**
 * Brings what words say and what vectors say onto one scale and weighs them.
 *
 * <p>A convex combination: each signal is divided by what the best candidate of the same question has, so that no signal
 * wins by its unit. Cosines of these models never come near zero, hence the lower end of their scale is the weakest
 * candidate that the vectors themselves proposed.
 *
 * @param words weight of the passage's BM25
 * @param page weight of the whole page's BM25
 * @param vectors weight of the cosine
 * @param otherLanguage what is left of the score when the reader would rather read another language
 */
record Ranking(double words, double page, double vectors, double otherLanguage) {

    static final Ranking DEFAULT = new Ranking(0.4, 0.1, 0.5, 0.8);

    Ranking withVectors(double weight) {
        return new Ranking(words, page, weight, otherLanguage);
    }

    /** A passage that words or vectors proposed. */
    static final class Candidate {
        final int document;
        int page;
        float bm25;
        float pageBm25;
        float cosine = Float.NaN;
        boolean preferred = true;
        double score;

        Candidate(int document) {
            this.document = document;
        }

        boolean hasVector() {
            return !Float.isNaN(cosine);
        }
    }

    /**
     * Gives each candidate its score and puts the best first.
     *
     * @param weakestNeighbour the lowest cosine among the nearest neighbours, or NaN when there were none
     */
    List<Candidate> order(List<Candidate> candidates, float weakestNeighbour) {
        float bestWords = 0;
        float bestPage = 0;
        float bestCosine = Float.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            bestWords = Math.max(bestWords, candidate.bm25);
            bestPage = Math.max(bestPage, candidate.pageBm25);
            if (candidate.hasVector()) {
                bestCosine = Math.max(bestCosine, candidate.cosine);
            }
        }
        for (var candidate : candidates) {
            double byWords = share(candidate.bm25, 0, bestWords);
            double byPage = share(candidate.pageBm25, 0, bestPage);
            // A passage that waits for its vector is judged by its words alone.
            double byVector = candidate.hasVector() ? share(candidate.cosine, weakestNeighbour, bestCosine) : byWords;
            double score = words * byWords + page * byPage + vectors * byVector;
            candidate.score = candidate.preferred ? score : score * otherLanguage;
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate it) -> it.score)
                        .reversed()
                        .thenComparingInt(it -> it.document))
                .toList();
    }

    private static double share(float value, float low, float high) {
        if (!(high > low)) {
            return value >= high && value > 0 ? 1 : 0;
        }
        return Math.max(0, (value - low) / (high - low));
    }
}
