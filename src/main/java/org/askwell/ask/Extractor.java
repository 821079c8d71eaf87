package org.askwell.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.askwell.ai.Embedder;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.markdown.MarkdownText.Section;
import org.askwell.search.Passage;
import org.askwell.search.Telling;
import org.jspecify.annotations.Nullable;

/**
 * Reads the passages that were found and picks the sentences that answer.
 *
 * <p>Every sentence gets a share of the belief that it is the answer; shown is the shortest stretch that holds nearly as
 * much of it as any stretch of bearable length could, and a second one where the belief is divided.
 */
final class Extractor {

    /** Sentences whose vectors are made at question time; each costs some milliseconds. */
    private static final int COMPARED = 8;

    /** What a phone shows well at once. */
    private static final int ENGLISH_LENGTH = 400;

    private static final int CHINESE_LENGTH = 200;
    private static final int MOST_SENTENCES = 4;

    /** A table or list is read by its lines and may be longer. */
    private static final double IN_LINES = 1.5;

    private static final int MOST_LINES = 8;

    /** A shorter stretch is taken if it holds this much of what the best one holds. */
    private static final double NEARLY = 0.95;

    /** From this part of the first stretch's belief a second one is shown. */
    private static final double DIVIDED = 0.4;

    private static final int REMEMBERED = 8_000;

