package org.askwell.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes Chinese the way it is typed on a keyboard: whole syllables or only their initials. */
final class Pinyin {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin; NFD");
    private static final Map<Character, String> USUAL_READINGS = new ConcurrentHashMap<>();

    /** Characters of office life that are read in more than one way; the usual reading comes from ICU. */
    private static final Map<Character, String> OTHER_READINGS = Map.ofEntries(
            Map.entry('行', "hang"),
            Map.entry('调', "tiao"),
            Map.entry('重', "chong"),
            Map.entry('长', "chang"),
            Map.entry('差', "chai"),
            Map.entry('会', "kuai"),
            Map.entry('率', "shuai"),
            Map.entry('还', "huan"),
            Map.entry('乐', "yue"),
            Map.entry('得', "dei"),
            Map.entry('薄', "bo"),
            Map.entry('核', "he"),
            Map.entry('参', "shen"),
            Map.entry('传', "zhuan"),
            Map.entry('单', "shan"),
            Map.entry('藏', "zang"),
            Map.entry('校', "jiao"),
            Map.entry('便', "pian"),
            Map.entry('给', "ji"),
            Map.entry('盛', "cheng"));

    private static final int LONGEST = 24;
    private static final int MOST_READINGS = 4;

    private Pinyin() {}

    /**
     * What one may type to mean a piece of this text: for every Chinese character the text goes on from, the syllables
     * and the initials from there on.
     */
    static Set<String> spellings(String folded) {
        var spellings = new LinkedHashSet<String>();
        for (int from = 0; from < folded.length(); from++) {
            if (isHan(folded.charAt(from))) {
                spellings.addAll(from(folded, from));
            }
        }
        return spellings;
    }

    private static List<String> from(String folded, int from) {
        var readings = new ArrayList<StringBuilder[]>();
        readings.add(new StringBuilder[] {new StringBuilder(), new StringBuilder()});
        for (int at = from; at < folded.length(); at++) {
            char letter = folded.charAt(at);
            if (readings.getFirst()[0].length() >= LONGEST) {
                break;
            }
            var syllables = syllables(letter);
            if (syllables.isEmpty()) {
                continue;
            }
            int known = readings.size();
            for (int which = 0; which < known; which++) {
                var soFar = readings.get(which);
                for (int other = 1; other < syllables.size() && readings.size() < MOST_READINGS; other++) {
                    readings.add(new StringBuilder[] {
                        new StringBuilder(soFar[0]).append(syllables.get(other)),
                        new StringBuilder(soFar[1]).append(syllables.get(other).charAt(0))
                    });
                }
                soFar[0].append(syllables.getFirst());
                soFar[1].append(syllables.getFirst().charAt(0));
            }
        }
        return readings.stream()
                .flatMap(it -> List.of(it[0].toString(), it[1].toString()).stream())
                .toList();
    }

    private static List<String> syllables(char letter) {
        if (isHan(letter)) {
            var usual = USUAL_READINGS.computeIfAbsent(letter, Pinyin::reading);
            var other = OTHER_READINGS.get(letter);
            return other == null || other.equals(usual) ? List.of(usual) : List.of(usual, other);
        }
        return Character.isLetterOrDigit(letter)
                ? List.of(String.valueOf(letter).toLowerCase(Locale.ROOT))
                : List.of();
    }

    private static boolean isHan(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }

    private static String reading(char letter) {
        var latin = new StringBuilder();
        for (char part : TO_LATIN.transliterate(String.valueOf(letter)).toCharArray()) {
            if (part == '\u0308') {
                // Keyboards have no umlaut: it is typed as v.
                latin.setCharAt(latin.length() - 1, 'v');
            } else if (part >= 'a' && part <= 'z') {
                latin.append(part);
            }
        }
        return latin.isEmpty() ? "?" : latin.toString();
    }
}
