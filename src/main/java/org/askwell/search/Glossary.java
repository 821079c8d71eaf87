package org.askwell.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says the common words of working life in the other language, so that a question finds what only that language has.
 *
 * <p>It knows some four hundred words and does not translate: what it does not know it leaves out.
 */
final class Glossary {

    private static final String FILE = "glossary.txt";

    private static final Glossary SHIPPED = new Glossary();

    private final Map<String, List<String>> fromChinese = new HashMap<>();
    private final Map<String, List<String>> fromEnglish = new HashMap<>();
    private int longestChinese;
    private int longestEnglish;

    private Glossary() {
        try (var in = Glossary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + FILE);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(this::learn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Glossary shipped() {
        return SHIPPED;
    }

    /** The English ways to say the Chinese words of a text, each word's usual one first. */
    List<List<String>> english(String folded) {
        var said = new ArrayList<List<String>>();
        for (int at = 0; at < folded.length(); ) {
            int length = Math.min(longestChinese, folded.length() - at);
            while (length > 0 && !fromChinese.containsKey(folded.substring(at, at + length))) {
                length--;
            }
            if (length > 0) {
                said.add(fromChinese.getOrDefault(folded.substring(at, at + length), List.of()));
            }
            at += Math.max(1, length);
        }
        return said;
    }

    /** The Chinese ways to say the English words of a text, given as their stems; each word's usual one first. */
    List<List<String>> chinese(List<String> stems) {
        var said = new ArrayList<List<String>>();
        for (int at = 0; at < stems.size(); ) {
            int length = Math.min(longestEnglish, stems.size() - at);
            while (length > 0 && !fromEnglish.containsKey(String.join(" ", stems.subList(at, at + length)))) {
                length--;
            }
            if (length > 0) {
                said.add(fromEnglish.getOrDefault(String.join(" ", stems.subList(at, at + length)), List.of()));
            }
            at += Math.max(1, length);
        }
        return said;
    }

    private void learn(String line) {
        int equals = line.indexOf(" = ");
        if (equals < 0 || line.startsWith("#")) {
            return;
        }
        var chinese = Arrays.stream(line.substring(0, equals).split("\\|"))
                .map(it -> Folding.fold(it.strip()))
                .toList();
        var english = Arrays.stream(line.substring(equals + 3).split("\\|"))
                .map(String::strip)
                .toList();
        for (var word : chinese) {
            add(fromChinese, word, english);
            longestChinese = Math.max(longestChinese, word.length());
        }
        for (var word : english) {
            var stems = stems(word);
            add(fromEnglish, String.join(" ", stems), chinese);
            longestEnglish = Math.max(longestEnglish, stems.size());
        }
    }

    private static void add(Map<String, List<String>> words, String word, List<String> meanings) {
        words.merge(word, meanings, (before, more) -> {
            var all = new ArrayList<>(before);
            more.stream().filter(it -> !all.contains(it)).forEach(all::add);
            return all;
        });
    }

    static List<String> stems(String text) {
        return Words.STEMS.of(Folding.fold(text)).stream()
                .map(Words.Token::term)
                .toList();
    }
}
