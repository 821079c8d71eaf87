package org.askwell.ticket;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.jspecify.annotations.Nullable;

/**
 * Past tickets for machine readers: suggestions, replays, reports.
 *
 * <p>Asks nobody's rights, because nobody is looking; therefore confidential tickets are not in it, and what is read
 * here may be counted and compared but not shown to a person without asking {@link TicketService}.
 */
@ApplicationService
public class TicketArchive {

    /** Enough for one short transaction. */
    public static final int LARGEST_PAGE = 500;

    @Inject
    TicketArchiveRepository tickets;

    /** A ticket as it stands in the archive. */
    public record Entry(
            TicketRow row, List<String> tags, @Nullable String resolution) {}

    /**
     * Tickets opened in a span of time, oldest first.
     *
     * @param desk null for all
     * @param after the last row of the page before, or null
     */
    public List<Entry> openedBetween(
            @Nullable String desk, Instant from, Instant until, @Nullable TicketRow after, int limit) {
        var place = after == null ? null : new TicketListRepository.Place(after.openedAt(), after.key(), null);
        return tickets.archive(desk, from, until, place, Math.min(limit, LARGEST_PAGE)).stream()
                .map(it -> new Entry(
                        it.row(),
                        it.tags(),
                        it.resolution().map(Resolution::text).orElse(null)))
                .toList();
    }

    /** What a ticket was opened with; never changed afterwards. */
    public record FirstWords(TicketNumber number, String subject, String text) {}

    /** What these tickets were opened with, except of those that are confidential by now. */
    public List<FirstWords> firstWords(Collection<TicketNumber> numbers) {
        return numbers.isEmpty() ? List.of() : tickets.firstWords(numbers);
    }

    /**
     * What was resolved at a desk since a moment and still is, the latest first.
     *
     * @param limit {@value #LARGEST_PAGE} at most
     */
    public List<Solved> resolvedSince(String desk, Instant from, int limit) {
        return tickets.resolvedSince(desk, from, Math.min(limit, LARGEST_PAGE));
    }
}
