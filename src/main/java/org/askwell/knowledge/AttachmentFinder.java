package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.search.Finder;
import org.askwell.search.FoundGroup;
import org.askwell.search.FoundGroup.FoundThing;
import org.askwell.search.PageHit;
import org.askwell.search.SearchService;
import org.jspecify.annotations.Nullable;

/** Finds files of articles that the acting person may read, by their names and by what is written in them. */
@ApplicationScoped
public class AttachmentFinder implements Finder {

    public static final String GROUP = "files";

    @Inject
    SearchService search;

    @Inject
    ReadableArticles articles;

    @Inject
    ArticleAttachments attachments;

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public FoundGroup find(String text, int limit) {
        return find(text, null, limit);
    }

    /** The index may lag behind by a moment; the database has the last word on what may be read. */
    public FoundGroup find(String text, @Nullable String space, int limit) {
        var hits = search.files(text, space, limit + 1);
        var files = attachments.among(hits.stream()
                .flatMap(it -> AttachmentRef.of(it.page()).stream())
                .toList());
        var titles = articles.published(
                files.keySet().stream().map(AttachmentRef::article).collect(Collectors.toSet()));
        return FoundGroup.of(
                GROUP,
                hits.stream().flatMap(it -> thing(it, files, titles).stream()).toList(),
                limit,
                null);
    }

    private static Optional<FoundThing> thing(
            PageHit hit, Map<AttachmentRef, AttachmentRow> files, Map<ArticleId, PublishedText> titles) {
        return AttachmentRef.of(hit.page())
                .map(files::get)
                .flatMap(file -> Optional.ofNullable(titles.get(file.article()))
                        .map(article -> new FoundThing(
                                file.article() + "/" + file.number(),
                                file.name(),
                                article.title(),
                                hit.snippet().text(),
                                Places.articleFile(file.article().value(), file.number(), file.name()))));
    }
}
