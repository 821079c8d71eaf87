package org.askwell.learning;

import org.askwell.knowledge.ArticleId;
import org.askwell.people.PersonId;

/** Something that happened to a knowledge gap. */
public sealed interface GapEvent {

    GapId gap();

    /** Somebody asked so, for the first time or once more; or took it back. */
    record Counted(GapId gap) implements GapEvent {}

    record WritingBegun(GapId gap, ArticleId article) implements GapEvent {}

    record OwnerAsked(GapId gap, ArticleId article, PersonId owner, PersonId by) implements GapEvent {}

    record Dismissed(GapId gap, PersonId by, String why) implements GapEvent {}

    record Reopened(GapId gap, PersonId by) implements GapEvent {}

    record Closed(GapId gap) implements GapEvent {}

    /** Its article was published and does not answer it for everybody who may read it. */
    record LeftOpen(GapId gap, ArticleId article) implements GapEvent {}
}
