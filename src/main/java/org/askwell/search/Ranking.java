package org.askwell.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings what words say and what vectors say onto one scale and weighs them.
 *
 * <p>A convex combination: each signal is stretched between the weakest and the best candidate of the same question, so
 * that no signal wins by its unit. Both kinds of evidence count for the passage itself and for the page it stands on,
 * because a page that speaks of the matter in several places is more likely the one that was meant.
 *
 * @param words weight of the passage's BM25
 * @param pageWords weight of the whole page's BM25
 * @param vectors weight of the passage's cosine
 * @param pageVectors weight of the mean cosine of the page's best passages
 * @param otherLanguage what is left of the score when the reader would rather read another language
 */
record Ranking(double words, double pageWords, double vectors, double pageVectors, double otherLanguage) {

    static final Ranking DEFAULT = new Ranking(0.1, 0.2, 0.35, 0.35, 0.8);

    /** How many passages speak for their page. */
    private static final int SPEAKERS = 3;

    Ranking withoutVectors() {
        return new Ranking(words, pageWords, 0, 0, otherLanguage);
    }

    Ranking withoutWords() {
        return new Ranking(0, 0, vectors, pageVectors, otherLanguage);
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

    /** Gives each candidate its score and puts the best first. */
    List<Candidate> order(List<Candidate> candidates) {
        var pageCosines = pageCosines(candidates);
        var byWords = new Scale();
        var byPageWords = new Scale();
        var byVector = new Scale();
        var byPageVectors = new Scale();
        // BM25 has a zero of its own: no word in common.
        byWords.take(0);
        byPageWords.take(0);
        for (var candidate : candidates) {
            byWords.take(candidate.bm25);
            byPageWords.take(candidate.pageBm25);
            if (candidate.hasVector()) {
                byVector.take(candidate.cosine);
            }
        }
        pageCosines.values().forEach(byPageVectors::take);
        for (var candidate : candidates) {
            double ofWords = words * byWords.share(candidate.bm25) + pageWords * byPageWords.share(candidate.pageBm25);
            double score;
            if (candidate.hasVector()) {
                score = ofWords
                        + vectors * byVector.share(candidate.cosine)
                        + pageVectors * byPageVectors.share(pageCosines.getOrDefault(candidate.page, candidate.cosine));
            } else {
                // What waits for its vector, or has none in the language of the question, is judged by its words alone.
                score = words + pageWords == 0 ? 0 : ofWords * (1 + (vectors + pageVectors) / (words + pageWords));
            }
            candidate.score = candidate.preferred ? score : score * otherLanguage;
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate it) -> it.score)
                        .reversed()
                        .thenComparingInt(it -> it.document))
                .toList();
    }

    private static Map<Integer, Float> pageCosines(List<Candidate> candidates) {
        var sums = new HashMap<Integer, Float>();
        var counts = new HashMap<Integer, Integer>();
        candidates.stream()
                .filter(Candidate::hasVector)
                .sorted(Comparator.comparingDouble((Candidate it) -> -it.cosine))
                .forEach(it -> {
                    if (counts.merge(it.page, 1, Integer::sum) <= SPEAKERS) {
                        sums.merge(it.page, it.cosine, Float::sum);
                    }
                });
        sums.replaceAll((page, sum) -> sum / Math.min(SPEAKERS, counts.getOrDefault(page, 1)));
        return sums;
    }

    /** From the weakest to the best of one signal. */
    private static final class Scale {
        private float low = Float.POSITIVE_INFINITY;
        private float high = Float.NEGATIVE_INFINITY;

        void take(float value) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }

        double share(float value) {
            if (high > low) {
                return (value - low) / (high - low);
            }
            return value > 0 ? 1 : 0;
        }
    }
}
