package org.askwell.ask;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.askwell.ai.Embedder;
import org.askwell.search.Telling;

/**
 * How likely the evidence answers the question: a small logistic model, learnt on one half of the material and judged on
 * the other. With models and without, and for each language, the signals mean something else and have their own weights.
 */
final class Confidence {

    /** Few and robust: more of them fitted the questions they were learnt from, and others worse. */
    static final List<String> SIGNALS = List.of(
            "hit-cosine",
            "best-cosine",
            "key-cosine",
            "hit-coverage",
            "page-bm25",
            "belief",
            "telling-echo",
            "weakest-echo",
            "moment",
            "page-share",
            "title-share",
            "unknown",
            "wanted");

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
        var signals = key.found.hit().signals();
        var echo = echo(question, evidence, telling);
        var passage = key.found.hit().passage();
        return new double[] {
            founds.stream().mapToDouble(it -> it.hit().signals().cosine()).max().orElse(0),
            evidence.all().stream()
                    .filter(it -> it.compared)
                    .mapToDouble(it -> it.cosine)
                    .max()
                    .orElse(0),
            key.cosine,
            signals.coverage(),
            Math.min(3, signals.pageBm25() / Math.max(1, telling.whole())),
            evidence.share(),
            echo.telling(),
            echo.weakest(),
            moment(question, evidence),
            telling.share(passage.title() + "\n" + key.found.text().markdown()),
            signals.title(),
            telling.unknown(),
            key.wanted
        };
    }

    private static String shownWithHeadings(Evidence evidence) {
        var passage = evidence.key().found.hit().passage();
        var text = new StringBuilder(passage.title());
        passage.headings().forEach(it -> text.append(" > ").append(it));
        evidence.parts().forEach(part -> part.forEach(it -> text.append('\n').append(it.understandable())));
        return text.toString();
    }

    private record Echoes(double telling, double weakest) {}

    /** How far the pieces of the question find their counterparts in what is shown and in the headings above it. */
    private Echoes echo(String question, Evidence evidence, Telling telling) {
        if (!embedder.available()) {
            return new Echoes(0, 0);
        }
        var passage = evidence.key().found.hit().passage();
        var text = shownWithHeadings(evidence);
        double sum = 0;
        double weights = 0;
        double weakest = 1;
        for (var echo : embedder.echoes(passage.language(), question, text)) {
            double weight = telling.weight(telling.in(word(question, echo)));
            sum += weight * echo.nearness();
            weights += weight;
            if (weight > TELLS) {
                weakest = Math.min(weakest, echo.nearness());
            }
        }
        return new Echoes(weights == 0 ? 0 : sum / weights, weakest);
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
}
