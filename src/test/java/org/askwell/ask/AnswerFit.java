package org.askwell.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.ai.BgeEmbedder;
import org.askwell.ai.Embedder;
import org.askwell.search.AnswerMaterial;
import org.askwell.search.RememberingEmbedder;

/**
 * Learns what the signals of a sentence and of an answer count, from one half of the questions, and writes it down.
 *
 * <p>{@code bin/bench fit --eval DIR}. The other half of the questions is never looked at here.
 */
public final class AnswerFit {

    private static final Path RESOURCES = Path.of("src/main/resources/org/askwell/ask");
    private static final Map<String, Double> IMPORTANCE = Map.of(
            "clapnq",
            250.0,
            "18f",
            150.0,
            "civicactions",
            50.0,
            "login.gov en",
            10.0,
            "login.gov zh",
            50.0,
            "stard",
            60.0,
            "xquad en",
            100.0,
            "xquad zh",
            100.0,
            "the firm",
            600.0);

    private AnswerFit() {}

    public static void main(String[] arguments) throws Exception {
        var eval = Path.of(arguments.length > 1 ? arguments[1] : "");
        if (!Files.isDirectory(eval)) {
            System.err.println("Say where the material is: --eval DIR.");
            System.exit(2);
        }
        var embedder = new RememberingEmbedder(new BgeEmbedder());
        var spans = List.of(AnswerMaterial.xquad(eval, "en"), AnswerMaterial.xquad(eval, "zh"), AnswerQuality.firm());
        var sentence = sentenceWeights(spans, embedder);
        write("sentence.properties", sentence);
        var all = new ArrayList<>(spans);
        all.add(AnswerMaterial.clapnq(eval));
        all.addAll(AnswerMaterial.halves(eval));
        var confidence = new LinkedHashMap<String, Double>();
        for (var with : List.of(embedder, Embedder.NONE)) {
            var outcomes = new ArrayList<AnswerRun.Outcome>();
            for (var collection : all) {
                outcomes.addAll(AnswerRun.of(learnt(collection), with, Weights.of(sentence), Weights.of(Map.of())));
            }
            confidence.putAll(confidenceWeights(outcomes, with.available()));
        }
        write("confidence.properties", confidence);
        System.exit(0);
    }

    private static AnswerMaterial.Collection learnt(AnswerMaterial.Collection collection) {
        return new AnswerMaterial.Collection(
                collection.name(),
                collection.language(),
                collection.pages(),
                collection.questions().stream()
                        .filter(AnswerMaterial.Question::learntFrom)
                        .toList());
    }

    // ---- which sentence: a softmax over the candidates of a question

    private record Choice(double[][] signals, boolean[] gold, double importance) {}

