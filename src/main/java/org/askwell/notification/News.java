package org.askwell.notification;

import org.askwell.people.PersonId;

/**
 * What a room has to tell.
 *
 * @param about the public id of the thing it is about
 * @param detail which part of it, such as the position of a message; 0 for none
 * @param by who brought it about, and therefore is not told
 */
public record News(NoticeKind kind, String about, int detail, PersonId by) {}
