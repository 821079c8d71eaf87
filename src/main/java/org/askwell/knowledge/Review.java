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
import java.util.Optional;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That one revision of an article waits for somebody to look at it before readers see it.
 *
 * <p>It is born when a revision is handed in, with a sentence why. It ends once: approved, which publishes exactly that
 * revision; sent back with a reason; or withdrawn by whoever handed it in, also by handing in a newer revision. An
 * article goes through any number of reviews, one after the other; each has its round.
 */
@Entity
@Table(name = "article_review")
public class Review {

    public static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_review_seq")
    @SequenceGenerator(name = "article_review_seq", sequenceName = "article_review_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private ArticleId article;

    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private int revision;

    @Column(updatable = false)
    private PersonId author;

    @Column(name = "asked_by", updatable = false)
    private PersonId askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private String reason;

    @Enumerated(STRING)
    private ReviewState state;

    @Column(name = "decided_by")
    private @Nullable PersonId decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String answer;

    protected Review() {} // JPA

    Review(int round, Revision revision, PersonId askedBy, String reason, Instant at) {
        this.article = revision.article();
        this.round = round;
        this.revision = revision.number();
        this.author = revision.author();
        this.askedBy = askedBy;
        this.askedAt = at;
        this.reason = said(reason);
        this.state = ReviewState.WAITING;
    }

    ReviewEvent.HandedIn handedIn() {
        return new ReviewEvent.HandedIn(article, round, revision, askedBy);
    }

    /** Somebody has looked and lets readers see it; publishing the revision is another step. */
    ReviewEvent.Approved approve(PersonId by, Instant at) {
        settle(ReviewState.APPROVED, by, at);
        return new ReviewEvent.Approved(article, round, by, concerned());
    }

    ReviewEvent.SentBack sendBack(PersonId by, String why, Instant at) {
        var sentence = said(why);
        settle(ReviewState.SENT_BACK, by, at);
        answer = sentence;
        return new ReviewEvent.SentBack(article, round, by, concerned());
    }

    ReviewEvent.Withdrawn withdraw(PersonId by, Instant at) {
        settle(ReviewState.WITHDRAWN, by, at);
        return new ReviewEvent.Withdrawn(article, round, by);
    }

    private void settle(ReviewState end, PersonId by, Instant at) {
        if (state != ReviewState.WAITING) {
            throw Refusal.conflict("review-settled", article);
        }
        state = end;
        decidedBy = by;
        decidedAt = at;
    }

    private Set<PersonId> concerned() {
        return askedBy.equals(author) ? Set.of(author) : Set.of(author, askedBy);
    }

    private static String said(String sentence) {
        var text = ArticleText.clean(sentence).strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("review-reason-missing");
        }
        if (text.length() > LONGEST_REASON) {
            throw Refusal.invalid("review-reason-too-long", LONGEST_REASON);
        }
        return text;
    }

    public ArticleId article() {
        return article;
    }

    public int round() {
        return round;
    }

    public int revision() {
        return revision;
    }

    /** Who wrote the revision. */
    public PersonId author() {
        return author;
    }

    public PersonId askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String reason() {
        return reason;
    }

    public ReviewState state() {
        return state;
    }

    public boolean isWaiting() {
        return state == ReviewState.WAITING;
    }

    public Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Why it was sent back. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }
}
