package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import org.askwell.common.Refusal;
import org.askwell.knowledge.KnowledgeRepository.Housed;
import org.askwell.people.Caller;
import org.askwell.people.PersonId;

/**
 * Who may do what in the library.
 *
 * <p>Readers see what is published in the spaces that are open to them; curators of a space see and write its drafts;
 * administrators arrange spaces, and for that alone need not read what is in them. What one may not read does not
 * exist: the refusal is the same.
 */
@ApplicationScoped
public class ArticleAccess {

    public boolean mayRead(Caller caller, Space space) {
        return !Collections.disjoint(caller.audience(), space.audience());
    }

    public boolean mayWrite(Caller caller, Space space) {
        return caller.curates(space.slug());
    }

    public boolean mayArrangeSpaces(Caller caller) {
        return caller.isAdmin();
    }

    /** Whether a revision is open: to readers as long as the article is published, and only if it was published once. */
    public boolean mayRead(Caller caller, Space space, Article article, Revision revision) {
        return mayWrite(caller, space) || mayRead(caller, space) && article.isPublished() && revision.wasPublished();
    }

    /** Whether somebody may say what becomes of a text that waits for review. */
    public boolean mayDecide(Caller caller, Space space, Review review) {
        return mayWrite(caller, space)
                && !(space.review().keepsOutAuthor() && review.author().equals(caller.id()));
    }

    /** Whether somebody may say that an article is still right: its owner may, also without writing here. */
    public boolean mayVouch(Caller caller, Space space, PersonId owner) {
        return mayWrite(caller, space) || owner.equals(caller.id());
    }

    void requireMayRead(Caller caller, Space space) {
        if (!mayRead(caller, space)) {
            throw Refusal.notFound("space-unknown", space.slug());
        }
    }

    void requireMayWrite(Caller caller, Space space) {
        if (!mayWrite(caller, space)) {
            throw mayRead(caller, space)
                    ? Refusal.forbidden("curators-only", space.name(caller.locale()))
                    : Refusal.notFound("space-unknown", space.slug());
        }
    }

    /** Refuses those for whom the article does not exist: readers, as long as it is not published. */
    void requireMaySee(Caller caller, Housed housed) {
        boolean sees = mayWrite(caller, housed.space())
                || mayRead(caller, housed.space()) && housed.article().isPublished();
        if (!sees) {
            throw Refusal.notFound("article-unknown", housed.article().id());
        }
    }

    /** The article, for those who may change it. */
    Article requireMayWrite(Caller caller, Housed housed) {
        requireMaySee(caller, housed);
        requireMayWrite(caller, housed.space());
        return housed.article();
    }
}
