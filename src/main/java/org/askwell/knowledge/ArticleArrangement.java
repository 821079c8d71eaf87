package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * Arranges what stands around the texts: who answers for an article, when it was checked, what it is about, its place.
 *
 * <p>For curators only, but for {@link #markChecked}. One public method is one transaction.
 */
@ApplicationService
public class ArticleArrangement {

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    ArticleFiles files;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<KnowledgeEvent> events;

    @Inject
    ArticleDeeds deeds;

    /** Somebody has looked and it is still right; its owner and its curators may say so. */
    public void markChecked(ArticleId id) {
        var caller = current.get();
        var housed = library.require(id);
        access.requireMaySee(caller, housed);
        if (!access.mayVouch(caller, housed.space(), housed.article().details().owner())) {
            throw Refusal.forbidden("owner-or-curators-only", id);
        }
        events.fire(housed.article().check(today(caller)));
    }

    /**
     * Says who answers for the article, when it was checked and what it is about.
     *
     * @param base the arrangement that the change was made from, or null to change whatever stands there
     */
    public void describe(ArticleId id, @Nullable Integer base, ArticleDetails details) {
        var caller = current.get();
        var article = writable(caller, id);
        article.requireArrangement(base);
        if (!details.owner().equals(article.details().owner())) {
            requireColleague(details.owner());
        }
        deeds.passed(id, article.details().owner(), details.owner());
        events.fire(article.describe(details, today(caller)));
    }

    /**
     * Gives the article its place: in the tree of its space, or in another one, and with that other readers. One has to
     * curate both spaces. Its translation goes with it, what stands below it stays and moves up one step.
     *
     * @param base the arrangement that the change was made from, or null to change whatever stands there
     */
    public void place(ArticleId id, @Nullable Integer base, ArticlePlace place) {
        var caller = current.get();
        var article = writable(caller, id);
        article.requireArrangement(base);
        var space = library.requireSpace(place.space());
        access.requireMayWrite(caller, space);
        if (!article.space().equals(space.slug())) {
            refuseUnseen(article, space, caller);
            move(article, space.slug());
        }
        var parent = place.parent();
        if (parent == null) {
            events.fire(article.place(null, place.position()));
        } else {
            refuseCircle(id, parent);
            events.fire(article.placeBelow(library.require(parent).article(), place.position()));
        }
    }

    /** Articles of a space whose titles hold some letters, by title; for its curators, who choose a place among them. */
    public List<ArticleRow> titled(String space, String letters, int offset, int limit) {
        var caller = current.get();
        var shown = library.requireSpace(space);
        access.requireMayWrite(caller, shown);
        return library.titled(shown.slug(), ArticleText.oneLine(letters), offset, Math.min(limit, Slice.MAX_LIMIT));
    }

    /** Both languages of a text have the same readers, so that neither tells what the other keeps. */
    private void move(Article article, String space) {
        var twin = library.twin(article);
        carry(article, space);
        twin.ifPresent(it -> {
            carry(it, space);
            article.isTranslation(article.id().value());
            it.isTranslation(article.id().value());
        });
    }

    /** What readers see in a space that asks for a review has been looked at there. */
    private void refuseUnseen(Article article, Space space, Caller caller) {
        boolean shown = article.isPublished()
                || library.twin(article).filter(Article::isPublished).isPresent();
        if (shown && space.review().asks()) {
            throw Refusal.conflict("review-before-move", article.id(), space.name(caller.locale()));
        }
    }

    private void carry(Article article, String space) {
        var from = article.space();
        for (var child : library.below(article.id())) {
            events.fire(child.place(article.parent().orElse(null), child.position()));
        }
        events.fire(article.move(space));
        files.follow(article, from);
    }

    private void requireColleague(PersonId person) {
        if (people.find(person).filter(PersonRow::active).isEmpty()) {
            throw Refusal.invalid("person-unknown", person);
        }
    }

    private void refuseCircle(ArticleId id, ArticleId parent) {
        var above = Optional.of(parent);
        for (int height = 0; above.isPresent(); height++) {
            if (above.get().equals(id) || height > 50) {
                throw Refusal.invalid("article-own-parent");
            }
            above = library.require(above.get()).article().parent();
        }
    }

    private Article writable(Caller caller, ArticleId id) {
        return access.requireMayWrite(caller, library.require(id));
    }

    private LocalDate today(Caller caller) {
        return LocalDate.ofInstant(clock.instant(), caller.zone());
    }
}
