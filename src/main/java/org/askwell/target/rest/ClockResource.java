package org.askwell.target.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.Window;
import org.askwell.target.TargetService;
import org.askwell.target.TicketClock;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** What was promised for a ticket, when it is due, and why. */
@Path("tickets/{number}/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    @Inject
    TargetService targets;

    @Inject
    Clock clock;

    /**
     * The clocks of a ticket with their whole ledger.
     *
     * @param saturdays what if Saturdays were worked, with these hours: {@code 09:00-12:00;13:00-17:00}
     */
    @GET
    public TicketClocks clocks(
            @PathParam("number") TicketNumber number, @QueryParam("saturdays") @Nullable String saturdays) {
        var supposed = saturdays == null || saturdays.isBlank() ? null : Window.parseAll(saturdays);
        var now = clock.instant();
        return new TicketClocks(
                number,
                targets.clocks(number).stream()
                        .map(it -> ReckonedClock.of(it, now, supposed))
                        .toList());
    }

    public record TicketClocks(TicketNumber ticket, List<ReckonedClock> clocks) {}

    /**
     * @param clock FIRST_RESPONSE, NEXT_RESPONSE or RESOLUTION
     * @param state RUNNING, STANDING, MET or DROPPED
     * @param due left out while it stands
     * @param late more was spent than the target allows
     * @param recomputed every stored due time is the one that follows from the ledger
     * @param supposedDue when it would be due if Saturdays were worked as asked
     */
    public record ReckonedClock(
            String clock,
            String state,
            long targetMinutes,
            long spentMinutes,
            long remainingMinutes,
            @Nullable Instant due,
            boolean late,
            boolean recomputed,
            @Nullable Instant supposedDue,
            List<LedgerLine> ledger) {

        static ReckonedClock of(TicketClock it, Instant now, @Nullable List<Window> saturdays) {
            var lines = new ArrayList<LedgerLine>();
            for (int i = 0; i < it.entries().size(); i++) {
                lines.add(LedgerLine.of(
                        it.entries().get(i),
                        i == 0 ? null : it.clock().segments().get(i - 1)));
            }
            var supposed = saturdays == null
                    ? null
                    : it.under(calendar -> calendar.with(DayOfWeek.SATURDAY, saturdays))
                            .due();
            return new ReckonedClock(
                    it.kind().name(),
                    it.clock().state().name(),
                    it.clock().target().toMinutes(),
                    it.clock().spent(now).toMinutes(),
                    it.clock().remaining(now).toMinutes(),
                    it.due(),
                    it.clock().isLate(now),
                    it.doubtful().isEmpty(),
                    supposed == null ? null : supposed.moment().orElse(null),
                    lines);
        }
    }

    /**
     * @param what STARTED, PAUSED, RESUMED, CHANGED, MET or DROPPED
     * @param cause what befell the ticket
     * @param targetMinutes from then on; left out: as before
     * @param policy the desk, the version of its plan and the promise
     * @param calendar the code of the calendar from then on; left out: as before
     * @param spentMinutes working time since the line before
     * @param sumMinutes working time until then
     * @param due as it was stored then
     */
    public record LedgerLine(
            Instant at,
            String by,
            String what,
            String cause,
            @Nullable String reason,
            @Nullable Integer targetMinutes,
            @Nullable String policy,
            @Nullable String calendar,
            long spentMinutes,
            long sumMinutes,
            @Nullable Instant due,
            boolean late) {

        static LedgerLine of(TicketClock.Entry it, ServiceClock.@Nullable Segment before) {
            return new LedgerLine(
                    it.at(),
                    it.by().value(),
                    it.what().name(),
                    it.cause().name(),
                    it.reason(),
                    it.minutes(),
                    it.policy(),
                    it.calendar(),
                    before == null ? 0 : before.spent().toMinutes(),
                    before == null ? 0 : before.sum().toMinutes(),
                    it.due(),
                    it.late());
        }
    }
}
