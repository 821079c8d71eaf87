package org.askwell.notification;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the delivery ledger. It tells whom and what about, never the text.
 *
 * @param address where it was sent to; null before the first try
 * @param nextTry null when none is planned
 * @param problem what the mail server said, or why it was not sent
 */
public record MailRow(
        MailId id,
        PersonId person,
        String kind,
        String about,
        @Nullable String address,
        MailState state,
        int attempts,
        Instant askedAt,
        @Nullable Instant nextTry,
        @Nullable Instant triedAt,
        @Nullable String problem)
        implements Serializable {

    public MailRow(
            long id,
            PersonId person,
            String kind,
            String about,
            @Nullable String address,
            MailState state,
            int attempts,
            Instant askedAt,
            @Nullable Instant nextTry,
            @Nullable Instant triedAt,
            @Nullable String problem) {
        this(MailId.numbered(id), person, kind, about, address, state, attempts, askedAt, nextTry, triedAt, problem);
    }
}
