package org.askwell.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.askwell.ai.Embedder;
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
            "long",
            "echo",
            "telling-echo",
            "weakest-echo",
            "second-weakest-echo",
            "moment");

    /** A piece of the question this rare must find its counterpart. */
    private static final double TELLS = 1;

    private static final Pattern MOMENT_EN = Pattern.compile(
            "\\b(today|today's|todays|tomorrow|tonight|yesterday|right now|currently|last (night|week|month|quarter|year)|this (week|month|quarter|year)|next (week|month|quarter|year))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MOMENT_ZH =
            Pattern.compile("今天|明天|昨天|后天|今晚|现在|目前|这周|本周|上周|下周|这个月|本月|上个?月|下个?月|今年|去年|明年|本季度|上季度");

    private final Weights weights;
    private final Embedder embedder;

    Confidence(Weights weights, Embedder embedder) {
        this.weights = weights;
        this.embedder = embedder;
    }

    double of(double[] signals, String language) {
        var model = model(language, embedder.available());
        var logit = weights.of(model, "always") + Weights.sum(weights.of(model, SIGNALS), signals);
        return 1 / (1 + Math.exp(-logit));
    }

    /** From here on an answer is shown. */
    double threshold(String language) {
        return weights.of(model(language, embedder.available()), "threshold");
    }

    static String model(String language, boolean vectors) {
        return language + (vectors ? "" : "-words");
    }

    double[] signals(String question, Evidence evidence, Telling telling, List<Found> founds) {
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
        var echo = echo(question, evidence, telling);
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
            Math.log(1 + telling.whole()),
            echo[0],
            echo[1],
            echo[2],
            echo[3],
            moment(question, evidence)
        };
    }

    /** How far the pieces of the question find their counterparts in what is shown and in the headings above it. */
    private double[] echo(String question, Evidence evidence, Telling telling) {
        if (!embedder.available()) {
            return new double[4];
        }
        var passage = evidence.key().found.hit().passage();
        var text = new StringBuilder(passage.title());
        passage.headings().forEach(it -> text.append(" > ").append(it));
        evidence.parts().forEach(part -> part.forEach(it -> text.append('\n').append(it.understandable())));
        double sum = 0;
        double weighted = 0;
        double weights = 0;
        var telltale = new ArrayList<Double>();
        var echoes = embedder.echoes(passage.language(), question, text.toString());
        for (var echo : echoes) {
            double weight = telling.weight(telling.in(word(question, echo)));
            sum += echo.nearness();
            weighted += weight * echo.nearness();
            weights += weight;
            if (weight > TELLS) {
                telltale.add(echo.nearness());
            }
        }
        telltale.sort(null);
        double weakest = telltale.isEmpty() ? 1 : telltale.getFirst();
        return new double[] {
            echoes.isEmpty() ? 0 : sum / echoes.size(),
            weights == 0 ? 0 : weighted / weights,
            weakest,
            telltale.size() < 2 ? weakest : telltale.get(1)
        };
    }

    /** The whole word a piece belongs to; of Chinese, its neighbours too. */
    private static String word(String question, Embedder.Echo echo) {
        int from = echo.start();
        int to = echo.end();
        if (from < question.length() && Character.isIdeographic(question.codePointAt(from))) {
            return question.substring(Math.max(0, from - 1), Math.min(question.length(), to + 1));
        }
        while (from > 0 && isOfWord(question.charAt(from - 1))) {
            from--;
        }
        while (to < question.length() && isOfWord(question.charAt(to))) {
            to++;
        }
        return question.substring(from, to);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    /** Whether the question is about this very day or year, and the evidence is not: articles tell what always holds. */
    private static double moment(String question, Evidence evidence) {
        var pattern = evidence.key().language().equals("zh") ? MOMENT_ZH : MOMENT_EN;
        var moment = pattern.matcher(question);
        if (!moment.find()) {
            return 0;
        }
        var said = moment.group().toLowerCase(Locale.ROOT);
        return evidence.parts().stream()
                        .flatMap(List::stream)
                        .anyMatch(it ->
                                it.understandable().toLowerCase(Locale.ROOT).contains(said))
                ? 0
                : 1;
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