    private static Map<String, Double> sentenceWeights(List<AnswerMaterial.Collection> collections, Embedder embedder)
            throws IOException {
        var choices = new ArrayList<Choice>();
        for (var collection : collections) {
            for (var outcome : AnswerRun.of(learnt(collection), embedder, Weights.of(Map.of()), Weights.of(Map.of()))) {
                if (outcome.judged() == null || outcome.question().gold().isEmpty()) {
                    continue;
                }
                var candidates = outcome.judged().evidence().all();
                var gold = new boolean[candidates.size()];
                var any = false;
                for (var i = 0; i < gold.length; i++) {
                    var candidate = candidates.get(i);
                    gold[i] = outcome.question()
                                    .pages()
                                    .contains(candidate
                                            .found
                                            .hit()
                                            .passage()
                                            .page()
                                            .id())
                            && outcome.question().gold().stream()
                                    .anyMatch(it ->
                                            plain(candidate.itself().text()).contains(plain(it)));
                    any |= gold[i];
                }
                if (any) {
                    choices.add(new Choice(
                            candidates.stream().map(Candidate::signals).toArray(double[][]::new),
                            gold,
                            collection.name().equals("the firm") ? 4 : 1));
                }
            }
        }
        var weights = new double[Candidate.SIGNALS.size()];
        var mean = new double[weights.length];
        var spread = new double[weights.length];
        double importance = choices.stream().mapToDouble(Choice::importance).sum();
        for (var step = 1; step <= 250; step++) {
            var gradient = new double[weights.length];
            for (var i = 0; i < weights.length; i++) {
                gradient[i] = 0.006 * weights[i];
            }
            for (var choice : choices) {
                addGradient(choice, weights, importance, gradient);
            }
            for (var i = 0; i < weights.length; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                spread[i] = 0.999 * spread[i] + 0.001 * gradient[i] * gradient[i];
                weights[i] -= 0.15
                        * (mean[i] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(spread[i] / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
        var named = new LinkedHashMap<String, Double>();
        for (var i = 0; i < weights.length; i++) {
            named.put("sentence." + Candidate.SIGNALS.get(i), weights[i]);
        }
        System.out.println("sentences learnt from " + choices.size() + " questions");
        return named;
    }

    private static String plain(String text) {
        return text.replaceAll("[*`_|]", " ").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static void addGradient(Choice choice, double[] weights, double importance, double[] gradient) {
        var scores = Arrays.stream(choice.signals())
                .mapToDouble(it -> Weights.sum(weights, it))
                .toArray();
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        double right = 0;
        for (var i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - most);
            sum += scores[i];
            right += choice.gold()[i] ? scores[i] : 0;
        }
        for (var i = 0; i < scores.length; i++) {
            double pull = scores[i] / sum - (choice.gold()[i] ? scores[i] / Math.max(right, 1e-12) : 0);
            for (var s = 0; s < gradient.length; s++) {
                gradient[s] += choice.importance() / importance * pull * choice.signals()[i][s];
            }
        }
    }

    // ---- how sure: a logistic regression, by Newton's method

    private record Row(AnswerRun.Outcome outcome, double[] signals, boolean right) {}

    /**
     * Both languages share the weights, but not the scale and the starting point of their signals: a Chinese cosine is
     * another number than an English one, while what it means is the same.
     */
    private static Map<String, Double> confidenceWeights(List<AnswerRun.Outcome> outcomes, boolean vectors) {
        var scales = Map.of("en", Scale.of(outcomes, "en"), "zh", Scale.of(outcomes, "zh"));
        var sizes = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>();
        for (var outcome : outcomes) {
            if (outcome.judged() != null) {
                var language = outcome.question().language();
                // Where only the page is known, another page of the same handbook may answer as well.
                var right =
                        outcome.question().gold().isEmpty() ? outcome.question().answerable() : outcome.right();
                rows.add(new Row(
                        outcome, scales.get(language).normal(outcome.judged().signals(), language), right));
                sizes.merge(outcome.collection() + language, 1, Integer::sum);
            }
        }
        int signals = Confidence.SIGNALS.size();
        var b = new double[signals + 2];
        for (var step = 0; step < 30; step++) {
            var hessian = new double[b.length][b.length];
            var gradient = new double[b.length];
            for (var row : rows) {
                double weight = IMPORTANCE.getOrDefault(row.outcome().collection(), 100.0)
                        / sizes.get(row.outcome().collection()
                                + row.outcome().question().language());
                double p = 1 / (1 + Math.exp(-Weights.sum(b, row.signals())));
                for (var x = 0; x < b.length; x++) {
                    gradient[x] += weight * (p - (row.right() ? 1 : 0)) * row.signals()[x];
                    for (var y = 0; y < b.length; y++) {
                        hessian[x][y] += weight * p * (1 - p) * row.signals()[x] * row.signals()[y];
                    }
                }
            }
            for (var x = 1; x < b.length; x++) {
                hessian[x][x] += 12;
                gradient[x] += 12 * b[x];
            }
            hessian[0][0] += 1e-6;
            var change = solve(hessian, gradient);
            for (var x = 0; x < b.length; x++) {
                b[x] -= change[x];
            }
        }
        var named = new LinkedHashMap<String, Double>();
        double threshold = threshold(rows, b);
        for (var language : List.of("en", "zh")) {
            var model = Confidence.model(language, vectors);
            var scale = scales.get(language);
            double always = b[0] + (language.equals("zh") ? b[1] : 0);
            for (var s = 0; s < signals; s++) {
                named.put(model + "." + Confidence.SIGNALS.get(s), b[s + 2] / scale.deviation()[s]);
                always -= b[s + 2] * scale.mean()[s] / scale.deviation()[s];
            }
            named.put(model + ".always", always);
            named.put(model + ".threshold", threshold);
        }
        System.out.println((vectors ? "with" : "without") + " models learnt from " + rows.size()
                + " questions, threshold " + threshold);
        return named;
    }

    /** Where as many of the firm's answerable questions are answered rightly as of the others are turned away. */
    private static double threshold(List<Row> rows, double[] b) {
        var firm = rows.stream()
                .filter(it -> it.outcome().collection().equals("the firm"))
                .toList();
        double best = 0;
        double low = 0.5;
        double high = 0.5;
        for (var percent = 20; percent <= 90; percent++) {
            double at = percent / 100.0;
            double answerable = 0;
            double right = 0;
            double others = 0;
            double away = 0;
            for (var row : firm) {
                var shown = 1 / (1 + Math.exp(-Weights.sum(b, row.signals()))) >= at;
                if (row.outcome().question().answerable()) {
                    answerable++;
                    right += shown && row.outcome().right() ? 1 : 0;
                } else {
                    others++;
                    away += shown ? 0 : 1;
                }
            }
            double both = Math.min(right / Math.max(1, answerable), away / Math.max(1, others));
            if (both > best + 0.01) {
                best = both;
                low = at;
            }
            if (both > best - 0.01) {
                high = at;
            }
        }
        return (low + high) / 2;
    }

    private record Scale(double[] mean, double[] deviation) {

        static Scale of(List<AnswerRun.Outcome> outcomes, String language) {
            int signals = Confidence.SIGNALS.size();
            var mean = new double[signals];
            var deviation = new double[signals];
            var rows = outcomes.stream()
                    .filter(it ->
                            it.judged() != null && it.question().language().equals(language))
                    .map(it -> it.judged().signals())
                    .toList();
            for (var s = 0; s < signals; s++) {
                int signal = s;
                mean[s] = rows.stream().mapToDouble(it -> it[signal]).average().orElse(0);
                deviation[s] = Math.sqrt(rows.stream()
                                .mapToDouble(it -> Math.pow(it[signal] - mean[signal], 2))
                                .average()
                                .orElse(0))
                        + 1e-6;
            }
            return new Scale(mean, deviation);
        }

        double[] normal(double[] row, String language) {
            var normal = new double[row.length + 2];
            normal[0] = 1;
            normal[1] = language.equals("zh") ? 1 : 0;
            for (var s = 0; s < row.length; s++) {
                normal[s + 2] = (row[s] - mean[s]) / deviation[s];
            }
            return normal;
        }
    }

    /** Gauss with pivots; the matrix is small and positive. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (var column = 0; column < n; column++) {
            int pivot = column;
            for (var row = column + 1; row < n; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            var swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (var row = column + 1; row < n; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (var x = column; x < n; x++) {
                    matrix[row][x] -= factor * matrix[column][x];
                }
                right[row] -= factor * right[column];
            }
        }
        for (var row = n - 1; row >= 0; row--) {
            for (var x = row + 1; x < n; x++) {
                right[row] -= matrix[row][x] * right[x];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }

    private static void write(String name, Map<String, Double> weights) throws IOException {
        var text = new StringBuilder("# Learnt by bin/bench fit from one half of the material; do not edit by hand.\n");
        weights.forEach((key, weight) -> text.append(String.format(Locale.ROOT, "%s=%.4f%n", key, weight)));
        Files.writeString(RESOURCES.resolve(name), text);
    }
}
