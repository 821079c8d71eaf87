package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.people.Belongings;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The manager of somebody who leaves answers for the articles from then on; without a manager they keep the old name,
 * and are listed by their numbers alone, since who closes accounts need not be a reader.
 */
@ApplicationScoped
class ArticlesLeftBehind implements Belongings {

    private static final int MOST_LISTED = 20;

    @Inject
    KnowledgeRepository library;

    @Inject
    Event<KnowledgeEvent> events;

    @Inject
    ArticleDeeds deeds;

    @Override
    public List<Share> of(PersonId person, @Nullable PersonId successor) {
        int count = library.countOwnedBy(person);
        if (count == 0) {
            return List.of();
        }
        return List.of(
                successor == null
                        ? new Share(
                                "articles",
                                count,
                                "knowledge.left.nobody",
                                library.firstOwnedBy(person, MOST_LISTED).stream()
                                        .map(ArticleId::value)
                                        .toList())
                        : new Share("articles", count, "knowledge.left", List.of()));
    }

    @Override
    public void release(PersonId person, @Nullable PersonId successor) {
        if (successor != null) {
            library.ownedBy(person).forEach(it -> {
                events.fire(it.passTo(successor));
                deeds.passed(it.id(), person, successor);
            });
        }
    }
}
