package org.askwell.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the words of a question in a text again: where they stand, and how much of the question they are. */
final class Snippets {

    private static final int LENGTH = 180;

    private final Map<Words, Map<String, Double>> rarity;
    private final double whole;

    Snippets(Map<Words, Map<String, Double>> rarity) {
        this.rarity = rarity;
        this.whole = words(Words.HAN) + words(Words.STEMS);
    }

    /** Share of the question's words, weighted by rarity, that the text has. */
    double coverage(String text) {
        return coverage(text, rarity(Words.HAN).isEmpty() ? Set.of() : terms(Words.HAN, Folding.fold(text)));
    }

    /** The same of a text whose Chinese words are known already. */
    double coverage(String text, Set<String> han) {
        if (whole == 0) {
            return 0;
        }
        var stems = rarity(Words.STEMS).isEmpty() ? Set.<String>of() : terms(Words.STEMS, Folding.fold(text));
        return (covered(Words.HAN, han) + covered(Words.STEMS, stems)) / whole;
    }

    /** The stretch of the text with most of the question in it. */
    Snippet of(String text) {
        var marked = marks(text);
        int start = bestWindow(text, marked);
        int end = Math.min(text.length(), start + LENGTH);
        if (end < text.length()) {
            end = boundaryBefore(text, end, start + LENGTH / 2);
        }
        var ranges = new ArrayList<Range>();
        for (int from = marked.nextSetBit(start); from >= 0 && from < end; ) {
            int to = Math.min(marked.nextClearBit(from), end);
            ranges.add(new Range(from - start, to - start));
            from = marked.nextSetBit(to);
        }
        return new Snippet(text.substring(start, end), ranges);
    }

    private Map<String, Double> rarity(Words kind) {
        return rarity.getOrDefault(kind, Map.of());
    }

    private double words(Words kind) {
        return rarity(kind).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double covered(Words kind, Set<String> terms) {
        return rarity(kind).entrySet().stream()
                .filter(it -> terms.contains(it.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static Set<String> terms(Words kind, String folded) {
        return kind.of(folded).stream().map(Words.Token::term).collect(Collectors.toSet());
    }

    private BitSet marks(String text) {
        var folded = Folding.fold(text);
        var marked = new BitSet(text.length());
        var stems = rarity(Words.STEMS);
        if (!stems.isEmpty()) {
            for (var token : Words.STEMS.of(folded)) {
                if (stems.containsKey(token.term())) {
                    marked.set(token.start(), token.end());
                }
            }
        }
        // Where a Chinese word stands one sees without cutting the whole text into words, which costs much more.
        for (var kind : List.of(Words.PAIRS, Words.HAN)) {
            for (var term : rarity(kind).keySet()) {
                for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length())) {
                    marked.set(at, at + term.length());
                }
            }
        }
        return marked;
    }

    private static int bestWindow(String text, BitSet marked) {
        if (text.length() <= LENGTH || marked.isEmpty()) {
            return 0;
        }
        int best = 0;
        int most = -1;
        for (int at = marked.nextSetBit(0); at >= 0; at = marked.nextSetBit(marked.nextClearBit(at))) {
            int start = startBefore(text, Math.max(0, at - LENGTH / 4));
            int inside =
                    marked.get(start, Math.min(text.length(), start + LENGTH)).cardinality();
            if (inside > most) {
                most = inside;
                best = start;
            }
        }
        return Math.min(best, Math.max(0, startBefore(text, text.length() - LENGTH)));
    }

    /** The start of the word or sentence part that the place stands in. */
    private static int startBefore(String text, int at) {
        for (int back = at; back > 0 && at - back < 30; back--) {
            if (isBoundary(text.charAt(back - 1))) {
                return back;
            }
        }
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static int boundaryBefore(String text, int at, int notBefore) {
        for (int back = at; back > notBefore; back--) {
            if (isBoundary(text.charAt(back - 1))) {
                return back;
            }
        }
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    private static boolean isBoundary(char letter) {
        return Character.isWhitespace(letter) || "。！？；，、：".indexOf(letter) >= 0;
    }
}
