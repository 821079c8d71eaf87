package org.askwell.learning;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.askwell.ai.Meaning;
import org.askwell.common.Refusal;
import org.askwell.common.db.StringsConverter;
import org.askwell.knowledge.ArticleId;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something people ask that no article answers: all wordings with the same meaning, at one desk, in one language.
 *
 * <p>It is born when somebody asks in vain what nobody asked so before, and counts everybody who does so later. A curator
 * begins an article for it, attaches it to one, asks the owner of the nearest one, or says why it needs none; that can be
 * taken back. It is closed when an article is published that answers those who asked, and opens again by itself when
 * somebody asks in vain once more. Its numbers are those of its questions, counted as a whole, and name nobody.
 */
@Entity
class Gap {

    private static final int LONGEST_REASON = 500;

    /** The desk of what belongs to none. */
    static final String NO_DESK = "";

    /** The space of what came near to nothing. */
    static final String NO_SPACE = "";

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "gap_seq")
    @SequenceGenerator(name = "gap_seq", sequenceName = "gap_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private long number;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private String wording;

    @Column(updatable = false)
    private @Nullable String model;

    @Column(updatable = false)
    private byte @Nullable [] vector;

    private String desk;

    @Enumerated(STRING)
    private GapState state;

    private int questions;
    private int people;
    private int unanswered;
    private int unhelpful;
    private int unfound;
    private String departments;

    @Column(name = "first_asked")
    private Instant firstAsked;

    @Column(name = "last_asked")
    private Instant lastAsked;

    private @Nullable ArticleId nearest;

    /** Of what came nearest; empty when nothing did. */
    private String space;

    private @Nullable ArticleId article;

    @Column(name = "owner_article")
    private @Nullable ArticleId ownerArticle;

    private @Nullable PersonId owner;

    @Column(name = "owner_asked_by")
    private @Nullable PersonId ownerAskedBy;

    @Column(name = "owner_asked_at")
    private @Nullable Instant ownerAskedAt;

    @Column(name = "dismissed_by")
    private @Nullable PersonId dismissedBy;

    @Column(name = "dismissed_at")
    private @Nullable Instant dismissedAt;

    @Column(name = "dismissed_why")
    private @Nullable String dismissedWhy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "unproven_article")
    private @Nullable ArticleId unprovenArticle;

    @Column(name = "unproven_wording")
    private @Nullable String unprovenWording;

    protected Gap() {} // JPA

    /**
     * @param wording the first, in words that do not give its asker away
     * @param desk empty for none
     */
    Gap(long number, Meaning meaning, String wording, String desk, Instant at) {
        this.number = number;
        this.language = meaning.language();
        this.wording = wording;
        this.model = meaning.model();
        this.vector = meaning.stored();
        this.desk = desk;
        this.state = GapState.OPEN;
        this.departments = "";
        this.space = NO_SPACE;
        this.firstAsked = at;
        this.lastAsked = at;
    }

    /** Takes over the numbers of its questions; one that was asked after it was closed opens it again. */
    GapEvent.Counted count(Tally tally) {
        questions = tally.questions();
        people = tally.people();
        unanswered = tally.of(InVain.UNANSWERED);
        unhelpful = tally.of(InVain.UNHELPFUL);
        unfound = tally.of(InVain.UNFOUND);
        departments = StringsConverter.join(tally.shownDepartments());
        firstAsked = tally.first();
        lastAsked = tally.last();
        if (state == GapState.CLOSED && closedAt != null && lastAsked.isAfter(closedAt)) {
            state = GapState.OPEN;
            closedAt = null;
        }
        return new GapEvent.Counted(id());
    }

    /** Learns where it belongs and what comes near, if it did not know. */
    void place(String itsDesk, @Nullable ArticleId nearby, @Nullable String itsSpace) {
        if (desk.equals(NO_DESK)) {
            desk = itsDesk;
        }
        if (nearest == null) {
            nearest = nearby;
            space = nearby == null || itsSpace == null ? NO_SPACE : itsSpace;
        }
    }

    /** Somebody writes the answer into that article. */
    GapEvent.WritingBegun writeInto(ArticleId target) {
        requireOpen();
        article = target;
        unprovenArticle = null;
        unprovenWording = null;
        return new GapEvent.WritingBegun(id(), target);
    }

    /** The owner of an article that comes near is asked to answer it there. */
    GapEvent.OwnerAsked askOwner(ArticleId target, PersonId itsOwner, PersonId by, Instant at) {
        requireOpen();
        ownerArticle = target;
        owner = itsOwner;
        ownerAskedBy = by;
        ownerAskedAt = at;
        return new GapEvent.OwnerAsked(id(), target, itsOwner, by);
    }

    /** Needs no article, for a reason. */
    GapEvent.Dismissed dismiss(PersonId by, String why, Instant at) {
        if (state == GapState.CLOSED) {
            throw Refusal.conflict("gap-not-open", id());
        }
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("gap-reason", LONGEST_REASON);
        }
        state = GapState.DISMISSED;
        dismissedBy = by;
        dismissedAt = at;
        dismissedWhy = reason;
        return new GapEvent.Dismissed(id(), by, reason);
    }

    /** Needs an article after all. */
    GapEvent.Reopened reopen(PersonId by) {
        if (state == GapState.OPEN) {
            throw Refusal.conflict("gap-open", id());
        }
        state = GapState.OPEN;
        dismissedBy = null;
        dismissedAt = null;
        dismissedWhy = null;
        closedAt = null;
        return new GapEvent.Reopened(id(), by);
    }

    /** Everybody who asked and may read the article has an answer now. */
    GapEvent.Closed close(ArticleId by, Instant at) {
        state = GapState.CLOSED;
        article = by;
        closedAt = at;
        unprovenArticle = null;
        unprovenWording = null;
        return new GapEvent.Closed(id());
    }

    /**
     * The article was published, and something is not proven by it.
     *
     * @param unproven the wording it does not answer, or empty: nobody who asked may read the article
     */
    GapEvent.LeftOpen leaveOpen(ArticleId published, String unproven) {
        unprovenArticle = published;
        unprovenWording = unproven;
        return new GapEvent.LeftOpen(id(), published);
    }

    private void requireOpen() {
        if (state != GapState.OPEN) {
            throw Refusal.conflict("gap-not-open", id());
        }
    }

    GapId id() {
        return GapId.numbered(number);
    }

    boolean isOpen() {
        return state == GapState.OPEN;
    }

    /** Nobody has done anything about it. */
    boolean isUntouched() {
        return state == GapState.OPEN && article == null && ownerArticle == null && unprovenArticle == null;
    }

    Optional<ArticleId> article() {
        return Optional.ofNullable(article);
    }

    Optional<ArticleId> nearest() {
        return Optional.ofNullable(nearest);
    }

    Optional<PersonId> askedOwner() {
        return Optional.ofNullable(owner);
    }

    Optional<ArticleId> askedAbout() {
        return Optional.ofNullable(ownerArticle);
    }

    String wording() {
        return wording;
    }

    String language() {
        return language;
    }

    String desk() {
        return desk;
    }

    String space() {
        return space;
    }

    GapRow row() {
        return new GapRow(
                number,
                language,
                wording,
                desk,
                state,
                questions,
                people,
                unanswered,
                unhelpful,
                unfound,
                departments,
                firstAsked,
                lastAsked,
                article,
                nearest,
                ownerArticle,
                dismissedWhy,
                closedAt,
                unprovenArticle,
                unprovenWording);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Gap gap && gap.number == number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(number);
    }
}
