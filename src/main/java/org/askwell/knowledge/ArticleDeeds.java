package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.askwell.common.Deed;
import org.askwell.common.Deed.Kind;
import org.askwell.common.Deed.What;
import org.askwell.people.PersonId;

/**
 * Tells the audit what becomes of articles, and who looks into those that not everybody may read; inside the transaction
 * that does it. What everybody may read is read unnoted.
 */
@ApplicationScoped
class ArticleDeeds {

    @Inject
    Event<Deed> deeds;

    void follow(@Observes KnowledgeEvent event) {
        switch (event) {
            case KnowledgeEvent.Published it ->
                deeds.fire(new Deed(
                        Kind.ARTICLE, What.PUBLISHED, it.article().value(), "revision", null, "" + it.revision()));
            case KnowledgeEvent.Withdrawn it ->
                deeds.fire(Deed.of(Kind.ARTICLE, What.WITHDRAWN, it.article().value()));
            case KnowledgeEvent.Moved it ->
                deeds.fire(new Deed(Kind.ARTICLE, What.MOVED, it.article().value(), "space", it.from(), it.to()));
            default -> {}
        }
    }

    /** Somebody else answers for it now, if it is somebody else. */
    void passed(ArticleId article, PersonId from, PersonId to) {
        if (!from.equals(to)) {
            deeds.fire(new Deed(Kind.ARTICLE, What.CHANGED, article.value(), "owner", from.value(), to.value()));
        }
    }

    /** Its text is about to be shown. */
    void opened(Space space, ArticleId article, int revision) {
        if (space.isRestricted()) {
            deeds.fire(new Deed(Kind.ARTICLE, What.READ, article.value(), "revision", null, "" + revision));
        }
    }

    /** A picture or another file of an article is about to be handed out. */
    void fetched(Space space, String file) {
        if (space.isRestricted()) {
            deeds.fire(new Deed(Kind.ARTICLE, What.READ, space.slug() + "/" + file, "", null, null));
        }
    }
}
