package org.askwell.notification;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;

/**
 * One notice, without words.
 *
 * @param about the public id of the thing
 * @param detail which part of it, such as the position of a message; 0 for none
 * @param by who brought it about
 */
public record NoticeRow(NoticeId id, String kind, String about, int detail, PersonId by, Instant at, NoticeState state)
        implements Serializable {

    public NoticeRow(long id, String kind, String about, int detail, PersonId by, Instant at, NoticeState state) {
        this(NoticeId.numbered(id), kind, about, detail, by, at, state);
    }
}
