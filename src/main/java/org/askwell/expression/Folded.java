package org.askwell.expression;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * Text without capitals, full-width letters and other outward differences.
 *
 * <p>A word of Latin letters or digits is mentioned only as a whole word ("it" is not in "with"); Chinese has no word
 * boundaries, so there any place will do.
 */
final class Folded {

    private static final Normalizer2 NORMAL = Normalizer2.getNFKCCasefoldInstance();

    private final String text;

    private Folded(String text) {
        this.text = text;
    }

    static Folded of(String text) {
        return new Folded(fold(text));
    }

    boolean mentions(String word) {
        var wanted = fold(word.trim());
        if (wanted.isEmpty()) {
            return false;
        }
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (!splits(text, at) && !splits(text, end)) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        return NORMAL.isNormalized(text) ? text : NORMAL.normalize(text).toLowerCase(Locale.ROOT);
    }

    /** Whether a place lies inside a Latin word or number. */
    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && isWordPart(text.charAt(at - 1)) && isWordPart(text.charAt(at));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN
                && Character.UnicodeScript.of(c) != Character.UnicodeScript.HIRAGANA
                && Character.UnicodeScript.of(c) != Character.UnicodeScript.KATAKANA;
    }
}
