package org.askwell.knowledge;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.search.Page;
import org.askwell.search.PageRef;
import org.askwell.search.PageSource;
import org.askwell.search.SearchService;
import org.jspecify.annotations.Nullable;

/**
 * Hands the files of published articles to the index, under the rights of their article.
 *
 * <p>Only a search that asks for files finds them; answers are made of articles alone.
 */
@ApplicationService
public class AttachmentPages implements PageSource {

    /** Name of this source in the index. */
    public static final String SOURCE = "attachment";

    @Inject
    AttachmentRepository attachments;

    @Inject
    KnowledgeRepository library;

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Optional<Page> page(String id) {
        return AttachmentRef.parse(id)
                .flatMap(attachments::find)
                .filter(ArticleAttachment::isShown)
                .flatMap(attachment -> library.find(attachment.ref().article())
                        .filter(it -> it.article().isPublished())
                        .map(it -> page(attachment, it.article(), it.space())));
    }

    private Page page(ArticleAttachment attachment, Article article, Space space) {
        var row = attachment.row();
        return new Page(
                new PageRef(SOURCE, attachment.ref().toString()),
                1,
                space.slug(),
                article.language(),
                row.name(),
                attachments.words(attachment).orElse(""),
                List.of(),
                SearchService.asFiles(space.audience()),
                null,
                row.addedAt());
    }

    @Override
    public List<String> idsAfter(@Nullable String last, int limit) {
        return attachments.shownAfter(AttachmentRef.parse(last).orElse(null), limit).stream()
                .map(AttachmentRef::toString)
                .toList();
    }
}
