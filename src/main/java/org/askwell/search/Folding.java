package org.askwell.search;

import com.ibm.icu.text.Transliterator;

/**
 * Makes characters alike that people mean alike: traditional and simplified, full and half width, curly and straight.
 *
 * <p>Every character becomes exactly one other, so that a place in the folded text is the same place in the text itself.
 */
public final class Folding {

    private static final char[] TABLE = table();

    private Folding() {}

    public static String fold(String text) {
        char[] folded = null;
        for (int at = 0; at < text.length(); at++) {
            char before = text.charAt(at);
            char after = TABLE[before];
            if (after == '.' && joinsLetters(text, at)) {
                // "login.gov" is found by "login", "node.js" by "node".
                after = ' ';
            }
            if (after != before) {
                if (folded == null) {
                    folded = text.toCharArray();
                }
                folded[at] = after;
            }
        }
        return folded == null ? text : new String(folded);
    }

    private static boolean joinsLetters(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    private static char[] table() {
        var table = new char[0x10000];
        for (int letter = 0; letter < table.length; letter++) {
            table[letter] = (char) letter;
        }
        simplify(table, 0x2E80, 0xA000);
        simplify(table, 0xF900, 0xFB00);
        for (int wide = 0xFF01; wide <= 0xFF5E; wide++) {
            table[wide] = (char) (wide - 0xFEE0);
        }
        table[0x3000] = ' ';
        table[0x00A0] = ' ';
        table['_'] = ' ';
        table['\u2018'] = '\'';
        table['\u2019'] = '\'';
        table['\u201C'] = '"';
        table['\u201D'] = '"';
        return table;
    }

    /** Letter by letter, because a whole text would change its length here and there. */
    private static void simplify(char[] table, int from, int to) {
        var letters = new StringBuilder();
        for (int letter = from; letter < to; letter++) {
            if (Character.isDefined(letter)) {
                letters.append((char) letter).append('\n');
            }
        }
        var simple = Transliterator.getInstance("Traditional-Simplified").transliterate(letters.toString());
        var before = letters.toString().split("\n", -1);
        var after = simple.split("\n", -1);
        for (int at = 0; at < before.length && before.length == after.length; at++) {
            if (before[at].length() == 1 && after[at].length() == 1) {
                table[before[at].charAt(0)] = after[at].charAt(0);
            }
        }
    }
}
