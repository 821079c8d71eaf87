package org.askwell.knowledge;

import org.askwell.people.PersonId;

/** Something about the comments on an article has changed. Fired inside the transaction that changed it. */
public sealed interface CommentEvent {

    CommentId comment();

    ArticleId article();

    PersonId by();

    record Made(CommentId comment, ArticleId article, PersonId by) implements CommentEvent {}

    /** @param author who made the comment */
    record Accepted(CommentId comment, ArticleId article, PersonId by, PersonId author) implements CommentEvent {}

    /** @param author who made the comment */
    record Closed(CommentId comment, ArticleId article, PersonId by, PersonId author) implements CommentEvent {}
}
