package org.askwell.knowledge;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article as one person may see it, in one revision.
 *
 * @param parent what stands above it, as far as the reader may see that
 * @param position among its neighbours in the tree
 * @param arrangement what a change of details or place is based on
 * @param status of the article
 * @param revision number of the revision that the text is taken from
 * @param publishedRevision what readers see now
 * @param draftRevision the newest revision, for those who may write; null for readers
 * @param visibility who may read it
 * @param twin the same article in the other language, as far as the reader may see it
 * @param mayWrite whether the one who asked may change it
 */
public record ArticlePage(
        ArticleId id,
        SpaceName space,
        @Nullable Above parent,
        int position,
        int arrangement,
        String language,
        ArticleStatus status,
        int revision,
        ArticleText text,
        ArticleDetails details,
        @Nullable Integer publishedRevision,
        @Nullable Integer draftRevision,
        Instant updatedAt,
        Visibility visibility,
        @Nullable Twin twin,
        boolean mayWrite) {

    public record SpaceName(String slug, String zh, String en) {
        static SpaceName of(Space space) {
            return new SpaceName(space.slug(), space.name(Locale.CHINESE), space.name(Locale.ENGLISH));
        }

        public String in(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? zh : en;
        }
    }

    /** An article by its number and the title the reader sees. */
    public record Above(ArticleId id, String title) implements Serializable {}

    public record Twin(ArticleId id, String language, String title) {}

    /** Whether this is what readers see now. */
    public boolean isCurrent() {
        return publishedRevision != null && publishedRevision == revision;
    }
}
