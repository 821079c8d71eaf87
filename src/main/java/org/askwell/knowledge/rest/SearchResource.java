package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.SearchLog;
import org.askwell.search.PageHit;
import org.askwell.search.SearchService;
import org.askwell.search.Suggestion;
import org.jspecify.annotations.Nullable;

/** Finding articles, among those one may read. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    /** Nobody pages further; a better question finds more. */
    private static final int DEEPEST = 400;

    private static final int SUGGESTIONS = 8;

    @Inject
    SearchService search;

    @Inject
    ReadableArticles articles;

    @Inject
    SearchLog log;

    /** @param type only {@code article} finds anything so far */
    @GET
    @Path("search")
    public Slice<Found> search(
            @QueryParam("q") @Nullable String text,
            @QueryParam("space") @Nullable String space,
            @QueryParam("type") @Nullable String type,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Slice.limit(limit);
        int from = offset(cursor);
        if (text == null || type != null && !type.equals("article")) {
            return new Slice<>(List.of(), null);
        }
        var hits = search.pages(text, space, Math.min(from + most + 1, DEEPEST));
        // The index may lag behind by a moment; the database has the last word on what may be read.
        var open = articles.staleAmong(
                hits.stream().flatMap(it -> article(it).stream()).toList());
        var page = hits.stream()
                .skip(from)
                .flatMap(hit -> article(hit).map(open::get).map(stale -> Found.of(hit, stale)).stream())
                .toList();
        if (from == 0 && page.isEmpty() && !text.isBlank()) {
            log.foundNothing(text, space);
        }
        return Slice.of(page, most, last -> Integer.toString(from + most));
    }

    @GET
    @Path("suggest")
    public Suggestions suggest(@QueryParam("q") @Nullable String typed) {
        var found = typed == null ? List.<Suggestion>of() : search.suggest(typed, SUGGESTIONS);
        var open = articles.among(found.stream()
                .flatMap(it -> ArticleId.parse(it.page().id()).stream())
                .collect(Collectors.toSet()));
        return new Suggestions(found.stream()
                .filter(it ->
                        ArticleId.parse(it.page().id()).filter(open::contains).isPresent())
                .map(Suggested::of)
                .toList());
    }

    private static Optional<ArticleId> article(PageHit hit) {
        return ArticleId.parse(hit.page().id());
    }

    private static int offset(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor)
                    .map(Integer::parseInt)
                    .filter(it -> it >= 0)
                    .orElse(0);
        } catch (NumberFormatException unreadable) {
            throw Refusal.invalid("cursor-unreadable");
        }
    }

    /**
     * @param snippet plain text
     * @param stale whether the article should have been checked again by now
     */
    public record Found(
            String article, String title, String heading, String snippet, double score, String url, boolean stale) {
        static Found of(PageHit hit, boolean stale) {
            var passage = hit.best();
            return new Found(
                    hit.page().id(),
                    passage.title(),
                    passage.heading(),
                    hit.snippet().text(),
                    hit.score(),
                    "/" + Places.article(hit.page().id()) + (passage.anchor().isEmpty() ? "" : "#" + passage.anchor()),
                    stale);
        }
    }

    public record Suggestions(List<Suggested> items) {}

    public record Suggested(String text, String article, String title, String url) {
        static Suggested of(Suggestion suggestion) {
            var id = suggestion.page().id();
            return new Suggested(suggestion.text(), id, suggestion.title(), "/" + Places.article(id));
        }
    }
}
