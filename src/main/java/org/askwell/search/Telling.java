package org.askwell.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a question that tell what it is about, each with its rarity in the index, and where else they stand.
 *
 * <p>Made by {@link PassageIndex#telling} for one question; finding them in other texts needs no index any more. Sets of
 * words are bit sets, so that what several texts have together is their union.
 */
public final class Telling {

    /** Pairs of characters say again what the Chinese words say; together they count about once. */
    private static final double PAIRS = 0.5;

    /**
     * @param weight how much the word tells, in nats of its rarity
     * @param known whether any passage has it, be it in other words
     */
    public record Word(String term, double weight, boolean known) {}

    private final List<Word> words = new ArrayList<>();
    private final Map<Words, Map<String, Integer>> places = new HashMap<>();
    private final List<Other> others = new ArrayList<>();
    private final double whole;

    /** Words that stand in a text as well when one of these ways to say them stands there. */
    private record Other(BitSet words, List<String> han, List<List<String>> stems) {

        boolean isIn(String folded, List<String> itsStems) {
            return han.stream().anyMatch(folded::contains)
                    || stems.stream().anyMatch(way -> Collections.indexOfSubList(itsStems, way) >= 0);
        }
    }

    Telling(Map<Words, Map<String, Double>> rarity, List<QueryWords.Otherwise> otherwise, KnownWords index) {
        for (var kind : Words.values()) {
            var ofKind = new HashMap<String, Integer>();
            rarity.getOrDefault(kind, Map.of()).forEach((term, weight) -> {
                ofKind.put(term, words.size());
                words.add(new Word(term, kind == Words.PAIRS ? weight * PAIRS : weight, index.has(kind, term)));
            });
            places.put(kind, ofKind);
        }
        whole = words.stream().mapToDouble(Word::weight).sum();
        otherwise.forEach(it -> take(it, index));
    }

    private void take(QueryWords.Otherwise otherwise, KnownWords index) {
        var own = new BitSet();
        otherwise
                .said()
                .forEach((kind, terms) -> terms.forEach(term -> {
                    var place = places.getOrDefault(kind, Map.of()).get(term);
                    if (place != null) {
                        own.set(place);
                    }
                }));
        others.add(new Other(own, otherwise.han(), otherwise.stems()));
        boolean known = otherwise.stems().stream()
                        .anyMatch(way -> way.stream().allMatch(it -> index.has(Words.STEMS, it)))
                || otherwise.han().stream()
                        .anyMatch(way -> Words.HAN.of(way).stream().allMatch(it -> index.has(Words.HAN, it.term())));
        if (known) {
            own.stream()
                    .forEach(it -> words.set(
                            it, new Word(words.get(it).term(), words.get(it).weight(), true)));
        }
    }

    /** Whether a word stands anywhere in the index. */
    interface KnownWords {
        boolean has(Words kind, String term);
    }

    public List<Word> words() {
        return List.copyOf(words);
    }

    /** Which of the words a text has, be it in other words. */
    public BitSet in(String text) {
        var found = new BitSet(words.size());
        var folded = Folding.fold(text);
        List<String> stems = List.of();
        for (var kind : Words.values()) {
            var terms = places.getOrDefault(kind, Map.of());
            boolean wanted = kind == Words.STEMS
                    && others.stream().anyMatch(it -> !it.stems().isEmpty());
            if (!terms.isEmpty() || wanted) {
                var tokens = kind.of(folded);
                for (var token : tokens) {
                    var place = terms.get(token.term());
                    if (place != null) {
                        found.set(place);
                    }
                }
                if (wanted) {
                    stems = tokens.stream().map(Words.Token::term).toList();
                }
            }
        }
        for (var other : others) {
            if (other.isIn(folded, stems)) {
                found.or(other.words());
            }
        }
        return found;
    }

    /** How much of the question those words are, by rarity: 0 to 1. */
    public double share(BitSet found) {
        return whole == 0 ? 0 : weight(found) / whole;
    }

    public double share(String text) {
        return share(in(text));
    }

    /** The rarity of those words together. */
    public double weight(BitSet found) {
        return found.stream().mapToDouble(it -> words.get(it).weight()).sum();
    }

    /** How much of the question no passage speaks of at all: 0 to 1. */
    public double unknown() {
        double unknown = words.stream()
                .filter(it -> !it.known())
                .mapToDouble(Word::weight)
                .sum();
        return whole == 0 ? 0 : unknown / whole;
    }

    /** The rarity of all words of the question together. */
    public double whole() {
        return whole;
    }
}
