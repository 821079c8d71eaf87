package org.askwell.ai;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a question means, as far as two of them can be told to mean the same: by their vectors where both have one of the
 * same models, by their words otherwise.
 *
 * <p>Only questions of one language can be compared: each language has a model of its own.
 */
public final class Meaning {

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    /** What is said around a question and tells nothing of it. */
    private static final Pattern FILLING =
            Pattern.compile("请问|麻烦|你好|您好|谢谢|怎么办|怎么样|怎么|如何|怎样|哪里|在哪|什么|多少|可以|能不能|能否|是否|有没有|我们|我|你|的|了|吗|呢|吧|啊|呀|要|想|该");

    private static final Set<String> FILLERS = Set.of(
            "a", "an", "the", "i", "we", "you", "my", "our", "your", "me", "us", "is", "are", "am", "was", "be", "do",
            "does", "did", "can", "could", "may", "should", "would", "will", "shall", "have", "has", "to", "of", "in",
            "on", "at", "for", "with", "by", "how", "what", "where", "when", "who", "which", "why", "there", "it",
            "this", "that", "and", "or", "please", "get", "need", "want", "hi", "hello", "thanks", "if", "any", "much",
            "many", "long", "about", "as", "from");

    /** From here on two questions are one; as measured on the wordings of the articles, see {@code MeaningTest}. */
    private static final double SAME_ZH = 0.86;

    private static final double SAME_EN = 0.90;
    private static final double SAME_WORDS = 0.75;

    private final String language;
    private final @Nullable String model;
    private final byte @Nullable [] vector;
    private final double length;
    private final int[] words;

    private Meaning(String language, @Nullable String model, byte @Nullable [] vector, int[] words) {
        this.language = language;
        this.model = model;
        this.vector = vector;
        this.length = vector == null ? 0 : Math.sqrt(product(vector, vector));
        this.words = words;
    }

    /** Takes some milliseconds where there is a model. */
    public static Meaning of(String text, String language, Embedder embedder) {
        return embedder.available()
                ? new Meaning(
                        language,
                        embedder.name(),
                        coarse(embedder.embedPassages(language, java.util.List.of(text))
                                .getFirst()),
                        words(text))
                : new Meaning(language, null, null, words(text));
    }

    public static Meaning stored(String text, String language, @Nullable String model, byte @Nullable [] vector) {
        return new Meaning(language, model, vector, words(text));
    }

    /** How near, and whether near enough to be the same: at least 1. */
    public double sameness(Meaning other) {
        if (!language.equals(other.language)) {
            return 0;
        }
        if (Arrays.equals(words, other.words) && words.length > 0) {
            return 2;
        }
        var mine = vector;
        var its = other.vector;
        if (mine != null && its != null && mine.length == its.length && model != null && model.equals(other.model)) {
            return product(mine, its) / (length * other.length) / (language.equals("zh") ? SAME_ZH : SAME_EN);
        }
        return common(words, other.words) / SAME_WORDS;
    }

    public String language() {
        return language;
    }

    public @Nullable String model() {
        return model;
    }

    public byte @Nullable [] stored() {
        return vector;
    }

    /** A byte for each dimension: the place of a vector among others hardly changes, and a thousand take half a megabyte. */
    private static byte[] coarse(float[] fine) {
        float most = 0;
        for (float value : fine) {
            most = Math.max(most, Math.abs(value));
        }
        var coarse = new byte[fine.length];
        for (int i = 0; i < fine.length && most > 0; i++) {
            coarse[i] = (byte) Math.round(fine[i] / most * 127);
        }
        return coarse;
    }

    private static double product(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The share of the words that both have among all words of the two. */
    private static double common(int[] one, int[] other) {
        int both = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = one.length + other.length - both;
        return all == 0 ? 0 : (double) both / all;
    }

    /** What the words of a text are, without order, case, width and filling; each as a number. */
    private static int[] words(String text) {
        var folded =
                FILLING.matcher(FOLDED.normalize(text).toLowerCase(Locale.ROOT)).replaceAll(" ");
        var words = new TreeSet<Integer>();
        for (var run : folded.split("[^\\p{L}\\p{N}]+")) {
            if (!run.isEmpty()) {
                split(run, words);
            }
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Chinese by pairs of characters, everything else by words. */
    private static void split(String run, Set<Integer> words) {
        for (var piece : run.split("(?<=\\p{IsHan})(?=\\P{IsHan})|(?<=\\P{IsHan})(?=\\p{IsHan})")) {
            if (!Character.isIdeographic(piece.codePointAt(0))) {
                var word = piece.length() > 3 && piece.endsWith("s") && !piece.endsWith("ss")
                        ? piece.substring(0, piece.length() - 1)
                        : piece;
                if (!FILLERS.contains(piece)) {
                    words.add(word.hashCode());
                }
            } else if (piece.length() == 1) {
                words.add(piece.hashCode());
            } else {
                for (int i = 0; i + 2 <= piece.length(); i++) {
                    words.add(piece.substring(i, i + 2).hashCode());
                }
            }
        }
    }
}
