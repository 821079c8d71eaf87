package org.askwell.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
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

    /** As many words of one question are also looked for in other words. */
    private static final int MAX_OTHERWISE = 20;

    /** What the words of the question before count beside those of the question itself. */
    private static final float PREVIOUS = 0.5f;

    /** What a word counts that was said in the other language, or otherwise in the same one. */
    private static final float OTHER_WORDS = 0.6f;

    /** Nobody mistypes shorter words so that they can be told from others. */
    private static final int RESPELT = 5;

    /** From this length on two slips are taken for one word. */
    private static final int RESPELT_TWICE = 8;

    private final Map<Words, Map<String, Float>> byKind = new EnumMap<>(Words.class);
    private final Map<Words, Map<String, Float>> inOtherWords = new EnumMap<>(Words.class);
    private final List<Otherwise> otherwise = new ArrayList<>();

    /**
     * Words of the question that a text may have in other words.
     *
     * @param said the question's own words, by kind
     * @param han other ways to say them in Chinese
     * @param stems other ways to say them in a script with spaces, each as its stems in order
     */
    record Otherwise(Map<Words, Set<String>> said, List<String> han, List<List<String>> stems) {}

    private QueryWords() {
        for (var kind : Words.values()) {
            byKind.put(kind, new LinkedHashMap<>());
            inOtherWords.put(kind, new LinkedHashMap<>());
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

    /**
     * Reads a word that no text here has as the one that differs by a slip of the finger.
     *
     * @return itself
     */
    QueryWords respelt(IndexReader index) throws IOException {
        var field = field(Words.STEMS);
        var terms = MultiTerms.getTerms(index, field);
        if (terms == null) {
            return this;
        }
        int tried = 0;
        for (var word : of(Words.STEMS).entrySet()) {
            var term = word.getKey();
            if (term.length() >= RESPELT
                    && tried < MAX_OTHERWISE
                    && term.chars().allMatch(it -> it >= 'a' && it <= 'z')
                    && index.docFreq(new Term(field, term)) == 0) {
                tried++;
                var meant = nearest(terms, new Term(field, term));
                if (meant != null) {
                    put(inOtherWords, Words.STEMS, meant, word.getValue());
                    otherwise.add(new Otherwise(Map.of(Words.STEMS, Set.of(term)), List.of(), List.of(List.of(meant))));
                }
            }
        }
        return this;
    }

    private static @Nullable String nearest(Terms terms, Term word) throws IOException {
        int slips = word.text().length() >= RESPELT_TWICE ? 2 : 1;
        var similar = new FuzzyTermsEnum(terms, word, slips, 1, true);
        var nearness = similar.attributes().addAttribute(BoostAttribute.class);
        String best = null;
        float nearest = 0;
        int most = 0;
        for (var found = similar.next(); found != null; found = similar.next()) {
            if (nearness.getBoost() > nearest || nearness.getBoost() == nearest && similar.docFreq() > most) {
                best = found.utf8ToString();
                nearest = nearness.getBoost();
                most = similar.docFreq();
            }
        }
        return best;
    }

    /** Where words of the question may be hidden behind others. */
    List<Otherwise> otherwise() {
        return List.copyOf(otherwise);
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
            var terms = new LinkedHashMap<>(inOtherWords.getOrDefault(kind, Map.of()));
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
                int having = having(searcher.getIndexReader(), kind, term.getKey());
                terms.put(
                        term.getKey(),
                        term.getValue() * Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5)));
            }
            rarity.put(kind, terms);
        }
        return rarity;
    }

    /** How many passages have a word; one that none has is as frequent as what it is read as. */
    private int having(IndexReader index, Words kind, String term) throws IOException {
        int itself = index.docFreq(new Term(field(kind), term));
        if (itself == 0 && kind == Words.STEMS) {
            for (var other : otherwise) {
                if (other.said().getOrDefault(kind, Set.of()).contains(term)
                        && other.stems().size() == 1
                        && other.stems().getFirst().size() == 1) {
                    return index.docFreq(
                            new Term(field(kind), other.stems().getFirst().getFirst()));
                }
            }
        }
        return itself;
    }

    static String field(Words kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void take(String text, float weight) {
        var folded = Folding.fold(text);
        takeStems(folded, weight);
        takeHan(folded, weight);
        takeOfficial(folded, weight);
    }

    private void takeOfficial(String folded, float weight) {
        var everyday = Everyday.shipped().in(folded);
        if (everyday.isEmpty()) {
            return;
        }
        var tokens = new EnumMap<Words, List<Words.Token>>(Words.class);
        for (var kind : Words.values()) {
            tokens.put(kind, kind.of(folded));
        }
        var seen = new HashSet<String>();
        for (var meant : everyday) {
            if (seen.size() < MAX_OTHERWISE && seen.add(folded.substring(meant.start(), meant.end()))) {
                takeOfficial(tokens, meant, weight);
            }
        }
    }

    private void takeOfficial(Map<Words, List<Words.Token>> tokens, Everyday.Meant meant, float weight) {
        var said = new EnumMap<Words, Set<String>>(Words.class);
        for (var kind : Words.values()) {
            said.put(
                    kind,
                    tokens.getOrDefault(kind, List.of()).stream()
                            .filter(it -> it.start() >= meant.start() && it.end() <= meant.end())
                            .map(Words.Token::term)
                            .filter(of(kind)::containsKey)
                            .collect(Collectors.toSet()));
        }
        var han = new ArrayList<String>();
        var stems = new ArrayList<List<String>>();
        long inHan = meant.official().stream().filter(QueryWords::hasHan).count();
        for (var way : meant.official()) {
            // Several ways to say one thing in one script are one thing.
            float each = weight
                    * OTHER_WORDS
                    / (hasHan(way) ? inHan : meant.official().size() - inHan);
            if (hasHan(way)) {
                han.add(way);
                add(inOtherWords, Words.HAN, Words.HAN.of(way), each);
                add(inOtherWords, Words.PAIRS, Words.PAIRS.of(way), each);
            } else {
                stems.add(Glossary.stems(way));
                add(inOtherWords, Words.STEMS, tellingStems(way), each);
            }
        }
        otherwise.add(new Otherwise(said, han, stems));
    }

    private static List<Words.Token> tellingStems(String folded) {
        return Words.STEMS.of(folded).stream()
                .filter(it -> !isEnglishQuestionWord(folded, it))
                .toList();
    }

    private void takeStems(String folded, float weight) {
        var tokens = Words.STEMS.of(folded);
        var telling = tellingStems(folded);
        add(byKind, Words.STEMS, telling.isEmpty() && !hasHan(folded) ? tokens : telling, weight);
        for (var ways : Glossary.shipped()
                .chinese(telling.stream().map(Words.Token::term).toList())) {
            // Several ways to say one thing are one thing.
            float each = weight * OTHER_WORDS / ways.size();
            for (var way : ways) {
                add(inOtherWords, Words.HAN, Words.HAN.of(way), each);
                add(inOtherWords, Words.PAIRS, Words.PAIRS.of(way), each);
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
            float each = weight * OTHER_WORDS / ways.size();
            ways.forEach(way -> add(inOtherWords, Words.STEMS, Words.STEMS.of(way), each));
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

    private static void put(Map<Words, Map<String, Float>> words, Words kind, String term, float weight) {
        var terms = words.get(kind);
        if (terms != null && terms.size() < MAX_TERMS) {
            terms.merge(term, weight, Math::max);
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
