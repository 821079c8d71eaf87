package org.askwell.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.askwell.ai.Embedder;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.markdown.MarkdownText.Section;
import org.askwell.search.Passage;
import org.askwell.search.Telling;
import org.jspecify.annotations.Nullable;

/** Reads the passages that were found and picks the sentences that answer. */
public final class Extractor {

    private final Embedder embedder;

    public Extractor(Embedder embedder) {
        this.embedder = embedder;
    }

    List<Candidate> candidates(String question, String language, Telling telling, List<Found> founds, int vectors) {
        var candidates = new ArrayList<Candidate>();
        var wanted = AskedFor.in(question, language);
        double topScore =
                founds.stream().mapToDouble(it -> it.hit().score()).max().orElse(1);
        double topCosine = founds.stream()
                .mapToDouble(it -> it.hit().signals().cosine())
                .max()
                .orElse(0);
        for (var rank = 0; rank < founds.size(); rank++) {
            var found = founds.get(rank);
            var own = inPassage(found, rank, telling);
            for (var i = 0; i < own.size(); i++) {
                var candidate = own.get(i);
                weigh(
                        candidate,
                        i > 0 ? own.get(i - 1) : null,
                        i + 1 < own.size() ? own.get(i + 1) : null,
                        telling,
                        wanted);
                candidate.hit = topScore <= 0 ? 0 : found.hit().score() / topScore;
                candidate.hitCosine = found.hit().signals().cosine() - topCosine;
                candidate.hitCoverage = found.hit().signals().coverage();
            }
            candidates.addAll(own);
        }
        if (embedder.available()) {
            addCosines(question, language, candidates, vectors);
        }
        return candidates;
    }

    private static void weigh(
            Candidate candidate,
            @Nullable Candidate before,
            @Nullable Candidate after,
            Telling telling,
            Set<AskedFor> wanted) {
        candidate.coverage = telling.share(candidate.words);
        var together = (BitSet) candidate.words.clone();
        if (before != null) {
            together.or(before.words);
        }
        if (after != null) {
            together.or(after.words);
        }
        candidate.around = telling.share(together);
        var all = (BitSet) candidate.words.clone();
        all.or(candidate.contextWords);
        candidate.context = telling.share(all);
        // Of the words that the title and headings do not say already, how many stand in this sentence?
        var open = new BitSet();
        open.set(0, telling.words().size());
        open.andNot(candidate.contextWords);
        var answered = (BitSet) open.clone();
        answered.and(candidate.words);
        var openWeight = telling.weight(open);
        candidate.rest = openWeight <= 0 ? 0 : telling.weight(answered) / openWeight;
        var text = candidate.inBlock().kind() == MarkdownText.BlockKind.TABLE_ROW
                ? candidate.understandable()
                : candidate.itself().text();
        var language = candidate.found.hit().passage().language();
        var has = wanted.stream().filter(it -> it.isIn(text, language)).count();
        candidate.wanted = wanted.isEmpty() ? 0.5 : has / (double) wanted.size();
        var numbers = wanted.contains(AskedFor.NUMBER) || wanted.contains(AskedFor.TIME);
        candidate.wantedNumber = numbers ? (text.chars().anyMatch(Character::isDigit) ? 1 : -1) : 0;
    }

    private void addCosines(String question, String language, List<Candidate> candidates, int vectors) {
        var vector = embedder.embedQuery(language, question);
        var chosen = candidates.stream()
                .filter(it -> it.found.hit().passage().language().equals(language))
                .sorted(Comparator.comparingDouble((Candidate it) -> -first(it)))
                .limit(vectors)
                .toList();
        var texts = chosen.stream().map(Candidate::understandable).toList();
        var made = embedder.embedPassages(language, texts);
        var inContext = embedder.embedPassages(
                language, chosen.stream().map(Candidate::inContext).toList());
        for (var i = 0; i < chosen.size(); i++) {
            chosen.get(i).cosine = dot(vector, made.get(i));
            chosen.get(i).contextCosine = dot(vector, inContext.get(i));
        }
    }

    static double first(Candidate it) {
        return it.coverage + 0.3 * it.around + 0.5 * it.rest + 0.25 * it.wanted + 0.6 * it.hit;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static List<Candidate> inPassage(Found found, int rank, Telling telling) {
        var passage = found.hit().passage();
        var section = sectionOf(found.text(), passage);
        if (section == null) {
            return List.of();
        }
        var context = telling.in(passage.title() + "\n"
                + String.join(
                        "\n",
                        section.path().stream().map(MarkdownText.Heading::text).toList()));
        var leads = new HashMap<String, BitSet>();
        var own = new ArrayList<Candidate>();
        for (var b = 0; b < section.blocks().size(); b++) {
            var block = section.blocks().get(b);
            if (block.end() <= passage.start() || passage.end() <= block.start()) {
                continue;
            }
            for (var s = 0; s < block.sentences().size(); s++) {
                var words = telling.in(block.sentences().get(s).text());
                if (block.lead() != null) {
                    words.or(leads.computeIfAbsent(block.lead().text(), telling::in));
                }
                own.add(new Candidate(found, rank, section, b, s, words, context));
            }
        }
        return own;
    }

    static @Nullable Section sectionOf(MarkdownText text, Passage passage) {
        for (var section : text.sections()) {
            if (section.start() <= passage.start() && passage.start() < Math.max(section.end(), section.start() + 1)) {
                return section;
            }
        }
        return null;
    }
}
