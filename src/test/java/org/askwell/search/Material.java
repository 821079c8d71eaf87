package org.askwell.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the material of the quality bench: pages, and questions with the pages that answer them. */
public final class Material {

    public static final Set<String> EVERYBODY = Set.of("everybody");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUESTION_HEADING =
            Pattern.compile("(?m)^#{1,6}[ \\t].*[?？][\\s*_\\\\#]*(\\{[^}\\n]*\\})?[ \\t]*$");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*(.*)$");

    private Material() {}

    /** @param relevant ids of the pages that answer it */
    public record Question(String text, Set<String> relevant) {}

    public record Collection(String name, List<Page> pages, List<Question> questions) {}

    /** A folder of Markdown pages and the headings of theirs that are questions, which stay out of the index. */
    static Collection handbook(Path eval, String folder, String queries, String language) throws IOException {
        return new Collection(folder, pages(eval, folder, language, true, true), questions(eval, queries));
    }

    /** Help articles found by their titles, which stay out of the index. */
    static Collection bodies(Path eval, String folder, String queries, String language) throws IOException {
        return new Collection(folder, pages(eval, folder, language, false, false), questions(eval, queries));
    }

    static Collection stard(Path eval) throws IOException {
        var pages = new ArrayList<Page>();
        for (var line : Files.readAllLines(eval.resolve("stard/articles.jsonl"))) {
            var article = JSON.readTree(line);
            var name = article.get("name").asText();
            pages.add(page(name, "zh", name, article.get("text").asText()));
        }
        var questions = new ArrayList<Question>();
        for (var line : Files.readAllLines(eval.resolve("stard/questions.jsonl"))) {
            var question = JSON.readTree(line);
            var relevant = new ArrayList<String>();
            question.get("articles").forEach(name -> relevant.add(name.asText()));
            questions.add(new Question(question.get("question").asText(), Set.copyOf(relevant)));
        }
        return new Collection("stard", pages, questions);
    }

    /** Each paragraph is a page; the paragraphs of both languages carry the same number. */
    static Collection xquad(Path eval, String questionsIn, String passagesIn) throws IOException {
        var pages = new ArrayList<Page>();
        int number = 0;
        for (var paragraph : paragraphs(eval, passagesIn)) {
            pages.add(page(
                    "p" + number++, passagesIn, "", paragraph.get("context").asText()));
        }
        var questions = new ArrayList<Question>();
        number = 0;
        for (var paragraph : paragraphs(eval, questionsIn)) {
            var relevant = Set.of("p" + number++);
            paragraph
                    .get("qas")
                    .forEach(it -> questions.add(new Question(it.get("question").asText(), relevant)));
        }
        return new Collection("xquad " + questionsIn + "→" + passagesIn, pages, questions);
    }

    static Page page(String id, String language, String title, String markdown) {
        return new Page(
                new PageRef("article", id),
                1,
                "eval",
                language,
                title,
                markdown,
                List.of(),
                EVERYBODY,
                null,
                Instant.EPOCH);
    }

    static List<Question> questions(Path eval, String file) throws IOException {
        var byQuery = new TreeMap<String, Set<String>>();
        var lines = Files.readAllLines(eval.resolve("queries").resolve(file));
        for (var line : lines.subList(1, lines.size())) {
            var columns = line.split("\t");
            byQuery.merge(columns[0], Set.of(columns[1]), (one, other) -> {
                var both = new ArrayList<>(one);
                both.addAll(other);
                return Set.copyOf(both);
            });
        }
        return byQuery.entrySet().stream()
                .map(it -> new Question(it.getKey(), it.getValue()))
                .toList();
    }

    private static List<Page> pages(Path eval, String folder, String language, boolean titled, boolean withoutQuestions)
            throws IOException {
        var root = eval.resolve("corpora");
        try (var files = Files.walk(root.resolve(folder))) {
            var pages = new ArrayList<Page>();
            for (var file :
                    files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                var text = Files.readString(file).replace("\r\n", "\n");
                var id = root.relativize(file).toString();
                var title = "";
                if (text.startsWith("---\n")) {
                    int end = text.indexOf("\n---", 3);
                    if (end > 0) {
                        var front = TITLE.matcher(text.substring(0, end));
                        if (front.find()) {
                            title = front.group(1).strip().replaceAll("^[\"']|[\"']$", "");
                        }
                        int body = text.indexOf('\n', end + 1);
                        text = body < 0 ? "" : text.substring(body + 1);
                    }
                }
                if (titled && title.isEmpty()) {
                    title = file.getFileName().toString().replace(".md", "").replace('-', ' ');
                }
                if (withoutQuestions) {
                    text = QUESTION_HEADING.matcher(text).replaceAll("");
                    title = title.endsWith("?") ? "" : title;
                }
                pages.add(page(id, language, titled ? title : "", text));
            }
            return pages;
        }
    }

    private static List<JsonNode> paragraphs(Path eval, String language) throws IOException {
        var paragraphs = new ArrayList<JsonNode>();
        JSON.readTree(eval.resolve("xquad/xquad." + language + ".json").toFile())
                .get("data")
                .forEach(article -> article.get("paragraphs").forEach(paragraphs::add));
        return paragraphs;
    }
}
