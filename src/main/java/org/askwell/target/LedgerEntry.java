package org.askwell.target;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.askwell.people.PersonId;
import org.askwell.sla.ClockEvent;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something that moved a clock of a ticket, and when the clock was due after it. Written once, never changed.
 *
 * <p>Times are kept in whole seconds, so that every database gives back what was reckoned with.
 */
@Entity
@Table(name = "clock_entry")
class LedgerEntry {

    private static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "clock_entry_seq")
    @SequenceGenerator(name = "clock_entry_seq", sequenceName = "clock_entry_seq", allocationSize = 1000)
    private Long id;

    @Column(updatable = false)
    private TicketNumber ticket;

    @Column(updatable = false)
    private int position;

    @Enumerated(STRING)
    private ClockKind clock;

    @Enumerated(STRING)
    private Moved what;

    @Enumerated(STRING)
    private Cause cause;

    private Instant at;

    @Column(name = "by_person")
    private PersonId by;

    private @Nullable String reason;
    private @Nullable Integer minutes;
    private @Nullable String calendar;
    private @Nullable String policy;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private boolean late;

    protected LedgerEntry() {} // JPA

    LedgerEntry(ClockKind clock, Moved what, Cause cause, TicketEvent event) {
        this(clock, what, cause, event.number(), event.by(), event.at());
    }

    LedgerEntry(ClockKind clock, Moved what, Cause cause, TicketNumber ticket, PersonId by, Instant at) {
        this.clock = clock;
        this.what = what;
        this.cause = cause;
        this.ticket = ticket;
        this.by = by;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    LedgerEntry because(@Nullable String words) {
        reason = words == null || words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON);
        return this;
    }

    LedgerEntry promised(int within, String byPolicy) {
        minutes = within;
        policy = byPolicy;
        return this;
    }

    LedgerEntry under(String calendarCode) {
        calendar = calendarCode;
        return this;
    }

    /** Which entry of its ticket it is, 0 is the first, and what came of it. */
    void reckoned(int place, @Nullable Instant due, boolean isLate) {
        position = place;
        dueAt = due;
        late = isLate;
    }

    ClockKind clock() {
        return clock;
    }

    Moved what() {
        return what;
    }

    @Nullable
    String calendar() {
        return calendar;
    }

    ClockEvent event(Function<String, WorkingCalendar> calendars) {
        return switch (what) {
            case STARTED ->
                new ClockEvent.Started(
                        at,
                        Duration.ofMinutes(minutes == null ? 0 : minutes),
                        calendars.apply(calendar == null ? "" : calendar));
            case PAUSED -> new ClockEvent.Paused(at);
            case RESUMED -> new ClockEvent.Resumed(at);
            case CHANGED ->
                new ClockEvent.Changed(
                        at,
                        minutes == null ? null : Duration.ofMinutes(minutes),
                        calendar == null ? null : calendars.apply(calendar));
            case MET -> new ClockEvent.Met(at);
            case DROPPED -> new ClockEvent.Dropped(at);
        };
    }

    TicketClock.Entry row() {
        return new TicketClock.Entry(what, cause, at, by, reason, minutes, policy, calendar, dueAt, late);
    }
}
