package org.askwell.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a question when the words that only make it a question are gone: its words by kind, each with a weight.
 */
final class QueryWords {

    /** More than this nobody asks; what a hostile text has beyond it is not looked at. */
    private static final int MAX_CHARACTERS = 2_000;

    private static final int MAX_TERMS = 200;

    /** What the words of the question before count beside those of the question itself. */
    private static final float PREVIOUS = 0.5f;

    /** What a word counts that was said in the other language. */
    private static final float OTHER_LANGUAGE = 0.6f;

    private final Map<Words, Map<String, Float>> byKind = new EnumMap<>(Words.class);
    private final Map<Words, Map<String, Float>> inOtherLanguage = new EnumMap<>(Words.class);

    private QueryWords() {
        for (var kind : Words.values()) {
            byKind.put(kind, new LinkedHashMap<>());
            inOtherLanguage.put(kind, new LinkedHashMap<>());
        }
    }

    static QueryWords of(String text, @Nullable String previous) {
        var words = new QueryWords();
        words.take(bounded(text), 1);
        if (previous != null) {
            words.take(bounded(previous), PREVIOUS);
        }
        return words;
    }

    /** At most as much as a question can reasonably be; never cuts a character in two. */
    static String bounded(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }

    boolean isEmpty() {
        return byKind.values().stream().allMatch(Map::isEmpty);
    }

    Map<String, Float> of(Words kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /** Finds documents with any of the words in the fields {@code prefix + kind}. */
    BooleanQuery query(String prefix, Weights weights) {
        var query = new BooleanQuery.Builder();
        for (var kind : Words.values()) {
            var terms = new LinkedHashMap<>(inOtherLanguage.getOrDefault(kind, Map.of()));
            terms.putAll(of(kind));
            terms.forEach((term, weight) -> query.add(
                    new BoostQuery(new TermQuery(new Term(prefix + field(kind), term)), weight * weights.of(kind)),
                    Occur.SHOULD));
        }
        return query.build();
    }

    /** How much each word tells, by its rarity among the passages; a word that no passage has tells most. */
    Map<Words, Map<String, Double>> rarity(IndexSearcher searcher) throws IOException {
        var rarity = new EnumMap<Words, Map<String, Double>>(Words.class);
        for (var kind : Words.values()) {
            var field = field(kind);
            var statistics = searcher.collectionStatistics(field);
            double all = statistics == null ? 0 : statistics.docCount();
            var terms = new LinkedHashMap<String, Double>();
            for (var term : of(kind).entrySet()) {
                int having = searcher.getIndexReader().docFreq(new Term(field, term.getKey()));
                terms.put(
                        term.getKey(),
                        term.getValue() * Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5)));
            }
            rarity.put(kind, terms);
        }
        return rarity;
    }

    static String field(Words kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void take(String text, float weight) {
        var folded = Folding.fold(text);
        takeStems(folded, weight);
        takeHan(folded, weight);
    }

    private void takeStems(String folded, float weight) {
        var tokens = Words.STEMS.of(folded);
        var telling =
                tokens.stream().filter(it -> !isEnglishQuestionWord(folded, it)).toList();
        add(byKind, Words.STEMS, telling.isEmpty() && !hasHan(folded) ? tokens : telling, weight);
        for (var ways : Glossary.shipped()
                .chinese(telling.stream().map(Words.Token::term).toList())) {
            // Several ways to say one thing are one thing.
            float each = weight * OTHER_LANGUAGE / ways.size();
            for (var way : ways) {
                add(inOtherLanguage, Words.HAN, Words.HAN.of(way), each);
                add(inOtherLanguage, Words.PAIRS, Words.PAIRS.of(way), each);
            }
        }
    }

    private void takeHan(String folded, float weight) {
        var tokens = Words.HAN.of(folded);
        var telling =
                tokens.stream().filter(it -> !QuestionWords.chinese(it.term())).toList();
        if (telling.isEmpty()) {
            add(byKind, Words.HAN, tokens, weight);
            add(byKind, Words.PAIRS, Words.PAIRS.of(folded), weight);
            return;
        }
        add(byKind, Words.HAN, telling, weight);
        var blanked = new StringBuilder(folded);
        for (var token : tokens) {
            if (QuestionWords.chinese(token.term())) {
                for (int at = token.start(); at < token.end(); at++) {
                    blanked.setCharAt(at, ' ');
                }
            }
        }
        add(byKind, Words.PAIRS, Words.PAIRS.of(blanked.toString()), weight);
        for (var ways : Glossary.shipped().english(blanked.toString())) {
            float each = weight * OTHER_LANGUAGE / ways.size();
            ways.forEach(way -> add(inOtherLanguage, Words.STEMS, Words.STEMS.of(way), each));
        }
    }

    private static void add(Map<Words, Map<String, Float>> words, Words kind, List<Words.Token> tokens, float weight) {
        var terms = words.get(kind);
        if (terms == null) {
            return;
        }
        for (var token : tokens) {
            if (terms.size() >= MAX_TERMS) {
                return;
            }
            terms.merge(token.term(), weight, Math::max);
        }
    }

    private static boolean isEnglishQuestionWord(String folded, Words.Token token) {
        var word = folded.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
        return QuestionWords.english(
                word.endsWith("'s") ? word.substring(0, word.length() - 2) : word.replace("'", ""));
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN);
    }

    /** What each kind of word counts. */
    record Weights(float han, float pairs, float stems) {

        float of(Words kind) {
            return switch (kind) {
                case HAN -> han;
                case PAIRS -> pairs;
                case STEMS -> stems;
            };
        }
    }
}
