package org.askwell.ask;

import java.io.PrintStream;
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
import org.askwell.bench.QualityPart;
import org.askwell.search.AnswerMaterial;
import org.askwell.search.LuceneIndex;
import org.askwell.search.Material;
import org.askwell.search.Page;
import org.askwell.search.PageRef;
import org.askwell.search.RememberingEmbedder;

/** How long a question takes to its answer, in process, over all the material at once, with models on. */
public final class AnswerSpeed implements QualityPart {

    private static final int WARM = 60;
    private static final int MEASURED = 300;
    private static final double GATE = 100;

    @Override
    public String name() {
        return "answer-speed";
    }

    @Override
    public Map<String, Object> measure(Path eval, PrintStream out) throws Exception {
        var collections = new ArrayList<AnswerMaterial.Collection>();
        collections.add(AnswerMaterial.clapnq(eval));
        collections.add(AnswerMaterial.xquad(eval, "en"));
        collections.add(AnswerMaterial.xquad(eval, "zh"));
        collections.addAll(AnswerMaterial.halves(eval));
        var folder = Files.createTempDirectory("askwell-speed");
        var markdown = new HashMap<String, String>();
        var questions = new ArrayList<AnswerMaterial.Question>();
        // Vectors of passages are taken from an earlier run; everything a question needs is made by the models
        // themselves.
        try (var index = LuceneIndex.open(folder, new RememberingEmbedder(new BgeEmbedder()))) {
            for (var collection : collections) {
                for (var page : collection.pages()) {
                    var id = collection.name() + "/" + page.ref().id();
                    if (markdown.put(id, page.markdown()) == null) {
                        index.put(new Page(
                                new PageRef("article", id),
                                page.revision(),
                                page.space(),
                                page.language(),
                                page.title(),
                                page.markdown(),
                                page.wordings(),
                                page.audience(),
                                null,
                                page.updatedAt()));
                    }
                }
                questions.addAll(collection.questions());
            }
            index.commit(1);
            while (index.embed(100) > 0) {
                index.refresh();
            }
            index.refresh();
        }
        var times = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        int passages;
        try (var index = LuceneIndex.open(folder, new BgeEmbedder())) {
            passages = index.size().passages();
            var answering = new Answering(index, new BgeEmbedder());
            java.util.Collections.shuffle(questions, new java.util.Random(7));
            for (var at = 0; at < WARM + MEASURED; at++) {
                var question = questions.get(at % questions.size());
                var asked = new Asked(Asked.Intent.QUESTION, question.text(), question.language(), null);
                for (var measured : List.of(times, again)) {
                    var begin = System.nanoTime();
                    answering.answer(asked, Material.EVERYBODY, null, (page, revision) -> markdown.get(page.id()));
                    if (at >= WARM) {
                        measured.add((System.nanoTime() - begin) / 1e6);
                    }
                }
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        out.printf(
                Locale.ROOT,
                "%nquestion → answer over %d passages, models on: first time %s; the same question again %s (gate: p95 < %.0f ms)%n",
                passages,
                figure(times),
                figure(again),
                GATE);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("passages", passages);
        figures.put("p50", at(times, 0.5));
        figures.put("p95", at(times, 0.95));
        figures.put("p99", at(times, 0.99));
        figures.put("againP95", at(again, 0.95));
        figures.put(
                GATES,
                List.of(new Gate(
                        "question → answer, p95 in ms, a question never asked before", at(times, 0.95), GATE, true)));
        return figures;
    }

    private static String figure(List<Double> times) {
        return String.format(
                Locale.ROOT, "median %.0f, p95 %.0f, p99 %.0f ms", at(times, 0.5), at(times, 0.95), at(times, 0.99));
    }

    private static double at(List<Double> times, double share) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
