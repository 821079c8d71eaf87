package org.askwell.common.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts running text into sentences, Chinese and English alike.
 *
 * <p>Chinese ends at 。！？； and English at . ! ? followed by a space and something that can begin a sentence;
 * abbreviations, initials, numbers and addresses do not end one.
 */
public final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev", "gen", "col", "lt", "sgt", "capt", "gov", "sen",
            "rep", "vs", "v", "cf", "e.g", "i.e", "eg", "ie", "viz", "approx", "ca", "no", "nos", "art", "sec", "para",
            "fig", "figs", "eq", "ch", "vol", "vols", "p", "pp", "ed", "eds", "dept", "ext", "tel", "min", "max",
            "incl", "excl", "resp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
            "mt", "ft", "u.s", "u.k", "u.n", "d.c", "al", "op", "inc", "ltd", "co", "corp", "bros");
    /** These end a sentence when a capital follows, and mostly do not otherwise. */
    private static final Set<String> CLOSERS_OF_WORDS = Set.of("inc", "ltd", "co", "corp", "bros", "al", "no");

    private static final String CHINESE_ENDS = "。！？；…";
    private static final String CLOSING = "”’」』）】》〉\"')]»";
    private static final String OPENING = "“‘「『（【《〈\"'([«*-–—•";

    private Sentences() {}

    /** The sentences of a plain text, trimmed, none empty. */
    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        var from = 0;
        for (var cut : cuts(text)) {
            sentences.add(text.substring(from, cut).strip());
            from = cut;
        }
        sentences.add(text.substring(from).strip());
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    static boolean isChinese(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
    }

    /** The places in the text where one sentence ends and the next begins. */
    static List<Integer> cuts(CharSequence text) {
        var cuts = new ArrayList<Integer>();
        var length = text.length();
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                cuts.add(i + 1);
            } else if (CHINESE_ENDS.indexOf(c) >= 0) {
                var end = afterClosing(text, i + 1);
                if (c == '…' && end < length && !Character.isWhitespace(text.charAt(end)) || end >= length) {
                    i = Math.max(i, end - 1);
                    continue;
                }
                cuts.add(end);
                i = end - 1;
            } else if (c == '.' || c == '!' || c == '?') {
                var end = afterClosing(text, i + 1);
                if (end < length && ends(text, i, end)) {
                    cuts.add(end);
                    i = end - 1;
                }
            }
        }
        return cuts;
    }

    private static int afterClosing(CharSequence text, int i) {
        while (i < text.length()
                && (CLOSING.indexOf(text.charAt(i)) >= 0
                        || CHINESE_ENDS.indexOf(text.charAt(i)) >= 0
                        || ".!?".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean ends(CharSequence text, int mark, int end) {
        var next = text.charAt(end);
        if (text.charAt(mark) != '.' && mark > 0 && isChinese(text.charAt(mark - 1)) && isChinese(next)) {
            return true;
        }
        if (!Character.isWhitespace(next)) {
            return false;
        }
        var begin = end;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (begin == text.length()) {
            return false;
        }
        var first = Character.codePointAt(text, begin);
        if (!Character.isUpperCase(first)
                && !Character.isDigit(first)
                && !Character.isIdeographic(first)
                && OPENING.indexOf(first) < 0
                && !(text.charAt(begin) == '`'
                        && begin + 1 < text.length()
                        && Character.isUpperCase(text.charAt(begin + 1)))) {
            return false;
        }
        return text.charAt(mark) != '.' || !isAbbreviation(text, mark, first);
    }

    private static boolean isAbbreviation(CharSequence text, int dot, int next) {
        var start = dot;
        while (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1))
                        || (text.charAt(start - 1) == '.' && start < dot))) {
            start--;
        }
        var word = text.subSequence(start, dot).toString();
        if (word.isEmpty()) {
            return false;
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
            return word.charAt(0) != 'I';
        }
        if (word.chars().allMatch(Character::isDigit) && word.length() <= 2) {
            // "1. Open the app": the number of a step written into running text.
            return start == 0 || text.charAt(start - 1) == '\n';
        }
        var lower = word.toLowerCase(Locale.ROOT);
        if (CLOSERS_OF_WORDS.contains(lower)) {
            return "no".equals(lower) ? Character.isDigit(next) : !Character.isUpperCase(next);
        }
        return ABBREVIATIONS.contains(lower);
    }
}
