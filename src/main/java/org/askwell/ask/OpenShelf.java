package org.askwell.ask;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.PublishedText;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.search.PageRef;
import org.jspecify.annotations.Nullable;

/**
 * The articles that one question may be answered from, read from the database with the asker's rights.
 *
 * <p>Lives as long as the question is being answered; each article is read once.
 */
final class OpenShelf implements Answering.Shelf {

    private final ReadableArticles articles;
    private final Map<String, Optional<PublishedText>> read = new HashMap<>();

    OpenShelf(ReadableArticles articles) {
        this.articles = articles;
    }

    @Override
    public @Nullable String markdown(PageRef page, int revision) {
        expect(List.of(page));
        return opened(page.id(), revision);
    }

    @Override
    public void expect(Collection<PageRef> pages) {
        var unread = pages.stream()
                .map(PageRef::id)
                .filter(it -> !read.containsKey(it))
                .distinct()
                .toList();
        if (!unread.isEmpty()) {
            var texts = articles.published(unread.stream().map(ArticleId::new).toList());
            unread.forEach(it -> read.put(it, Optional.ofNullable(texts.get(new ArticleId(it)))));
        }
    }

    /** The text of an article that was read before, or null when it was not or now shows another revision. */
    @Nullable
    String opened(String article, int revision) {
        return read.getOrDefault(article, Optional.empty())
                .filter(it -> it.revision() == revision)
                .map(PublishedText::markdown)
                .orElse(null);
    }
}
