package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.AttachmentRef;
import org.askwell.knowledge.AttachmentRow;
import org.askwell.knowledge.PublishedText;
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
    ArticleAttachments attachments;

    @Inject
    SearchLog log;

    /** @param type {@code article} or {@code file}; both without it */
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
        if (text == null || type != null && !type.equals("article") && !type.equals("file")) {
            return new Slice<>(List.of(), null);
        }
        int enough = Math.min(from + most + 1, DEEPEST);
        var hits = "article".equals(type)
                ? search.pages(text, space, enough)
                : search.pagesAndFiles(text, space, "file".equals(type) ? DEEPEST : enough);
        // The index may lag behind by a moment; the database has the last word on what may be read.
        var files = attachments.among(hits.stream()
                .flatMap(it -> AttachmentRef.of(it.page()).stream())
                .toList());
        var open = articles.staleAmong(Stream.concat(
                        hits.stream().flatMap(it -> article(it).stream()),
                        files.keySet().stream().map(AttachmentRef::article))
                .toList());
        var titles = articles.published(
                files.keySet().stream().map(AttachmentRef::article).collect(Collectors.toSet()));
        var page = hits.stream()
                .filter(it ->
                        !"file".equals(type) || AttachmentRef.of(it.page()).isPresent())
                .skip(from)
                .flatMap(it -> found(it, open, files, titles).stream())
                .toList();
        if (from == 0 && page.isEmpty() && !text.isBlank()) {
            log.foundNothing(text, space);
        }
        return Slice.of(page, most, last -> Integer.toString(from + most));
    }

    private static Optional<Found> found(
            PageHit hit,
            Map<ArticleId, Boolean> open,
            Map<AttachmentRef, AttachmentRow> files,
            Map<ArticleId, PublishedText> titles) {
        var file = AttachmentRef.of(hit.page()).map(files::get);
        if (file.isPresent()) {
            var id = file.get().article();
            return Optional.ofNullable(titles.get(id))
                    .map(it -> Found.of(hit, open.getOrDefault(id, false), file.get(), it));
        }
        return article(hit).map(open::get).map(stale -> Found.of(hit, stale));
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
     * @param file the file of the article in which it was found; without it, it was the article itself
     */
    public record Found(
            String article,
            String title,
            String heading,
            String snippet,
            double score,
            String url,
            boolean stale,
            @Nullable FoundFile file) {

        static Found of(PageHit hit, boolean stale, AttachmentRow file, PublishedText article) {
            var id = file.article().value();
            return new Found(
                    id,
                    article.title(),
                    file.name(),
                    hit.snippet().text(),
                    hit.score(),
                    "/" + Places.articleFiles(id),
                    stale,
                    new FoundFile(
                            file.number(), file.name(), "/" + Places.articleFile(id, file.number(), file.name())));
        }

        static Found of(PageHit hit, boolean stale) {
            var passage = hit.best();
            return new Found(
                    hit.page().id(),
                    passage.title(),
                    passage.heading(),
                    hit.snippet().text(),
                    hit.score(),
                    "/" + Places.article(hit.page().id()) + (passage.anchor().isEmpty() ? "" : "#" + passage.anchor()),
                    stale,
                    null);
        }
    }

    public record FoundFile(int number, String name, String url) {}

    public record Suggestions(List<Suggested> items) {}

    public record Suggested(String text, String article, String title, String url) {
        static Suggested of(Suggestion suggestion) {
            var id = suggestion.page().id();
            return new Suggested(suggestion.text(), id, suggestion.title(), "/" + Places.article(id));
        }
    }
}
