package org.askwell.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.askwell.people.PersonId;
import org.askwell.sla.ClockEvent;
import org.askwell.sla.Due;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a ticket: what moved it, as the ledger has it, and what follows from that.
 *
 * @param entries what the ledger has; the first started it
 * @param events the same as time is reckoned by, one for each entry
 * @param clock what follows from them
 */
public record TicketClock(ClockKind kind, List<Entry> entries, List<ClockEvent> events, ServiceClock clock) {

    /**
     * One entry of the ledger.
     *
     * @param minutes the target from then on; null: as before
     * @param policy what promised it: desk, version, priority
     * @param calendar the code of the calendar from then on; null: as before
     * @param due as it was stored when this happened; null: it stood, or never
     * @param late as it was stored when it ended
     */
    public record Entry(
            Moved what,
            Cause cause,
            Instant at,
            PersonId by,
            @Nullable String reason,
            @Nullable Integer minutes,
            @Nullable String policy,
            @Nullable String calendar,
            @Nullable Instant due,
            boolean late) {}

    static TicketClock of(ClockKind kind, List<Entry> entries, List<ClockEvent> events) {
        return new TicketClock(kind, List.copyOf(entries), List.copyOf(events), ServiceClock.of(events));
    }

    /** Null when it stands, has ended in time, or will never be due. */
    public @Nullable Instant due() {
        return moment(clock.due());
    }

    static @Nullable Instant moment(@Nullable Due due) {
        return due == null || due.isNever() ? null : due.at();
    }

    /** The entries whose stored due time is another than follows from the ledger now: none, or something is wrong. */
    public List<Integer> doubtful() {
        var wrong = new ArrayList<Integer>();
        for (int i = 0; i < entries.size(); i++) {
            var then = ServiceClock.of(events.subList(0, i + 1));
            if (!Objects.equals(moment(then.due()), entries.get(i).due())
                    || isLate(then, i) != entries.get(i).late()) {
                wrong.add(i);
            }
        }
        return wrong;
    }

    private boolean isLate(ServiceClock then, int at) {
        return entries.get(at).what() == Moved.MET
                && then.isLate(entries.get(at).at());
    }

    /** How it would stand under other calendars. */
    public ServiceClock under(UnaryOperator<WorkingCalendar> calendars) {
        return ServiceClock.of(events, calendars);
    }
}
