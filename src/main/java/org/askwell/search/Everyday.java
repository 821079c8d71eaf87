package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people say in everyday speech, and what rules and contracts write instead: wfh is remote work, 辞退 is 解除劳动合同.
 *
 * <p>A list that anybody can read and add to, {@code everyday.txt}: words of working and civil life, not of one firm.
 */
final class Everyday {

    private static final String FILE = "everyday.txt";

    private static final Everyday SHIPPED = new Everyday();

    private final Map<String, List<String>> byHan = new HashMap<>();
    private final Map<List<String>, List<String>> byStems = new HashMap<>();
    private int longestHan;
    private int longestStems;

    /**
     * An everyday word where it stands in a text.
     *
     * @param start index of its first character
     * @param end index behind its last
     * @param official what else it is called, at least one way
     */
    record Meant(int start, int end, List<String> official) {}

    private Everyday() {
        try (var in = Everyday.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + FILE);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::learn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Everyday shipped() {
        return SHIPPED;
    }

    /** The everyday words of a text, the longest where several begin at one place; what stands there officially is left out. */
    List<Meant> in(String folded) {
        var lower = folded.toLowerCase(java.util.Locale.ROOT);
        return Stream.concat(inHan(folded).stream(), inStems(folded).stream())
                .map(it -> new Meant(
                        it.start(),
                        it.end(),
                        it.official().stream()
                                .filter(way -> !lower.contains(way))
                                .toList()))
                .filter(it -> !it.official().isEmpty())
                .sorted(Comparator.comparingInt(Meant::start))
                .toList();
    }

    private List<Meant> inHan(String folded) {
        var meant = new ArrayList<Meant>();
        for (int at = 0; at < folded.length(); ) {
            int length = Math.min(longestHan, folded.length() - at);
            while (length > 0 && !byHan.containsKey(folded.substring(at, at + length))) {
                length--;
            }
            if (length > 0) {
                meant.add(new Meant(at, at + length, byHan.getOrDefault(folded.substring(at, at + length), List.of())));
            }
            at += Math.max(1, length);
        }
        return meant;
    }

    private List<Meant> inStems(String folded) {
        var tokens = Words.STEMS.of(folded);
        var stems = tokens.stream().map(Words.Token::term).toList();
        var meant = new ArrayList<Meant>();
        for (int at = 0; at < stems.size(); ) {
            int length = Math.min(longestStems, stems.size() - at);
            while (length > 0 && !byStems.containsKey(stems.subList(at, at + length))) {
                length--;
            }
            if (length > 0) {
                meant.add(new Meant(
                        tokens.get(at).start(),
                        tokens.get(at + length - 1).end(),
                        byStems.getOrDefault(stems.subList(at, at + length), List.of())));
            }
            at += Math.max(1, length);
        }
        return meant;
    }

    private void learn(String line) {
        int equals = line.indexOf(" = ");
        if (equals < 0 || line.startsWith("#")) {
            return;
        }
        var official = words(line.substring(equals + 3));
        for (var word : words(line.substring(0, equals))) {
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                byHan.merge(word, official, Everyday::both);
                longestHan = Math.max(longestHan, word.length());
            } else {
                var stems = Glossary.stems(word);
                byStems.merge(stems, official, Everyday::both);
                longestStems = Math.max(longestStems, stems.size());
            }
        }
    }

    private static List<String> words(String listed) {
        return Arrays.stream(listed.split("\\|"))
                .map(it -> Folding.fold(it.strip()))
                .toList();
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
