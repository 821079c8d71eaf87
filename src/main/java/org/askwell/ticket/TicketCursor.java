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
                + Long.toString(row.key(), 36)
                + (row.dueAt() == null ? "" : "." + Long.toString(row.dueAt().getEpochSecond(), 36));
    }

    static TicketListRepository.@Nullable Place parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var parts = cursor.split("\\.");
            var at = Instant.EPOCH.plus(Long.parseLong(parts[0], 36), ChronoUnit.MICROS);
            var due = parts.length < 3 ? null : Instant.ofEpochSecond(Long.parseLong(parts[2], 36));
            return new TicketListRepository.Place(at, Long.parseLong(parts[1], 36), due);
        } catch (RuntimeException foreign) {
            throw Refusal.malformed("cursor-unreadable");
        }
    }
}
