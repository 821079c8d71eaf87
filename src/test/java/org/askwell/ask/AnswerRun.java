package org.askwell.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.ai.Embedder;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.search.AnswerMaterial;
import org.askwell.search.LuceneIndex;
import org.askwell.search.Material;
import org.askwell.search.Query;
import org.jspecify.annotations.Nullable;

/** Asks all questions of a collection, as the portal does, and keeps what came out. */
final class AnswerRun {

    private AnswerRun() {}

    /**
     * What came of one question.
     *
     * @param right whether what would be shown holds the gold span, or comes from the right page where no span is known
     * @param proven whether every quote stands in its text where it says
     */
    record Outcome(
            String collection,
            AnswerMaterial.Question question,
            Answering.@Nullable Judged judged,
            boolean right,
            boolean proven,
            List<Answer.Sentence> shown,
            double milliseconds) {

        double confidence() {
            return judged == null ? 0 : judged.namesTheSame() ? judged.confidence() : 0;
        }
    }

    static List<Outcome> of(
            AnswerMaterial.Collection collection, Embedder embedder, Weights sentence, Weights confidence)
            throws IOException {
        var folder = Files.createTempDirectory("askwell-answers");
        var markdown = new HashMap<String, String>();
        try (var index = LuceneIndex.open(folder, embedder)) {
            for (var page : collection.pages()) {
                index.put(page);
                markdown.put(page.ref().id(), page.markdown());
            }
            index.commit(1);
            while (index.embed(100) > 0) {
                index.refresh();
            }
            index.refresh();
            var answering = new Answering(index, embedder, sentence, confidence);
            var outcomes = new ArrayList<Outcome>();
            for (var question : collection.questions()) {
                outcomes.add(ask(collection.name(), question, answering, index, markdown));
            }
            return outcomes;
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Outcome ask(
            String collection,
            AnswerMaterial.Question question,
            Answering answering,
            LuceneIndex index,
            Map<String, String> markdown) {
        Answering.Shelf shelf = (page, revision) -> markdown.get(page.id());
        var asked = new Asked(Asked.Intent.QUESTION, question.text(), question.language(), null);
        var begin = System.nanoTime();
        var query = new Query(question.text(), null, Material.EVERYBODY, null, question.language(), 16);
        var judged = answering.judge(asked, query, index.search(query), shelf);
        var shown = judged == null ? List.<Answer.Sentence>of() : Quoting.shown(judged.evidence());
        var milliseconds = (System.nanoTime() - begin) / 1e6;
        var proven = shown.stream()
                .flatMap(it -> it.citations().stream())
                .allMatch(it -> it.holds(markdown.getOrDefault(it.article(), "")));
        return new Outcome(collection, question, judged, isRight(question, shown), proven, shown, milliseconds);
    }

    private static boolean isRight(AnswerMaterial.Question question, List<Answer.Sentence> shown) {
        if (!question.answerable()) {
            return false;
        }
        if (question.gold().isEmpty()) {
            return shown.stream()
                    .filter(Answer.Sentence::key)
                    .flatMap(it -> it.citations().stream())
                    .anyMatch(it -> question.pages().contains(it.article()));
        }
        return shown.stream().anyMatch(sentence -> question.gold().stream().anyMatch(gold -> holds(sentence, gold)));
    }

    /** In the sentence as shown, or in the quote that proves it, whose cells are not put into words. */
    private static boolean holds(Answer.Sentence sentence, String gold) {
        var wanted = plain(gold);
        return plain(sentence.text()).contains(wanted)
                || sentence.look() == Answer.Look.ROW
                        && sentence.citations().stream()
                                .anyMatch(it -> plain(MarkdownText.parse("x\n\n" + it.quote())
                                                .sections()
                                                .getFirst()
                                                .plain())
                                        .contains(wanted));
    }

    private static String plain(String text) {
        return text.replaceAll("[*`_|]", " ").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
