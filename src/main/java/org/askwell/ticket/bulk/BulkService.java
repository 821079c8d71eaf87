package org.askwell.ticket.bulk;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/**
 * One deed for many tickets: in the background, ticket by ticket, with the rights of whoever asks for it.
 *
 * <p>A ticket that cannot be changed is told of and holds up no other. After a crash it goes on where it was.
 */
@ApplicationService
public class BulkService {

    public static final int MOST_TICKETS = 10_000;

    private static final int SHOWN_REFUSALS = 20;

    @Inject
    BulkRepository bulks;

    @Inject
    TicketService tickets;

    @Inject
    CurrentPerson current;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    Event<BulkEvent> events;

    /**
     * Begins.
     *
     * @param chosen the tickets in the order in which they get their turn, each counted once
     */
    public BulkReport begin(BulkAction action, List<TicketNumber> chosen) {
        action.check();
        var each = new LinkedHashSet<>(chosen);
        if (each.isEmpty()) {
            throw Refusal.invalid("bulk-none");
        }
        if (each.size() > MOST_TICKETS) {
            throw Refusal.invalid("bulk-many", MOST_TICKETS);
        }
        var bulk = new Bulk(action, each.size(), current.id(), clock.instant());
        bulks.add(bulk);
        int position = 0;
        for (var ticket : each) {
            bulks.add(new BulkItem(bulk.key(), ++position, ticket));
        }
        jobs.schedule(BulkJob.NAME, bulk.publicId().value());
        return report(bulk);
    }

    /** The tickets of a list, in its order; refused when they are too many for one bulk action. */
    public List<TicketNumber> matching(TicketFilter filter) {
        var all = new ArrayList<TicketNumber>();
        @Nullable String cursor = null;
        do {
            var slice = tickets.list(filter, cursor, Slice.MAX_LIMIT);
            slice.items().stream().map(TicketRow::number).forEach(all::add);
            if (all.size() > MOST_TICKETS) {
                throw Refusal.invalid("bulk-many", MOST_TICKETS);
            }
            cursor = slice.nextCursor();
        } while (cursor != null);
        return all;
    }

    /** How it is getting on; for whoever asked for it alone. */
    public BulkReport report(BulkId id) {
        return report(own(bulks.require(id)));
    }

    /** The last one of the acting person, as long as it runs or can be undone. */
    public Optional<BulkReport> latest() {
        return bulks.latestOf(current.id())
                .filter(it -> it.state().isWork() || it.isUndoable(clock.instant()))
                .map(this::report);
    }

    /** Stops; what was done until then stays, and can be undone. */
    public void cancel(BulkId id) {
        events.fire(own(bulks.requireForChange(id)).cancel(clock.instant()));
    }

    /** Puts back what it has changed, except where somebody has done something else since. */
    public BulkReport undo(BulkId id) {
        var bulk = own(bulks.requireForChange(id));
        events.fire(bulk.undo(clock.instant()));
        jobs.schedule(BulkJob.NAME, id + "/undo");
        return report(bulk);
    }

    private Bulk own(Bulk bulk) {
        if (!bulk.askedBy().equals(current.id())) {
            throw Refusal.notFound("bulk-unknown", bulk.publicId());
        }
        return bulk;
    }

    private BulkReport report(Bulk bulk) {
        var counts = bulks.counts(bulk);
        return new BulkReport(
                bulk.publicId(),
                bulk.action(),
                bulk.state(),
                bulk.total(),
                counts.getOrDefault(BulkItem.State.CHANGED, 0),
                counts.getOrDefault(BulkItem.State.SAME, 0),
                counts.getOrDefault(BulkItem.State.REFUSED, 0),
                counts.getOrDefault(BulkItem.State.UNDONE, 0),
                counts.getOrDefault(BulkItem.State.KEPT, 0),
                bulk.isUndoable(clock.instant()) && counts.getOrDefault(BulkItem.State.CHANGED, 0) > 0,
                bulks.refusals(bulk, SHOWN_REFUSALS));
    }
}
