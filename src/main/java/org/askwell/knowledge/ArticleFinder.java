package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.search.Finder;
import org.askwell.search.FoundGroup;
import org.askwell.search.FoundGroup.FoundThing;
import org.askwell.search.PageHit;
import org.askwell.search.SearchService;
import org.jspecify.annotations.Nullable;

/** Finds articles that the acting person may read. */
@ApplicationScoped
public class ArticleFinder implements Finder {

    public static final String GROUP = "articles";

    @Inject
    SearchService search;

    @Inject
    ReadableArticles articles;

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public FoundGroup find(String text, int limit) {
        return FoundGroup.of(
                GROUP,
                hits(text, null, limit + 1).stream().map(it -> thing(it.hit())).toList(),
                limit,
                null);
    }

    /** The index may lag behind by a moment; the database has the last word on what may be read. */
    public List<ArticleHit> hits(String text, @Nullable String space, int limit) {
        var hits = search.pages(text, space, limit);
        var open = articles.staleAmong(
                hits.stream().flatMap(it -> article(it).stream()).toList());
        return hits.stream()
                .flatMap(hit -> article(hit).map(open::get).map(stale -> new ArticleHit(hit, stale)).stream())
                .toList();
    }

    private static Optional<ArticleId> article(PageHit hit) {
        return ArticleId.parse(hit.page().id());
    }

    /** @param stale whether somebody should have looked again by now */
    public record ArticleHit(PageHit hit, boolean stale) {}

    private static FoundThing thing(PageHit hit) {
        var passage = hit.best();
        return new FoundThing(
                hit.page().id(),
                passage.title(),
                String.join(" › ", passage.headings()),
                hit.snippet().text(),
                Places.article(hit.page().id()) + (passage.anchor().isEmpty() ? "" : "#" + passage.anchor()));
    }
}
