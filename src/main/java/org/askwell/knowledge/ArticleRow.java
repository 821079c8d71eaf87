package org.askwell.knowledge;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of articles; the repository hands it out as the one who asked may see it.
 *
 * @param title readers get the published title
 * @param revision the newest revision for curators, the published one for readers
 */
public record ArticleRow(
        ArticleId id,
        String space,
        @Nullable ArticleId parent,
        String title,
        String language,
        ArticleStatus status,
        int revision,
        @Nullable Integer publishedRevision,
        PersonId owner,
        @Nullable LocalDate checkedOn,
        @Nullable LocalDate reviewOn,
        Instant updatedAt,
        @Nullable String publishedTitle,
        @Nullable Instant publishedAt)
        implements Serializable {

    /** The same row without a word of what is only drafted. */
    ArticleRow forReader() {
        return new ArticleRow(
                id,
                space,
                parent,
                publishedTitle == null ? title : publishedTitle,
                language,
                status,
                publishedRevision == null ? revision : publishedRevision,
                publishedRevision,
                owner,
                checkedOn,
                reviewOn,
                publishedAt == null ? updatedAt : publishedAt,
                publishedTitle,
                publishedAt);
    }

    /** Whether there are changes that readers do not see yet. */
    public boolean hasDraft() {
        return publishedRevision == null || publishedRevision < revision;
    }
}
