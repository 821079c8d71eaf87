package org.askwell.knowledge;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.askwell.common.Refusal;
import org.askwell.common.db.StringsConverter;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One text of the library, in one language, through all its revisions.
 *
 * <p>It is born as a draft by a curator, an import or a resolved ticket. Every saved change is a {@link Revision} of its
 * own; one of them may be published. A published article can be withdrawn and published again; it is never deleted,
 * because answers were proven with it. The same article in the other language is an article of its own with the same
 * translation key.
 */
@Entity
public class Article {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_seq")
    @SequenceGenerator(name = "article_seq", sequenceName = "article_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "public_id", nullable = false, unique = true, updatable = false)
    private ArticleId publicId;

    private String space;
    private @Nullable ArticleId parent;
    private int position;
    private int arrangement = 1;
    private String language;

    @Column(name = "translation_key")
    private @Nullable String translationKey;

    @Column(name = "import_path")
    private @Nullable String importPath;

    private PersonId owner;

    @Column(name = "checked_on")
    private @Nullable LocalDate checkedOn;

    @Column(name = "review_on")
    private @Nullable LocalDate reviewOn;

    @Column(name = "reminded_for")
    private @Nullable LocalDate remindedFor;

    @Convert(converter = StringsConverter.class)
    private List<String> tags;

    @Enumerated(STRING)
    private ArticleStatus status;

    @Column(name = "draft_revision")
    private int draftRevision;

    private String title;

    @Column(name = "published_revision")
    private @Nullable Integer publishedRevision;

    @Column(name = "published_title")
    private @Nullable String publishedTitle;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    protected Article() {} // JPA

    /** A new article without any text yet; {@link #write} gives it the first. */
    Article(ArticleId publicId, String space, String language, ArticleDetails details, Instant at) {
        this.publicId = publicId;
        this.space = space;
        this.language = languageOrRefuse(language);
        this.status = ArticleStatus.DRAFT;
        this.title = "";
        this.position = 0;
        this.draftRevision = 0;
        this.updatedAt = at;
        this.owner = details.owner();
        this.checkedOn = details.checkedOn();
        this.reviewOn = details.reviewOn();
        this.tags = details.tags();
    }

    /**
     * Adds a revision that continues the newest one. Whoever wrote on the basis of an older one is refused, and told
     * which to look at: nobody's text is overwritten unseen.
     */
    Revision write(int base, ArticleText text, PersonId by, Instant at, String note) {
        if (base != draftRevision) {
            throw Refusal.conflict("article-changed-meanwhile", publicId, draftRevision);
        }
        draftRevision++;
        title = text.title();
        updatedAt = at;
        return new Revision(publicId, draftRevision, text, by, at, note);
    }

    KnowledgeEvent.Published publish(Revision revision, Instant at) {
        if (!revision.article().equals(publicId)) {
            throw new IllegalArgumentException(revision.article() + " is not " + publicId);
        }
        if (revision.markdown().isBlank()) {
            throw Refusal.invalid("article-empty");
        }
        revision.appear(at);
        status = ArticleStatus.PUBLISHED;
        publishedRevision = revision.number();
        publishedTitle = revision.title();
        publishedAt = at;
        updatedAt = at;
        return new KnowledgeEvent.Published(publicId, revision.number());
    }

    KnowledgeEvent.Withdrawn withdraw(Instant at) {
        if (!isPublished()) {
            throw Refusal.conflict("article-not-published", publicId);
        }
        status = ArticleStatus.WITHDRAWN;
        publishedRevision = null;
        publishedTitle = null;
        remindedFor = null;
        updatedAt = at;
        return new KnowledgeEvent.Withdrawn(publicId);
    }

    /** Refuses whoever began with an older arrangement: nobody's choice is overwritten unseen. Null takes any. */
    void requireArrangement(@Nullable Integer base) {
        if (base != null && base != arrangement) {
            throw Refusal.conflict("article-arranged-meanwhile", publicId);
        }
    }

    /** As somebody says it today: what is yet to come has not been checked. */
    KnowledgeEvent.Arranged describe(ArticleDetails details, LocalDate today) {
        var checked = details.checkedOn();
        if (checked != null && checked.isAfter(today)) {
            throw Refusal.invalid("article-checked-ahead", checked.toString());
        }
        return describe(details);
    }

    /** As the file says it that the article came from. */
    KnowledgeEvent.Arranged describe(ArticleDetails details) {
        arrangement++;
        if (!details.owner().equals(owner) || !Objects.equals(details.reviewOn(), reviewOn)) {
            remindedFor = null;
        }
        owner = details.owner();
        checkedOn = details.checkedOn();
        reviewOn = details.reviewOn();
        tags = details.tags();
        return new KnowledgeEvent.Arranged(publicId);
    }

    /** Somebody else answers for it from now on. */
    KnowledgeEvent.Arranged passTo(PersonId successor) {
        arrangement++;
        remindedFor = null;
        owner = successor;
        return new KnowledgeEvent.Arranged(publicId);
    }

    /** Somebody made sure that it is still right; the review date moves as far again as it lay ahead the last time. */
    KnowledgeEvent.Arranged check(LocalDate today) {
        if (reviewOn != null) {
            var rhythm = checkedOn == null ? 180 : Math.max(30, checkedOn.until(reviewOn, ChronoUnit.DAYS));
            reviewOn = today.plusDays(rhythm);
        }
        checkedOn = today;
        remindedFor = null;
        arrangement++;
        return new KnowledgeEvent.Arranged(publicId);
    }

    /** Tells the owner that the day has come to look again; once for a day, and for an owner. */
    Optional<KnowledgeEvent.CheckDue> remind(LocalDate today) {
        if (!isPublished() || isReminded() || reviewOn == null || reviewOn.isAfter(today)) {
            return Optional.empty();
        }
        remindedFor = reviewOn;
        return Optional.of(new KnowledgeEvent.CheckDue(publicId, owner));
    }

    /** Whether its owner has been asked to look again, and has not done it. */
    boolean isReminded() {
        return remindedFor != null;
    }

    /** Puts it below another article of the same space. */
    KnowledgeEvent.Arranged placeBelow(Article above, int newPosition) {
        if (!above.space.equals(space)) {
            throw Refusal.invalid("article-other-space");
        }
        return place(above.publicId, newPosition);
    }

    KnowledgeEvent.Arranged place(@Nullable ArticleId newParent, int newPosition) {
        if (publicId.equals(newParent)) {
            throw Refusal.invalid("article-own-parent");
        }
        parent = newParent;
        position = newPosition;
        arrangement++;
        return new KnowledgeEvent.Arranged(publicId);
    }

    /** Takes the article to another space; there it stands at the top of the tree, without any ties to where it was. */
    KnowledgeEvent.Moved move(String newSpace) {
        var from = space;
        space = newSpace;
        parent = null;
        importPath = null;
        translationKey = null;
        arrangement++;
        return new KnowledgeEvent.Moved(publicId, from, newSpace);
    }

    /**
     * Becomes the same text as another article, in the other language.
     *
     * @param twin what the original has in the other language already, if anything
     * @return what has befallen the original: from now on the two are one in every list
     */
    KnowledgeEvent.Arranged translates(Article original, @Nullable Article twin) {
        if (language.equals(original.language)) {
            throw Refusal.invalid("article-same-language");
        }
        if (!space.equals(original.space)) {
            throw Refusal.invalid("article-other-space");
        }
        if (twin != null) {
            throw Refusal.conflict("article-has-twin", original.publicId);
        }
        if (original.translationKey == null) {
            original.translationKey = original.publicId.value();
        }
        translationKey = original.translationKey;
        return new KnowledgeEvent.Arranged(original.publicId);
    }

    void isTranslation(String key) {
        translationKey = key;
    }

    void cameFrom(String path) {
        importPath = path;
    }

    static String languageOrRefuse(String language) {
        if (!language.equals("zh") && !language.equals("en")) {
            throw Refusal.invalid("language-unknown", language);
        }
        return language;
    }

    public ArticleId id() {
        return publicId;
    }

    public String space() {
        return space;
    }

    public Optional<ArticleId> parent() {
        return Optional.ofNullable(parent);
    }

    public int position() {
        return position;
    }

    /** How often owner, dates, tags or place were changed; what a change of them is based on. */
    public int arrangement() {
        return arrangement;
    }

    public String language() {
        return language;
    }

    public Optional<String> translationKey() {
        return Optional.ofNullable(translationKey);
    }

    public Optional<String> importPath() {
        return Optional.ofNullable(importPath);
    }

    public ArticleDetails details() {
        return new ArticleDetails(owner, checkedOn, reviewOn, tags);
    }

    public ArticleStatus status() {
        return status;
    }

    public boolean isPublished() {
        return status == ArticleStatus.PUBLISHED;
    }

    /** The newest revision, published or not. */
    public int draftRevision() {
        return draftRevision;
    }

    /** The revision that readers see, if any. */
    public OptionalInt publishedRevision() {
        return publishedRevision == null ? OptionalInt.empty() : OptionalInt.of(publishedRevision);
    }

    /** The title of the newest revision; readers get {@link #publishedTitle()}. */
    public String title() {
        return title;
    }

    public Optional<String> publishedTitle() {
        return Optional.ofNullable(publishedTitle);
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }
}
