package org.askwell.ask;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.askwell.ai.BgeEmbedder;
import org.askwell.ai.Embedder;
import org.askwell.bench.QualityPart;
import org.askwell.search.AnswerMaterial;
import org.askwell.search.RememberingEmbedder;

/** Are the shown answers right, and are the questions turned away that have none? */
public final class AnswerQuality implements QualityPart {

    private static final double KEPT = 0.9;

    @Override
    public String name() {
        return "answers";
    }

    static AnswerMaterial.Collection firm() throws IOException {
        var other = System.getProperty("askwell.firm");
        return other == null
                ? AnswerMaterial.firm(Path.of("knowledge"), Path.of("docs/use-cases/employee-questions.md"))
                : AnswerMaterial.firm(
                        Path.of(other, "knowledge"),
                        Path.of(other, "docs", "part1.md"),
                        Path.of(other, "docs", "part2.md"));
    }

    @Override
    public Map<String, Object> measure(Path eval, PrintStream out) throws Exception {
        var figures = new LinkedHashMap<String, Object>();
        var embedder = new RememberingEmbedder(new BgeEmbedder());
        var gates = new ArrayList<Gate>();
        boolean proven = true;
        out.printf(
                "%n%-26s %6s %22s %22s %10s %20s %14s%n",
                "answers", "asked", "gold in what is shown", "of all, if all shown", "shown", "shown and gold", "gate");
        for (var gate : Map.of("en", 0.80, "zh", 0.75).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            var outcomes = run(AnswerMaterial.xquad(eval, gate.getKey()), embedder);
            proven &= outcomes.stream().allMatch(AnswerRun.Outcome::proven);
            spans(out, figures, gates, "xquad " + gate.getKey(), outcomes, gate.getValue());
            spans(out, figures, gates, "xquad " + gate.getKey() + ", unseen half", notLearnt(outcomes), 0);
            explain(out, outcomes.stream().filter(it -> !it.right()).toList());
        }
        out.printf(
                Locale.ROOT,
                "%n%-22s %6s %26s %14s %14s   %s%n",
                "turned away",
                "asked",
                "at 90 % kept, unseen half",
                "AUC",
                "with threshold",
                "gate");
        var byName = new LinkedHashMap<String, List<AnswerRun.Outcome>>();
        byName.put("clapnq", run(AnswerMaterial.clapnq(eval), embedder));
        for (var half : AnswerMaterial.halves(eval)) {
            byName.computeIfAbsent(half.name(), ignored -> new ArrayList<>()).addAll(run(half, embedder));
        }
        for (var entry : byName.entrySet()) {
            proven &= entry.getValue().stream().allMatch(AnswerRun.Outcome::proven);
            explain(
                    out,
                    entry.getValue().stream()
                            .filter(it -> it.question().answerable() != isShown(it))
                            .toList());
            turnedAway(
                    out,
                    figures,
                    gates,
                    entry.getKey(),
                    entry.getValue(),
                    entry.getKey().equals("clapnq") ? 0.60 : 0);
        }
        if (System.getProperty("askwell.firm") != null || Files.isDirectory(Path.of("knowledge"))) {
            out.printf("%n%-22s %6s %20s %26s%n", "the firm", "asked", "answered rightly", "the others turned away");
            for (var way : List.of(embedder, Embedder.NONE)) {
                var outcomes = run(firm(), way);
                proven &= outcomes.stream().allMatch(AnswerRun.Outcome::proven);
                var name = way.available() ? "with models" : "by words alone";
                firm(out, figures, way.available() ? gates : new ArrayList<>(), name, outcomes, it -> true);
                if (way.available()) {
                    firm(
                            out,
                            figures,
                            new ArrayList<>(),
                            "  English",
                            outcomes,
                            it -> it.question().language().equals("en"));
                    firm(
                            out,
                            figures,
                            new ArrayList<>(),
                            "  Chinese",
                            outcomes,
                            it -> it.question().language().equals("zh"));
                    firm(
                            out,
                            figures,
                            new ArrayList<>(),
                            "  half not tuned on",
                            outcomes,
                            it -> !it.question().learntFrom());
                    explain(out, outcomes);
                }
            }
        } else {
            out.println("The firm's articles are not here (knowledge/), so its questions were not asked.");
        }
        out.printf("%nEvery quote stands in its article where it says: %s%n", proven ? "yes" : "NO");
        figures.put("proven", proven);
        gates.add(new Gate("quotes that stand in their article where they say (1: all)", proven ? 1 : 0, 1, false));
        figures.put(GATES, gates);
        return figures;
    }

    private static List<AnswerRun.Outcome> run(AnswerMaterial.Collection collection, Embedder embedder)
            throws IOException {
        return AnswerRun.of(
                collection,
                embedder,
                Weights.read("/org/askwell/ask/sentence.properties"),
                Weights.read("/org/askwell/ask/confidence.properties"));
    }

    private static List<AnswerRun.Outcome> notLearnt(List<AnswerRun.Outcome> outcomes) {
        return outcomes.stream().filter(it -> !it.question().learntFrom()).toList();
    }

    private static boolean isShown(AnswerRun.Outcome outcome) {
        return outcome.confidence() >= threshold(outcome.question().language(), outcome);
    }

    private static double threshold(String language, AnswerRun.Outcome outcome) {
        var vectors = outcome.judged() != null
                && outcome.judged().evidence().all().stream().anyMatch(it -> it.compared);
        return Weights.read("/org/askwell/ask/confidence.properties")
                .of(Confidence.model(language, vectors), "threshold");
    }

