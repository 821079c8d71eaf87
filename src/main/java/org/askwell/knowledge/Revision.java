package org.askwell.knowledge;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.askwell.common.db.StringsConverter;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an article said at one time. Its text never changes, because citations point into it; the only thing that can
 * befall it is that it is published, and that is never taken back.
 */
@Entity
@Table(name = "article_revision")
public class Revision {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_revision_seq")
    @SequenceGenerator(name = "article_revision_seq", sequenceName = "article_revision_seq", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private ArticleId article;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String markdown;

    @Column(updatable = false)
    @Convert(converter = StringsConverter.class)
    private List<String> wordings;

    @Column(updatable = false)
    private PersonId author;

    @Column(updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String note;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    protected Revision() {} // JPA

    Revision(ArticleId article, int number, ArticleText text, PersonId author, Instant at, String note) {
        this.article = article;
        this.number = number;
        this.title = text.title();
        this.markdown = text.markdown();
        this.wordings = text.wordings();
        this.author = author;
        this.at = at;
        this.note = note;
    }

    /** Remembers the first time readers saw it. */
    void appear(Instant when) {
        if (publishedAt == null) {
            publishedAt = when;
        }
    }

    public ArticleId article() {
        return article;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Without front matter; what the offsets of citations count in. */
    public String markdown() {
        return markdown;
    }

    public List<String> wordings() {
        return wordings;
    }

    public ArticleText text() {
        return new ArticleText(title, markdown, wordings);
    }

    public PersonId author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public String note() {
        return note;
    }

    public boolean wasPublished() {
        return publishedAt != null;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }
}
