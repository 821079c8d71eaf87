package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.knowledge.KnowledgeRepository.Housed;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * Has somebody look at a text before readers see it. Readers keep the published revision meanwhile.
 *
 * <p>For the curators of a space. One public method is one transaction; of two who decide at once one waits for the
 * other and is told what became of it.
 */
@ApplicationService
public class ReviewService {

    @Inject
    KnowledgeRepository library;

    @Inject
    ReviewRepository reviews;

    @Inject
    ArticleAccess access;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<KnowledgeEvent> events;

    @Inject
    Event<ReviewEvent> reviewed;

    /**
     * Asks for a review of the newest revision; an older one that still waits is taken back.
     *
     * @param revision the newest as the caller knows it; a conflict when somebody has saved another one since
     * @param reason what was changed and why, for whoever looks at it
     */
    public void handIn(ArticleId id, int revision, String reason) {
        var caller = current.get();
        var housed = writable(caller, id);
        var article = housed.article();
        if (revision != article.draftRevision()) {
            throw Refusal.conflict("article-changed-meanwhile", id, article.draftRevision());
        }
        if (article.isPublished() && article.publishedRevision().orElse(0) == revision) {
            throw Refusal.conflict("review-nothing-new", id);
        }
        var text = library.requireRevision(id, revision);
        if (text.markdown().isBlank()) {
            throw Refusal.invalid("article-empty");
        }
        var before = reviews.latest(id);
        var review = new Review(before.map(Review::round).orElse(0) + 1, text, caller.id(), reason, clock.instant());
        if (reviewers(housed.space(), review).isEmpty()) {
            throw Refusal.conflict("review-nobody", housed.space().name(caller.locale()));
        }
        before.filter(Review::isWaiting).ifPresent(it -> {
            if (it.revision() == revision) {
                throw Refusal.conflict("review-waiting-already", id, name(it.askedBy()));
            }
            reviewed.fire(it.withdraw(caller.id(), clock.instant()));
        });
        reviews.add(review);
        reviewed.fire(review.handedIn());
    }

    /** Takes a revision out of review again; whoever handed it in does that. */
    public void withdraw(ArticleId id) {
        var caller = current.get();
        writable(caller, id);
        var review = waiting(id, null);
        if (!review.askedBy().equals(caller.id())) {
            throw Refusal.forbidden("review-not-yours", name(review.askedBy()));
        }
        reviewed.fire(review.withdraw(caller.id(), clock.instant()));
    }

    /**
     * Publishes the revision that waits.
     *
     * @param revision the one that was looked at; a conflict when another one waits by now
     */
    public void approve(ArticleId id, int revision) {
        var caller = current.get();
        var housed = writable(caller, id);
        var review = waiting(id, revision);
        requireMayDecide(caller, housed.space(), review);
        int shown = housed.article().publishedRevision().orElse(0);
        if (shown > revision) {
            throw Refusal.conflict("review-overtaken", id, shown);
        }
        reviewed.fire(review.approve(caller.id(), clock.instant()));
        events.fire(housed.article().publish(library.requireRevision(id, revision), clock.instant()));
    }

    /** As {@link #approve}, but readers do not see it yet, and whoever wrote it is told why. */
    public void sendBack(ArticleId id, int revision, String why) {
        var caller = current.get();
        var housed = writable(caller, id);
        var review = waiting(id, revision);
        requireMayDecide(caller, housed.space(), review);
        reviewed.fire(review.sendBack(caller.id(), why, clock.instant()));
    }

    /** The latest review of an article, if it ever had one. */
    public Optional<ReviewSheet> of(ArticleId id) {
        var caller = current.get();
        var housed = library.require(id);
        access.requireMayWrite(caller, housed);
        return reviews.latest(id)
                .map(it -> ReviewSheet.of(
                        it,
                        access.mayDecide(caller, housed.space(), it),
                        it.askedBy().equals(caller.id())));
    }

    /** What the acting person could decide, oldest first. */
    public Slice<ReviewRow> waitingForMe(@Nullable String cursor, int limit) {
        var caller = current.get();
        var rows = reviews.waiting(caller.scopesOf(Role.CURATOR), caller.id(), position(cursor), limit + 1);
        return Slice.of(rows, limit, row -> Long.toString(row.position()));
    }

    /**
     * Somebody publishes where no review is asked for: what was waiting is settled by that, too, unless readers get to
     * see something older.
     */
    void overtaken(ArticleId id, int published, PersonId by) {
        reviews.latest(id)
                .filter(Review::isWaiting)
                .filter(it -> it.revision() <= published)
                .ifPresent(it -> reviewed.fire(it.approve(by, clock.instant())));
    }

    /** Who may decide it and works here. */
    List<PersonId> reviewers(Space space, Review review) {
        return people.holders(Role.CURATOR, space.slug()).stream()
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .filter(it -> !space.review().keepsOutAuthor() || !it.equals(review.author()))
                .toList();
    }

    private Housed writable(Caller caller, ArticleId id) {
        access.requireMayWrite(caller, library.require(id));
        reviews.takeTurn(id);
        return library.require(id);
    }

    /** The review that waits; tells what has become of it when it does not. */
    private Review waiting(ArticleId id, @Nullable Integer revision) {
        var review = reviews.latest(id).orElseThrow(() -> Refusal.conflict("review-none", id));
        switch (review.state()) {
            case APPROVED -> throw Refusal.conflict("review-approved-already", id, decider(review));
            case SENT_BACK -> throw Refusal.conflict("review-sent-back-already", id, decider(review));
            case WITHDRAWN -> throw Refusal.conflict("review-withdrawn-already", id, decider(review));
            case WAITING -> {}
        }
        if (revision != null && review.revision() != revision) {
            throw Refusal.conflict("review-other-revision", id, review.revision());
        }
        return review;
    }

    private void requireMayDecide(Caller caller, Space space, Review review) {
        if (!access.mayDecide(caller, space, review)) {
            throw Refusal.forbidden("review-own", space.name(caller.locale()));
        }
    }

    private String decider(Review review) {
        return review.decidedBy().map(this::name).orElse("");
    }

    private String name(PersonId id) {
        return people.find(id).map(PersonRow::name).orElse(id.value());
    }

    private static @Nullable Long position(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException unreadable) {
            throw Refusal.invalid("cursor-unreadable");
        }
    }
}
