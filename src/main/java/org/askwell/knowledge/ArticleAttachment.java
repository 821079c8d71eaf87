package org.askwell.knowledge;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.askwell.common.StoredFile;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with an article.
 *
 * <p>It is added by somebody who may write the article, shown to readers with the next publication, read once for its
 * words, and may be removed and put back; its bytes never change.
 */
@Entity
@Table(name = "article_attachment")
class ArticleAttachment {

    /** What is known of the words in it. */
    enum Reading {
        WAITING,
        READ,
        /** There are none, or none that can be read: a picture, an archive, a broken file. */
        NONE
    }

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_attachment_seq")
    @SequenceGenerator(name = "article_attachment_seq", sequenceName = "article_attachment_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private ArticleId article;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String name;

    @Column(name = "type", updatable = false)
    private String mediaType;

    @Column(name = "size", updatable = false)
    private long bytes;

    @Column(updatable = false)
    private String stored;

    @Column(name = "added_by", updatable = false)
    private PersonId addedBy;

    @Column(name = "added_at", updatable = false)
    private Instant addedAt;

    @Column(name = "shown_at")
    private @Nullable Instant shownAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @Enumerated(STRING)
    private Reading reading = Reading.WAITING;

    private int attempts;

    protected ArticleAttachment() {} // JPA

    ArticleAttachment(ArticleId article, int number, StoredFile file, PersonId by, Instant at) {
        this.article = article;
        this.number = number;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.bytes = file.size();
        this.stored = file.hash();
        this.addedBy = by;
        this.addedAt = at;
    }

    Long id() {
        return id;
    }

    AttachmentRef ref() {
        return new AttachmentRef(article, number);
    }

    AttachmentRow row() {
        return new AttachmentRow(article, number, name, mediaType, bytes, stored, addedBy, addedAt, shownAt);
    }

    boolean isThere() {
        return removedAt == null;
    }

    boolean isShown() {
        return isThere() && shownAt != null;
    }

    boolean isWaitingToBeRead() {
        return reading == Reading.WAITING;
    }

    void show(Instant at) {
        if (shownAt == null) {
            shownAt = at;
        }
    }

    void remove(Instant at) {
        if (removedAt == null) {
            removedAt = at;
        }
    }

    void putBack() {
        removedAt = null;
    }

    /** @return how often it was begun to be read, this time included */
    int tryToRead() {
        return ++attempts;
    }

    void wasRead(boolean words) {
        reading = words ? Reading.READ : Reading.NONE;
    }
}
