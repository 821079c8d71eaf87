package org.askwell.people;

import java.util.Optional;

/** A door for channels: says who acts in the channel's present unit of work, if it is at work at all. */
public interface CallerSource {

    Optional<PersonId> callerId();
}
