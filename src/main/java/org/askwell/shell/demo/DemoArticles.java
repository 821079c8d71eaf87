package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.askwell.knowledge.ArticleDetails;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.AttachmentDesk;
import org.askwell.knowledge.FrontMatter;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.askwell.shell.MovingIn;

/** Puts the library that the portal ships with on the shelves: the files of {@code knowledge/}, a folder per space. */
@ApplicationScoped
class DemoArticles {

    private record Shelf(String slug, String zh, String en, String visibility, String curator) {}

    private static final List<Shelf> SHELVES = List.of(
            new Shelf("it", "信息技术", "IT", "everyone", "curator"),
            new Shelf("hr", "人力资源", "People", "everyone", "curator"),
            new Shelf("finance", "财务", "Finance", "everyone", "curator"),
            new Shelf("administration", "行政", "Administration", "everyone", "curator"),
            new Shelf("crm", "客户与订单", "Customers and orders", "everyone", "curator"),
            new Shelf("hr-internal", "人力资源（内部）", "People (internal)", "department:hr", "hr-agent"));

    private static final Pattern LINK = Pattern.compile("\\]\\(((?:\\.\\./)?[\\w./-]+\\.md)\\)");

    @Inject
    SpaceService spaces;

    @Inject
    ArticleService articles;

    @Inject
    AttachmentDesk files;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    /**
     * Shelves everything and publishes it.
     *
     * @return the articles by folder and file, such as {@code hr/pay-day.zh.md}
     */
    Map<String, ArticleId> moveIn(MovingIn progress) {
        var sources = files();
        int total = sources.values().stream().mapToInt(List::size).sum();
        var shelved = new LinkedHashMap<String, ArticleId>();
        for (var shelf : SHELVES) {
            spaces.create(shelf.slug(), SpaceSettings.of(shelf.zh(), shelf.en(), "", "", List.of(shelf.visibility())));
            people.revoke(current.id(), Role.CURATOR, shelf.slug());
            for (var file : sources.getOrDefault(shelf.slug(), List.of())) {
                CurrentPerson.as(new PersonId(shelf.curator()), () -> shelve(shelf, file, shelved));
                progress.report("shell.moving.articles", shelved.size(), total);
            }
        }
        attach("administration/visitors.zh.md", "来访名单.csv", "姓名,单位,手机号,来访日期,接待人\n", shelved);
        attach("administration/visitors.en.md", "visitor-list.csv", "Name,Firm,Mobile,Day,Host\n", shelved);
        for (var shelf : SHELVES) {
            for (var file : sources.getOrDefault(shelf.slug(), List.of())) {
                CurrentPerson.as(new PersonId(shelf.curator()), () -> publish(shelf, file, shelved));
            }
        }
        return shelved;
    }

    /** Readers see it with the first publication. */
    private void attach(String article, String name, String content, Map<String, ArticleId> shelved) {
        CurrentPerson.as(
                new PersonId("curator"),
                () -> files.receive(
                        Objects.requireNonNull(shelved.get(article)),
                        name,
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    }

    private void shelve(Shelf shelf, Path file, Map<String, ArticleId> shelved) {
        var parted = FrontMatter.read(read(file));
        var front = parted.front();
        var text = ArticleText.of(front.title(), parted.body(), front.questions());
        var details = new ArticleDetails(
                PersonId.parse(front.owner()).orElse(new PersonId(shelf.curator())),
                front.checked(),
                front.review(),
                front.tags());
        var name = shelf.slug() + "/" + file.getFileName();
        var twin = name.endsWith(".zh.md") ? name.replace(".zh.md", ".en.md") : name.replace(".en.md", ".zh.md");
        shelved.put(
                name,
                articles.create(new NewArticle(
                        shelf.slug(),
                        Objects.requireNonNullElse(front.language(), "en"),
                        text,
                        details,
                        null,
                        shelved.get(twin),
                        "")));
    }

    /** Links between files become links between articles, now that every article has its number. */
    private void publish(Shelf shelf, Path file, Map<String, ArticleId> shelved) {
        var id = Objects.requireNonNull(shelved.get(shelf.slug() + "/" + file.getFileName()));
        var parted = FrontMatter.read(read(file));
        var linked = LINK.matcher(parted.body()).replaceAll(link -> {
            var wanted =
                    Path.of(shelf.slug()).resolve(link.group(1)).normalize().toString();
            var target = shelved.get(wanted);
            return target == null ? "$0" : "](/articles/" + target + ")";
        });
        if (!linked.equals(parted.body())) {
            articles.saveDraft(
                    id,
                    1,
                    ArticleText.of(
                            parted.front().title(), linked, parted.front().questions()),
                    "");
        }
        articles.publish(id, null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The Markdown files by folder, in a fixed order. */
    private static Map<String, List<Path>> files() {
        try {
            var folder = Path.of(Objects.requireNonNull(
                            DemoArticles.class.getResource("/knowledge"), "The library is missing from this build")
                    .toURI());
            var files = new HashMap<String, List<Path>>();
            for (var shelf : SHELVES) {
                try (var found = Files.list(folder.resolve(shelf.slug()))) {
                    files.put(
                            shelf.slug(),
                            found.filter(it -> it.toString().endsWith(".md"))
                                    .sorted()
                                    .toList());
                }
            }
            return files;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The library of this build cannot be read", unreadable);
        }
    }
}
