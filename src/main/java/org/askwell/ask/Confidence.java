package org.askwell.ask;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.askwell.search.Telling;

/**
 * How likely the evidence answers the question: a small logistic model, learnt on one half of the material and judged on
 * the other. With models and without, and for each language, the signals mean something else and have their own weights.
 */
final class Confidence {

    static final List<String> SIGNALS = List.of(
            "hit-cosine",
            "best-cosine",
            "key-cosine",
            "third-cosine",
            "hit-coverage",
            "bm25",
            "page-bm25",
            "bm25-gap",
            "title",
            "coverage",
            "around",
            "context",
            "shown-coverage",
            "rarest",
            "unknown",
            "wanted",
            "wanted-number",
            "belief",
            "key-belief",
            "long");

    private final Weights weights;

    Confidence(Weights weights) {
        this.weights = weights;
    }

    double of(Evidence evidence, Telling telling, List<Found> founds, String language, boolean vectors) {
        var model = model(language, vectors);
        var logit = weights.of(model, "always")
                + Weights.sum(weights.of(model, SIGNALS), signals(evidence, telling, founds));
        return 1 / (1 + Math.exp(-logit));
    }

    /** From here on an answer is shown. */
    double threshold(String language, boolean vectors) {
        return weights.of(model(language, vectors), "threshold");
    }

    static String model(String language, boolean vectors) {
        return language + (vectors ? "" : "-words");
    }

    static double[] signals(Evidence evidence, Telling telling, List<Found> founds) {
        var key = evidence.key();
        var top = founds.getFirst().hit();
        var signals = key.found.hit().signals();
        double whole = Math.max(1, telling.whole());
        double otherBm25 = founds.stream()
                .map(Found::hit)
                .filter(it -> !Objects.equals(it.passage().page(), top.passage().page()))
                .mapToDouble(it -> it.signals().bm25())
                .max()
                .orElse(0);
        var cosines = evidence.all().stream()
                .filter(it -> it.compared)
                .mapToDouble(it -> -it.cosine)
                .sorted()
                .map(it -> -it)
                .toArray();
        var shown = new BitSet();
        evidence.parts().forEach(part -> part.forEach(it -> shown.or(it.words)));
        var around = (BitSet) shown.clone();
        around.or(key.contextWords);
        return new double[] {
            founds.stream().mapToDouble(it -> it.hit().signals().cosine()).max().orElse(0),
            cosines.length > 0 ? cosines[0] : 0,
            key.cosine,
            cosines.length > 2 ? cosines[2] : 0,
            signals.coverage(),
            Math.min(3, signals.bm25() / whole),
            Math.min(3, signals.pageBm25() / whole),
            Math.max(-1, Math.min(2, (top.signals().bm25() - otherBm25) / whole)),
            signals.title(),
            key.coverage,
            key.around,
            key.context,
            telling.share(around),
            rarestMissing(telling, around),
            unknown(telling),
            key.wanted,
            key.wantedNumber,
            evidence.share(),
            key.share,
            Math.log(1 + telling.whole())
        };
    }

    /** How much of the question its rarest word is, where the evidence does not have it. */
    private static double rarestMissing(Telling telling, BitSet present) {
        double rarest = 0;
        for (var i = 0; i < telling.words().size(); i++) {
            if (!present.get(i)) {
                rarest = Math.max(rarest, telling.words().get(i).weight());
            }
        }
        return rarest / 10;
    }

    /** Share of the question that stands nowhere at all. */
    private static double unknown(Telling telling) {
        double unknown = 0;
        for (var word : telling.words()) {
            unknown += word.known() ? 0 : word.weight();
        }
        return telling.whole() == 0 ? 0 : unknown / telling.whole();
    }
}
