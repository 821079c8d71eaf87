package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import org.askwell.common.Refusal;
import org.askwell.people.Caller;

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
}
