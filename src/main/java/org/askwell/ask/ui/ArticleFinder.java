package org.askwell.ask.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.search.SearchService;

/** Finds published articles that the acting person may read. */
@ApplicationScoped
class ArticleFinder {

    private static final int NEWEST = 200;

    /** An article to choose. */
    record Choice(ArticleId article, String title) {}

    @Inject
    SearchService search;

    @Inject
    ReadableArticles articles;

    /** By number, by words, or the newest when nothing was typed. */
    List<Choice> find(String typed, int offset, int limit) {
        var text = typed.strip();
        var named = ArticleId.parse(text.toUpperCase(Locale.ROOT));
        Stream<Choice> found;
        if (named.isPresent()) {
            found = articles.published(List.of(named.get())).values().stream()
                    .map(it -> new Choice(it.id(), it.title()));
        } else if (text.isEmpty()) {
            found = articles.newest(NEWEST).stream().map(it -> new Choice(it.id(), it.title()));
        } else {
            found = search.pages(text, null, offset + limit).stream()
                    .map(it -> ArticleId.parse(it.page().id())
                            .map(id -> new Choice(id, it.best().title()))
                            .orElse(null))
                    .filter(Objects::nonNull);
        }
        return found.skip(offset).limit(limit).toList();
    }
}
