package org.askwell.notification;

import java.util.Set;
import org.askwell.people.PersonId;

/** Something has changed in inboxes. Fired inside the transaction that did it. */
public sealed interface NoticeEvent {

    /** Whose inboxes show something else now. */
    Set<PersonId> people();

    record InboxChanged(Set<PersonId> people) implements NoticeEvent {}

    /** They want some kind of notice elsewhere from now on. */
    record ChoiceChanged(Set<PersonId> people) implements NoticeEvent {}
}
