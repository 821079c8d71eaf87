package org.askwell.knowledge;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.search.ChangeLog;
import org.askwell.search.Page;
import org.askwell.search.PageRef;
import org.askwell.search.PageSource;
import org.jspecify.annotations.Nullable;

/** Hands published articles to the index, and tells it in the same transaction when one has changed. */
@ApplicationService
public class ArticlePages implements PageSource {

    /** Name of this source in the index. */
    public static final String SOURCE = "article";

    @Inject
    KnowledgeRepository library;

    @Inject
    ChangeLog changes;

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Optional<Page> page(String id) {
        return ArticleId.parse(id)
                .flatMap(library::find)
                .filter(it -> it.article().isPublished())
                .map(it -> page(it.article(), it.space()));
    }

    private Page page(Article article, Space space) {
        var revision = library.requireRevision(
                article.id(), article.publishedRevision().orElseThrow());
        return new Page(
                new PageRef(SOURCE, article.id().value()),
                revision.number(),
                space.slug(),
                article.language(),
                revision.title(),
                revision.markdown(),
                revision.wordings(),
                space.audience(),
                article.translationKey().orElse(null),
                article.publishedAt().orElseThrow());
    }

    @Override
    public List<String> idsAfter(@Nullable String last, int limit) {
        return library.publishedIdsAfter(last, limit);
    }

    void follow(@Observes KnowledgeEvent event) {
        switch (event) {
            case KnowledgeEvent.Published published -> record(published.article());
            case KnowledgeEvent.Withdrawn withdrawn -> record(withdrawn.article());
            case KnowledgeEvent.Moved moved -> record(moved.article());
            case KnowledgeEvent.Arranged arranged -> record(arranged.article());
            case KnowledgeEvent.SpaceChanged changed ->
                library.publishedIn(changed.space()).forEach(this::record);
            case KnowledgeEvent.DraftSaved draft -> {}
            case KnowledgeEvent.CheckDue due -> {}
            case KnowledgeEvent.ImportMoved moved -> {}
        }
    }

    private void record(ArticleId article) {
        changes.record(new PageRef(SOURCE, article.value()));
    }
}
