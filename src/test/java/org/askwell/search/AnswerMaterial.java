package org.askwell.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions with what a right answer must show, or with nothing that answers them, and the pages to answer from. */
public final class AnswerMaterial {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARTICLE = Pattern.compile("(.*)\\.(en|zh)\\.md");

    private AnswerMaterial() {}

    /**
     * @param pages the ids of pages that answer it; empty when nothing does
     * @param gold what one of the shown sentences must hold; empty when only the page is known
     */
    public record Question(String id, String text, String language, Set<String> pages, List<String> gold) {

        public boolean answerable() {
            return !pages.isEmpty();
        }

        /** One half is learnt from, the other is only judged; fixed by the words of the question. */
        public boolean learntFrom() {
            return (text.hashCode() * 0x9E3779B9 >>> 16) % 2 == 0;
        }
    }

    public record Collection(String name, String language, List<Page> pages, List<Question> questions) {}

    public static Collection xquad(Path eval, String language) throws IOException {
        var pages = new ArrayList<Page>();
        var questions = new ArrayList<Question>();
        for (var article : JSON.readTree(
                        eval.resolve("xquad/xquad." + language + ".json").toFile())
                .get("data")) {
            for (var paragraph : article.get("paragraphs")) {
                var id = "p" + pages.size();
                pages.add(
                        Material.page(id, language, "", paragraph.get("context").asText()));
                for (var question : paragraph.get("qas")) {
                    questions.add(new Question(
                            question.get("id").asText(),
                            question.get("question").asText(),
                            language,
                            Set.of(id),
                            List.of(question.get("answers").get(0).get("text").asText())));
                }
            }
        }
        return new Collection("xquad " + language, language, pages, questions);
    }

    public static Collection clapnq(Path eval) throws IOException {
        var pages = new ArrayList<Page>();
        var questions = new ArrayList<Question>();
        for (var kind : List.of("answerable", "unanswerable")) {
            for (var line : Files.readAllLines(eval.resolve("clapnq").resolve(kind + ".jsonl"))) {
                var entry = JSON.readTree(line);
                var id = kind + entry.get("id").asText();
                pages.add(Material.page(
                        id,
                        "en",
                        entry.get("title").asText(),
                        entry.get("passage").asText()));
                questions.add(new Question(
                        id,
                        entry.get("question").asText(),
                        "en",
                        kind.equals("answerable") ? Set.of(id) : Set.of(),
                        List.of()));
            }
        }
        return new Collection("clapnq", "en", pages, questions);
    }

    /** All questions over one half of the pages: those whose page is in the other half have no answer. */
    public static List<Collection> halves(Path eval) throws IOException {
        var halves = new ArrayList<Collection>();
        addHalves(halves, "18f", "en", Material.handbook(eval, "18f-handbook", "18f-headings.tsv", "en"));
        addHalves(
                halves,
                "civicactions",
                "en",
                Material.handbook(eval, "civicactions-guidebook", "civicactions-headings.tsv", "en"));
        addHalves(halves, "login.gov en", "en", Material.bodies(eval, "login-gov-en", "login-gov-en-titles.tsv", "en"));
        addHalves(halves, "login.gov zh", "zh", Material.bodies(eval, "login-gov-zh", "login-gov-zh-titles.tsv", "zh"));
        addHalves(halves, "stard", "zh", Material.stard(eval));
        return halves;
    }

    /** The firm's own questions over the articles the product ships with. */
    public static Collection firm(Path knowledge, Path... tables) throws IOException {
        var pages = new ArrayList<Page>();
        try (var files = Files.walk(knowledge)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = knowledge.relativize(file).toString();
                var article = ARTICLE.matcher(name);
                if (article.matches()) {
                    pages.add(article(name, article.group(1), article.group(2), Files.readString(file)));
                }
            }
        }
        var questions = new ArrayList<Question>();
        for (var table : tables) {
            for (var line : Files.readAllLines(table)) {
                var cells = line.split("\\|");
                if (cells.length > 5 && cells[1].strip().matches("[A-Z]+-\\d+")) {
                    var language = cells[2].strip();
                    var article = cells[4].strip();
                    var gold = cells[5].strip();
                    questions.add(new Question(
                            cells[1].strip(),
                            cells[3].strip(),
                            language,
                            article.equals("—") ? Set.of() : Set.of(article + "." + language + ".md"),
                            gold.equals("—") ? List.of() : List.of(gold.split(" // "))));
                }
            }
        }
        return new Collection("the firm", "", pages, questions);
    }

    private static Page article(String name, String key, String language, String text) {
        int end = text.indexOf("\n---", 3);
        var front = text.substring(0, end);
        var title = Pattern.compile("(?m)^title: *(.*)$").matcher(front);
        var wordings = new ArrayList<String>();
        var lines = Pattern.compile("(?m)^  - (.*)$").matcher(front);
        while (lines.find()) {
            wordings.add(unquoted(lines.group(1)));
        }
        return new Page(
                new PageRef("article", name),
                1,
                key.substring(0, Math.max(0, key.indexOf('/'))),
                language,
                title.find() ? unquoted(title.group(1)) : "",
                text.substring(text.indexOf('\n', end + 1) + 1),
                wordings,
                Material.EVERYBODY,
                key,
                Instant.EPOCH);
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^[\"']|[\"']$", "");
    }

    private static void addHalves(List<Collection> halves, String name, String language, Material.Collection whole) {
        for (var half = 0; half < 2; half++) {
            int wanted = half;
            var kept = whole.pages().stream()
                    .filter(it -> (it.ref().id().hashCode() * 0x9E3779B9 >>> 16) % 2 == wanted)
                    .toList();
            var ids = new HashSet<String>();
            kept.forEach(it -> ids.add(it.ref().id()));
            var questions = new ArrayList<Question>();
            for (var question : whole.questions()) {
                var there = question.relevant().stream().filter(ids::contains).toList();
                if (there.isEmpty() || there.size() == question.relevant().size()) {
                    questions.add(new Question(
                            name + half + "-" + questions.size(),
                            question.text(),
                            language,
                            Set.copyOf(there),
                            List.of()));
                }
            }
            halves.add(new Collection(name, language, kept, questions));
        }
    }
}
