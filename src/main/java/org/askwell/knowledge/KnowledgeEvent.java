package org.askwell.knowledge;

import org.askwell.people.PersonId;

/** Something about the library has changed. Fired inside the transaction that changed it. */
public sealed interface KnowledgeEvent {

    /** A revision is now what readers see. */
    record Published(ArticleId article, int revision) implements KnowledgeEvent {}

    /** Readers see the article no more. */
    record Withdrawn(ArticleId article) implements KnowledgeEvent {}

    /** What stands around the text has changed: owner, dates, tags, place in the tree. */
    record Arranged(ArticleId article) implements KnowledgeEvent {}

    /** The article has gone to another space, and with it who may read it. */
    record Moved(ArticleId article, String from, String to) implements KnowledgeEvent {}

    /** The day has come on which its owner wanted to look again. */
    record CheckDue(ArticleId article, PersonId owner) implements KnowledgeEvent {}

    record DraftSaved(ArticleId article, int revision, PersonId by) implements KnowledgeEvent {}

    /** Names or visibility of a space. */
    record SpaceChanged(String space) implements KnowledgeEvent {}

    record ImportMoved(ImportId job, String space) implements KnowledgeEvent {}
}
