package org.askwell.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.ai.BgeEmbedder;
import org.askwell.ai.Embedder;
import org.askwell.bench.QualityPart;

/** Does the right page stand among the first? By words alone, by vectors alone, and by both, as the portal does it. */
public final class RetrievalQuality implements QualityPart {

    private static final Map<String, Ranking> WAYS = ways();

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public Map<String, Object> measure(Path eval, PrintStream out) throws Exception {
        var embedder = new RememberingEmbedder(new BgeEmbedder());
        var figures = new LinkedHashMap<String, Object>();
        var gates = new ArrayList<Gate>();
        out.printf(
                "%-28s %6s %6s   %-22s %-22s %-22s %s%n",
                "hit@1 / @5 / @10", "pages", "asked", "words", "vectors", "both", "gate @5");
        for (var work : works(eval)) {
            var collection = work.collection();
            var row = new LinkedHashMap<String, Object>();
            var results = measure(collection, embedder, Tuning.DEFAULT);
            results.forEach((way, result) -> row.put(way, result.json()));
            var both = results.getOrDefault("both", Result.NONE).at5();
            var columns = results.values().stream().map(Result::toString).toList();
            var verdict = "";
            if (work.gate() > 0) {
                var gate =
                        new Gate(collection.name() + ": the right page among the first five", both, work.gate(), false);
                gates.add(gate);
                verdict = String.format(Locale.ROOT, "%.2f %s", work.gate(), gate.isReached() ? "reached" : "MISSED");
            }
            out.printf(
                    "%-28s %6d %6d   %-22s %-22s %-22s %s%n",
                    collection.name(),
                    collection.pages().size(),
                    collection.questions().size(),
                    columns.get(0),
                    columns.get(1),
                    columns.get(2),
                    verdict);
            figures.put(collection.name(), row);
        }
        var cacm = Cacm.meanAveragePrecision(eval);
        var gate = new Gate("CACM, BM25 alone: distance from the published MAP", Math.abs(cacm - 0.3123), 0.02, true);
        gates.add(gate);
        out.printf(
                Locale.ROOT,
                "%nCACM, BM25 alone: MAP %.4f (published 0.3123 ± 0.02: %s)%n",
                cacm,
                gate.isReached() ? "reached" : "MISSED");
        figures.put("cacm", Map.of("map", cacm, "published", 0.3123));
        figures.put(GATES, gates);
        return figures;
    }

    record Work(Material.Collection collection, double gate) {}

    static List<Work> works(Path eval) throws IOException {
        var loginEn = Material.bodies(eval, "login-gov-en", "login-gov-en-titles.tsv", "en");
        var loginZh = Material.bodies(eval, "login-gov-zh", "login-gov-zh-titles.tsv", "zh");
        return List.of(
                new Work(Material.stard(eval), 0.76),
                new Work(Material.handbook(eval, "18f-handbook", "18f-headings.tsv", "en"), 0.84),
                new Work(Material.handbook(eval, "civicactions-guidebook", "civicactions-headings.tsv", "en"), 0),
                new Work(loginEn, 0.89),
                new Work(loginZh, 0.80),
                new Work(across("login-gov zh→en", loginZh, loginEn, "login-gov-zh", "login-gov-en"), 0),
                new Work(across("login-gov en→zh", loginEn, loginZh, "login-gov-en", "login-gov-zh"), 0),
                new Work(together("login-gov zh, both there", loginZh, loginEn), 0),
                new Work(together("login-gov en, both there", loginEn, loginZh), 0),
                new Work(Material.xquad(eval, "en", "en"), 0),
                new Work(Material.xquad(eval, "zh", "zh"), 0),
                new Work(Material.xquad(eval, "zh", "en"), 0),
                new Work(Material.xquad(eval, "en", "zh"), 0));
    }

    /** The pages of both languages are there; the right one is in the language of the question. */
    private static Material.Collection together(String name, Material.Collection asked, Material.Collection other) {
        var pages = new ArrayList<>(asked.pages());
        pages.addAll(other.pages());
        return new Material.Collection(name, pages, asked.questions());
    }

    private static Material.Collection across(
            String name, Material.Collection asked, Material.Collection searched, String from, String to) {
        var questions = asked.questions().stream()
                .map(it -> new Material.Question(
                        it.text(),
                        it.relevant().stream()
                                .map(id -> id.replace(from, to))
                                .collect(java.util.stream.Collectors.toSet())))
                .toList();
        return new Material.Collection(name, searched.pages(), questions);
    }

    private static Map<String, Ranking> ways() {
        var standard = Ranking.DEFAULT;
        var ways = new LinkedHashMap<String, Ranking>();
        ways.put("words", standard.withoutVectors());
        ways.put("vectors", standard.withoutWords());
        return ways;
    }

    static Map<String, Result> measure(Material.Collection collection, Embedder embedder, Tuning tuning)
            throws IOException {
        return with(collection, embedder, tuning, index -> {
            var found = new LinkedHashMap<String, List<List<String>>>();
            for (var question : collection.questions()) {
                var query = Query.of(question.text(), Material.EVERYBODY, 10);
                var weighing = index.weighing(query);
                WAYS.forEach((way, ranking) ->
                        found.computeIfAbsent(way, it -> new ArrayList<>()).add(weighing.by(ranking)));
                found.computeIfAbsent("both", it -> new ArrayList<>())
                        .add(index.pages(query).stream()
                                .map(it -> it.page().id())
                                .toList());
            }
            var results = new LinkedHashMap<String, Result>();
            found.forEach((way, pages) -> results.put(way, Result.of(collection.questions(), pages)));
            return results;
        });
    }

    interface Asking<T> {
        T ask(LuceneIndex index) throws IOException;
    }

    /** Indexes a collection in a folder that is gone afterwards. */
    static <T> T with(Material.Collection collection, Embedder embedder, Tuning tuning, Asking<T> asking)
            throws IOException {
        var folder = Files.createTempDirectory("askwell-quality");
        try (var index = LuceneIndex.open(folder, embedder, tuning)) {
            collection.pages().forEach(index::put);
            index.commit(1);
            while (index.embed(100) > 0) {
                index.refresh();
            }
            return asking.ask(index);
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    record Result(double at1, double at5, double at10, double mrr) {

        static final Result NONE = new Result(0, 0, 0, 0);

        /** @param found for each question the pages found, best first */
        static Result of(List<Material.Question> questions, List<List<String>> found) {
            int[] hits = new int[3];
            double reciprocal = 0;
            for (int at = 0; at < questions.size(); at++) {
                var pages = found.get(at);
                for (int rank = 0; rank < Math.min(10, pages.size()); rank++) {
                    if (questions.get(at).relevant().contains(pages.get(rank))) {
                        hits[0] += rank < 1 ? 1 : 0;
                        hits[1] += rank < 5 ? 1 : 0;
                        hits[2]++;
                        reciprocal += 1.0 / (rank + 1);
                        break;
                    }
                }
            }
            double asked = questions.size();
            return new Result(hits[0] / asked, hits[1] / asked, hits[2] / asked, reciprocal / asked);
        }

        Map<String, Object> json() {
            return Map.of("hit1", at1, "hit5", at5, "hit10", at10, "mrr", mrr);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f / %.3f / %.3f", at1, at5, at10);
        }
    }
}
