package org.askwell.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.askwell.ai.WrittenLanguage;
import org.askwell.knowledge.FrontMatter;

/** Articles about nothing, made of the words of {@code knowledge/} with a fixed seed, and the questions written there. */
final class Library {

    static final int PASSAGES_EACH = 5;

    private static final long SEED = 20261103;

    private final List<String> words = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    Library(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                var parted = FrontMatter.read(Files.readString(file));
                // Of the internal shelf not everybody gets an answer.
                if (!file.toString().contains("internal")) {
                    questions.addAll(parted.front().questions());
                }
                var plain = parted.body().replaceAll("[#*`|>\\[\\]()_-]+", " ");
                if (file.toString().endsWith(".en.md")) {
                    words.addAll(List.of(plain.strip().split("[\\s.,;:!?]+")));
                } else {
                    phrases.addAll(List.of(plain.replaceAll("\\s+", "").split("[。，、；：！？]+")));
                }
            }
        }
        words.removeIf(String::isBlank);
        phrases.removeIf(String::isBlank);
    }

    /** A question of the library in words that nobody has used before, so that nothing of it is remembered. */
    String question(int number) {
        var question = questions.get(number * 7 % questions.size());
        int room = 30_000 + number;
        return WrittenLanguage.of(question).equals(WrittenLanguage.CHINESE)
                ? question + "我在" + room + "房间。"
                : question + " I am in room " + room + ".";
    }

    /** Three words that stand in the library, or one phrase in Chinese. */
    String searchFor(int number) {
        var random = new Random(SEED + number);
        return number % 2 == 0
                ? pick(words, random) + " " + pick(words, random) + " " + pick(words, random)
                : pick(phrases, random);
    }

    /** The articles {@code from} to {@code to}, half of them in Chinese, as a zip. */
    byte[] zip(int from, int to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int number = from; number < to; number++) {
                var language = number % 2 == 0 ? "en" : "zh";
                zip.putNextEntry(new ZipEntry("bench-%05d.%s.md".formatted(number, language)));
                zip.write(article(number, language).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String article(int number, String language) {
        var random = new Random(SEED * 31 + number);
        var text = new StringBuilder("---\ntitle: %s %d\nlanguage: %s\n---\n"
                .formatted(language.equals("en") ? "Bench" : "测试", number, language));
        for (int section = 0; section < PASSAGES_EACH; section++) {
            text.append("\n## ").append(sentence(language, random, 1)).append("\n\n");
            for (int i = 0; i < 6; i++) {
                text.append(sentence(language, random, 3)).append(language.equals("en") ? ". " : "。");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String sentence(String language, Random random, int length) {
        var sentence = new StringBuilder();
        if (language.equals("zh")) {
            for (int i = 0; i < length; i++) {
                sentence.append(i == 0 ? "" : "，").append(pick(phrases, random));
            }
        } else {
            for (int i = 0; i < length * 4; i++) {
                sentence.append(i == 0 ? "" : " ").append(pick(words, random));
            }
        }
        return sentence.toString();
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
