package org.askwell.knowledge;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.common.StoredFile;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A file of an article in a list.
 *
 * @param number in its article; it stays the same, whatever is removed
 * @param shownAt since when readers see it, or null as long as only those see it who may write the article
 */
public record AttachmentRow(
        ArticleId article,
        int number,
        String name,
        String type,
        long size,
        String stored,
        PersonId addedBy,
        Instant addedAt,
        @Nullable Instant shownAt)
        implements Serializable {

    public boolean isShown() {
        return shownAt != null;
    }

    public AttachmentRef ref() {
        return new AttachmentRef(article, number);
    }

    public StoredFile file() {
        return new StoredFile(name, type, size, stored);
    }
}
