package org.askwell.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Finds titles and wordings by what was typed so far: a part of the Chinese, beginnings of words, or pinyin. */
final class Suggestions {

    private static final String PARTS = "suggest-parts";
    private static final String BEGINNINGS = "suggest-words";
    private static final String PINYIN = "suggest-pinyin";
    private static final String WHOLE = "suggest-whole";

    /** No title or wording is longer. */
    private static final int LONGEST_WHOLE = 1_000;

    /** Nobody types more than this before a suggestion helps no more. */
    private static final int LONGEST = 60;

    private Suggestions() {}

    /** What was typed, in the form that titles are compared in. */
    static String typed(String text) {
        var begun = text.strip();
        return Folding.fold(begun.substring(0, Math.min(LONGEST, begun.length())))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static void index(Document document, String text) {
        var lower = Folding.fold(text).toLowerCase(Locale.ROOT);
        document.add(new StringField(WHOLE, whole(text), Field.Store.NO));
        for (var part : parts(lower)) {
            document.add(new StringField(PARTS, part, Field.Store.NO));
        }
        for (var word : words(lower)) {
            document.add(new StringField(BEGINNINGS, word, Field.Store.NO));
        }
        for (var spelling : Pinyin.spellings(lower)) {
            document.add(new StringField(PINYIN, spelling, Field.Store.NO));
        }
    }

    /** What says the same as a whole, or null when nothing can. */
    static org.apache.lucene.search.@Nullable Query same(String text) {
        var whole = whole(text.substring(0, Math.min(LONGEST_WHOLE, text.length())));
        return whole.isEmpty() ? null : new TermQuery(new Term(WHOLE, whole));
    }

    /** The letters and digits of a text, in the form in which two texts say the same. */
    static String whole(String text) {
        return Folding.fold(text)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static org.apache.lucene.search.Query query(String typed) {
        var either = new BooleanQuery.Builder();
        var all = new BooleanQuery.Builder();
        for (var part : queryParts(typed)) {
            all.add(new TermQuery(new Term(PARTS, part)), Occur.FILTER);
        }
        for (var word : words(typed)) {
            all.add(new PrefixQuery(new Term(BEGINNINGS, word)), Occur.FILTER);
        }
        var literally = all.build();
        if (!literally.clauses().isEmpty()) {
            either.add(literally, Occur.SHOULD);
        }
        var pinyin = typed.replaceAll("[\\s']+", "");
        if (pinyin.chars().allMatch(it -> it < 0x80 && Character.isLetterOrDigit(it)) && pinyin.length() >= 2) {
            var spelled = pinyin.substring(0, Math.min(24, pinyin.length()));
            either.add(new PrefixQuery(new Term(PINYIN, spelled)), Occur.SHOULD);
        }
        return either.build();
    }

    /** Where the words or the piece that was typed stand. */
    static List<Range> marks(String folded, String typed) {
        var lower = folded.toLowerCase(Locale.ROOT);
        int whole = lower.indexOf(typed);
        if (whole >= 0) {
            return List.of(new Range(whole, whole + typed.length()));
        }
        var marks = new ArrayList<Range>();
        int from = 0;
        for (var word : typed.split("\\s+")) {
            int at = lower.indexOf(word, from);
            if (at >= 0) {
                marks.add(new Range(at, at + word.length()));
                from = at + word.length();
            }
        }
        return marks;
    }

    /** Smaller is better: what begins as typed, then what has it, then the shorter. */
    static int rank(Suggestion suggestion, String typed) {
        var lower = Folding.fold(suggestion.text()).toLowerCase(Locale.ROOT);
        int at = lower.indexOf(typed);
        int place = at == 0 ? 0 : at > 0 ? 1 : 2;
        boolean isTitle = suggestion.text().equals(suggestion.title());
        return place * 10_000 + (isTitle ? 0 : 2_000) + Math.min(lower.length(), 1_000);
    }

    /** Single characters and pairs of what is written without spaces. */
    private static List<String> parts(String lower) {
        var parts = new ArrayList<String>();
        for (int at = 0; at < lower.length(); at++) {
            if (isDense(lower.charAt(at))) {
                parts.add(lower.substring(at, at + 1));
                if (at + 1 < lower.length() && isDense(lower.charAt(at + 1))) {
                    parts.add(lower.substring(at, at + 2));
                }
            }
        }
        return parts;
    }

    private static List<String> queryParts(String lower) {
        var parts = new ArrayList<String>();
        for (int at = 0; at < lower.length(); at++) {
            if (isDense(lower.charAt(at))) {
                boolean before = at > 0 && isDense(lower.charAt(at - 1));
                boolean after = at + 1 < lower.length() && isDense(lower.charAt(at + 1));
                if (after) {
                    parts.add(lower.substring(at, at + 2));
                } else if (!before) {
                    parts.add(lower.substring(at, at + 1));
                }
            }
        }
        return parts;
    }

    private static List<String> words(String lower) {
        var words = new ArrayList<String>();
        for (int at = 0; at < lower.length(); ) {
            int end = at;
            while (end < lower.length()
                    && Character.isLetterOrDigit(lower.charAt(end))
                    && !isDense(lower.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.add(lower.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    private static boolean isDense(char letter) {
        return letter >= 0x2E80 && Character.isLetter(letter);
    }
}