    private final Embedder embedder;
    private final double[] weights;
    private final Map<String, float[]> vectors =
            java.util.Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > REMEMBERED;
                }
            });

    Extractor(Embedder embedder, Weights weights) {
        this.embedder = embedder;
        this.weights = weights.of("sentence", Candidate.SIGNALS);
    }

    /** The best the passages have, or nothing when there is not one sentence in them. */
    Optional<Evidence> best(String question, String language, Telling telling, List<Found> founds) {
        var candidates = candidates(question, language, telling, founds);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        believe(candidates);
        var parts = stretches(candidates, language);
        var key = parts.getFirst().stream()
                .max(Comparator.comparingDouble(it -> it.share))
                .orElseThrow();
        return Optional.of(new Evidence(key, parts, candidates));
    }

    List<Candidate> candidates(String question, String language, Telling telling, List<Found> founds) {
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
                weigh(candidate, i > 0 ? own.get(i - 1) : null, i + 1 < own.size() ? own.get(i + 1) : null, telling);
                weighWanted(candidate, wanted);
                candidate.hit = topScore <= 0 ? 0 : found.hit().score() / topScore;
                candidate.hitCosine = found.hit().signals().cosine() - topCosine;
                candidate.hitCoverage = found.hit().signals().coverage();
            }
            candidates.addAll(own);
        }
        if (embedder.available() && !candidates.isEmpty()) {
            compare(question, language, candidates);
        }
        return candidates;
    }

    private static List<Candidate> inPassage(Found found, int rank, Telling telling) {
        var passage = found.hit().passage();
        var section = sectionOf(found.text(), passage);
        if (section == null) {
            return List.of();
        }
        var context = telling.in(passage.title() + "\n" + String.join("\n", passage.headings()));
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
                var candidate = new Candidate(found, rank, section, b, s, words, context);
                if (!candidate.isWayElsewhere()) {
                    own.add(candidate);
                }
            }
        }
        return own;
    }

    private static @Nullable Section sectionOf(MarkdownText text, Passage passage) {
        for (var section : text.sections()) {
            if (section.start() <= passage.start() && passage.start() < Math.max(section.end(), section.start() + 1)) {
                return section;
            }
        }
        return null;
    }

    private static void weigh(
            Candidate candidate, @Nullable Candidate before, @Nullable Candidate after, Telling telling) {
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
        var openWeight = telling.weight(open);
        open.and(candidate.words);
        candidate.rest = openWeight <= 0 ? 0 : telling.weight(open) / openWeight;
    }

    private static void weighWanted(Candidate candidate, Set<AskedFor> wanted) {
        var text = candidate.isRow()
                ? candidate.understandable()
                : candidate.itself().text();
        var has = wanted.stream()
                .filter(it -> it.isIn(text, candidate.language()))
                .count();
        candidate.wanted = wanted.isEmpty() ? 0.5 : has / (double) wanted.size();
        var number = wanted.contains(AskedFor.NUMBER) || wanted.contains(AskedFor.TIME);
        candidate.wantedNumber = number ? (text.chars().anyMatch(Character::isDigit) ? 1 : -1) : 0;
    }

    /** Compares the likeliest sentences with the question by meaning; the others count as a little below average. */
    private void compare(String question, String language, List<Candidate> candidates) {
        var asked = embedder.embedQuery(language, question);
        var likeliest = candidates.stream()
                .filter(it -> it.language().equals(language))
                .sorted(Comparator.comparingDouble((Candidate it) -> -atFirstSight(it)))
                .limit(COMPARED)
                .toList();
        learn(
                language,
                likeliest.stream().map(Candidate::understandable).distinct().toList());
        double sum = 0;
        for (var candidate : likeliest) {
            candidate.cosine = dot(asked, vectorOf(language, candidate.understandable()));
            candidate.compared = true;
            sum += candidate.cosine;
        }
        for (var candidate : candidates) {
            if (!candidate.compared) {
                candidate.cosine = likeliest.isEmpty() ? 0 : sum / likeliest.size() - 0.04;
            }
        }
    }

    /** Makes the vectors that are not known yet, side by side. */
    private void learn(String language, List<String> texts) {
        var unknown = texts.stream().filter(it -> !vectors.containsKey(it)).toList();
        var made = unknown.isEmpty() ? List.<float[]>of() : embedder.embedPassages(language, unknown);
        for (int at = 0; at < made.size(); at++) {
            vectors.put(unknown.get(at), made.get(at));
        }
    }

    private float[] vectorOf(String language, String text) {
        var vector = vectors.get(text);
        return vector == null ? embedder.embedPassages(language, List.of(text)).getFirst() : vector;
    }

    private static double atFirstSight(Candidate it) {
        return it.coverage + 0.3 * it.around + 0.5 * it.rest + 0.25 * it.wanted + 0.6 * it.hit;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private void believe(List<Candidate> candidates) {
        double most = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            candidate.share = Weights.sum(weights, candidate.signals());
            most = Math.max(most, candidate.share);
        }
        double sum = 0;
        for (var candidate : candidates) {
            candidate.share = Math.exp(candidate.share - most);
            sum += candidate.share;
        }
        for (var candidate : candidates) {
            candidate.share /= sum;
        }
    }

    private record Stretch(int from, int to, int length, double share) {}

    private static List<List<Candidate>> stretches(List<Candidate> candidates, String language) {
        int room = language.equals("zh") ? CHINESE_LENGTH : ENGLISH_LENGTH;
        var all = new ArrayList<Stretch>();
        for (var from = 0; from < candidates.size(); from++) {
            addStretches(candidates, from, room, all);
        }
        var first = shortest(all);
        var parts = new ArrayList<List<Candidate>>();
        parts.add(candidates.subList(first.from(), first.to()));
        var others = all.stream()
                .filter(it -> it.to() <= first.from() || first.to() <= it.from())
                .filter(it -> it.length() <= room - first.length())
                .toList();
        if (!others.isEmpty()) {
            var second = shortest(others);
            if (second.share() >= DIVIDED * first.share()) {
                parts.add(candidates.subList(second.from(), second.to()));
            }
        }
        return parts;
    }

    /** All stretches of bearable length that begin with one sentence: of running text, or of one list or table. */
    private static void addStretches(List<Candidate> candidates, int from, int room, List<Stretch> all) {
        var first = candidates.get(from);
        var inLines = first.isRow() || first.isItem();
        int length = 0;
        double share = 0;
        for (var to = from; to < candidates.size(); to++) {
            var next = candidates.get(to);
            var fits = next.rank == first.rank
                    && (inLines ? next.isRow() == first.isRow() && next.isItem() == first.isItem() : !next.isRow())
                    && to - from < (inLines ? MOST_LINES : MOST_SENTENCES);
            length += next.length() + 1;
            if (!fits || (to > from && length > (inLines ? room * IN_LINES : room))) {
                return;
            }
            share += next.share;
            all.add(new Stretch(from, to + 1, length, share));
        }
    }

    private static Stretch shortest(List<Stretch> stretches) {
        double most = stretches.stream().mapToDouble(Stretch::share).max().orElse(0);
        return stretches.stream()
                .filter(it -> it.share() >= NEARLY * most)
                .min(Comparator.comparingInt(Stretch::length).thenComparingInt(Stretch::from))
                .orElseThrow();
    }
}
