package org.askwell.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a list of tickets goes on, as text that means nothing to its bearer. */
public final class TicketCursor {

    private TicketCursor() {}

    public static String of(TicketRow row) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, row.openedAt()), 36) + "."
                + Long.toString(row.key(), 36);
    }

    static TicketRepository.@Nullable Place parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var dot = cursor.indexOf('.');
            var at = Instant.EPOCH.plus(Long.parseLong(cursor.substring(0, dot), 36), ChronoUnit.MICROS);
            return new TicketRepository.Place(at, Long.parseLong(cursor.substring(dot + 1), 36));
        } catch (RuntimeException foreign) {
            throw Refusal.malformed("cursor-unreadable");
        }
    }
}