    private static void spans(
            PrintStream out,
            Map<String, Object> figures,
            List<Gate> gates,
            String name,
            List<AnswerRun.Outcome> outcomes,
            double wanted) {
        var shown = outcomes.stream().filter(AnswerQuality::isShown).toList();
        double right = share(shown, AnswerRun.Outcome::right);
        double ofAll = share(outcomes, AnswerRun.Outcome::right);
        double both = share(outcomes, it -> it.right() && isShown(it));
        var verdict = "";
        if (wanted > 0) {
            var gate = new Gate(name + ": gold in a shown sentence, of the answers shown", right, wanted, false);
            var all = new Gate(name + ": the same of all questions, were all shown", ofAll, wanted, false);
            gates.add(gate);
            gates.add(all);
            verdict = String.format(
                    Locale.ROOT, "%.2f %s", wanted, gate.isReached() && all.isReached() ? "reached" : "MISSED");
        }
        out.printf(
                Locale.ROOT,
                "%-26s %6d %22.3f %22.3f %10.3f %20.3f %14s%n",
                name,
                outcomes.size(),
                right,
                ofAll,
                shown.size() / (double) outcomes.size(),
                both,
                verdict);
        figures.put(
                name,
                Map.of("asked", outcomes.size(), "goldInShown", right, "goldIfAllShown", ofAll, "shownAndGold", both));
    }

    private static void turnedAway(
            PrintStream out,
            Map<String, Object> figures,
            List<Gate> gates,
            String name,
            List<AnswerRun.Outcome> all,
            double wanted) {
        var outcomes = notLearnt(all);
        var answerable = outcomes.stream()
                .filter(it -> it.question().answerable())
                .map(AnswerRun.Outcome::confidence)
                .sorted()
                .toList();
        var others = outcomes.stream()
                .filter(it -> !it.question().answerable())
                .map(AnswerRun.Outcome::confidence)
                .sorted()
                .toList();
        double threshold = answerable.get((int) Math.floor((1 - KEPT) * answerable.size()));
        double away = others.stream().filter(it -> it < threshold).count() / (double) others.size();
        double below = 0;
        for (double one : answerable) {
            below += others.stream()
                    .mapToDouble(it -> it < one ? 1 : it == one ? 0.5 : 0)
                    .sum();
        }
        double auc = below / answerable.size() / others.size();
        double kept =
                share(outcomes.stream().filter(it -> it.question().answerable()).toList(), AnswerQuality::isShown);
        double refused = share(
                outcomes.stream().filter(it -> !it.question().answerable()).toList(), it -> !isShown(it));
        var verdict = "";
        if (wanted > 0) {
            var gate = new Gate(name + ": turned away, unseen half, 90 % kept", away, wanted, false);
            gates.add(gate);
            verdict = String.format(Locale.ROOT, "%.2f %s", wanted, gate.isReached() ? "reached" : "MISSED");
        }
        out.printf(
                Locale.ROOT,
                "%-22s %6d %26.3f %14.3f %14s   %s%n",
                name,
                outcomes.size(),
                away,
                auc,
                String.format(Locale.ROOT, "%.2f / %.2f", kept, refused),
                verdict);
        figures.put(
                name,
                Map.of(
                        "asked",
                        outcomes.size(),
                        "turnedAwayAt90Kept",
                        away,
                        "auc",
                        auc,
                        "kept",
                        kept,
                        "turnedAway",
                        refused));
    }

    private static void firm(
            PrintStream out,
            Map<String, Object> figures,
            List<Gate> gates,
            String name,
            List<AnswerRun.Outcome> all,
            Predicate<AnswerRun.Outcome> which) {
        var outcomes = all.stream().filter(which).toList();
        var answerable =
                outcomes.stream().filter(it -> it.question().answerable()).toList();
        var others = outcomes.stream().filter(it -> !it.question().answerable()).toList();
        double right = share(answerable, it -> it.right() && isShown(it));
        double away = share(others, it -> !isShown(it));
        gates.add(new Gate("the firm's 150: answered rightly, of those with an answer", right, 0.85, false));
        gates.add(new Gate("the firm's 150: turned away, of those without", away, 0.85, false));
        out.printf(
                Locale.ROOT,
                "%-22s %6d %13.3f of %3d %19.3f of %3d   (right if all were shown: %.3f)%n",
                name,
                outcomes.size(),
                right,
                answerable.size(),
                away,
                others.size(),
                share(answerable, AnswerRun.Outcome::right));
        figures.put("firm " + name.strip(), Map.of("asked", outcomes.size(), "right", right, "turnedAway", away));
    }

    /** For those who look with their own eyes: {@code -Daskwell.verbose=true}. */
    private static void explain(PrintStream out, List<AnswerRun.Outcome> outcomes) {
        if (!Boolean.getBoolean("askwell.verbose")) {
            return;
        }
        outcomes.stream()
                .sorted(Comparator.comparingDouble(AnswerRun.Outcome::confidence))
                .forEach(it -> out.printf(
                        Locale.ROOT,
                        "%.3f %s %s %s | %s%n      %s%n",
                        it.confidence(),
                        it.question().id(),
                        it.question().answerable() ? (it.right() ? "right" : "WRONG") : "NO ANSWER",
                        it.question().text(),
                        it.question().gold(),
                        it.shown().stream().map(Answer.Sentence::text).toList()));
    }

    private static <T> double share(List<T> of, Predicate<T> which) {
        return of.isEmpty() ? 0 : of.stream().filter(which).count() / (double) of.size();
    }
}
