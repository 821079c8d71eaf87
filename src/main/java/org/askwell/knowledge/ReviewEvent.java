package org.askwell.knowledge;

import java.util.Set;
import org.askwell.people.PersonId;

/** Something about the review of an article has changed. Fired inside the transaction that changed it. */
public sealed interface ReviewEvent {

    ArticleId article();

    /** Which review of this article it is, from 1. */
    int round();

    PersonId by();

    /** A revision waits for somebody to look at it. */
    record HandedIn(ArticleId article, int round, int revision, PersonId by) implements ReviewEvent {}

    /**
     * It is what readers see now.
     *
     * @param to who wrote it and who handed it in
     */
    record Approved(ArticleId article, int round, PersonId by, Set<PersonId> to) implements ReviewEvent {}

    /**
     * It is not what readers shall see yet; the reason is kept with it.
     *
     * @param to who wrote it and who handed it in
     */
    record SentBack(ArticleId article, int round, PersonId by, Set<PersonId> to) implements ReviewEvent {}

    /** Nobody need look at it any more. */
    record Withdrawn(ArticleId article, int round, PersonId by) implements ReviewEvent {}
}
