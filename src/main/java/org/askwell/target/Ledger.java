package org.askwell.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.askwell.sla.ClockEvent;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** The clocks of one ticket while something happens to it: every due time follows from all entries, none is patched. */
final class Ledger {

    private final Function<String, WorkingCalendar> calendars;
    private final List<Run> runs = new ArrayList<>();
    private int size;

    /** A clock from its start on. */
    private static final class Run {
        private final ClockKind kind;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private final List<ClockEvent> events = new ArrayList<>();

        private Run(ClockKind kind) {
            this.kind = kind;
        }

        private ServiceClock clock() {
            return ServiceClock.of(events);
        }
    }

    Ledger(List<LedgerEntry> entries, Function<String, WorkingCalendar> calendars) {
        this.calendars = calendars;
        entries.forEach(this::take);
        this.size = entries.size();
    }

    /** Adds an entry and tells it what came of it. */
    LedgerEntry append(LedgerEntry entry) {
        var clock = take(entry).clock();
        entry.reckoned(
                size++,
                TicketClock.moment(clock.due()),
                entry.what() == Moved.MET && clock.isLate(entry.row().at()));
        return entry;
    }

    private Run take(LedgerEntry entry) {
        if (entry.what() == Moved.STARTED) {
            runs.add(new Run(entry.clock()));
        }
        var run = last(entry.clock())
                .orElseThrow(() -> new IllegalStateException("No clock was started before " + entry.what()));
        run.entries.add(entry);
        run.events.add(entry.event(calendars));
        return run;
    }

    private Optional<Run> last(ClockKind kind) {
        return runs.reversed().stream().filter(it -> it.kind == kind).findFirst();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The clocks that run or stand. */
    List<ClockKind> open() {
        return runs.stream()
                .filter(it -> it.clock().state().isOpen())
                .map(it -> it.kind)
                .toList();
    }

    boolean isOpen(ClockKind kind) {
        return open().contains(kind);
    }

    /** How the latest clock of a kind stands; null when there was none. */
    ServiceClock.@Nullable State state(ClockKind kind) {
        return last(kind).map(it -> it.clock().state()).orElse(null);
    }

    /** What befell the latest clock of a kind last; null when there was none. */
    @Nullable
    Cause cause(ClockKind kind) {
        return last(kind).map(it -> it.entries.getLast().row().cause()).orElse(null);
    }

    /** The code of the calendar under which the latest clock of a kind counts. */
    @Nullable
    String calendar(ClockKind kind) {
        return last(kind).stream()
                .flatMap(it -> it.entries.reversed().stream())
                .map(LedgerEntry::calendar)
                .filter(it -> it != null)
                .findFirst()
                .orElse(null);
    }

    /** The nearest moment at which a running clock is due. */
    @Nullable
    Instant due() {
        return runs.stream()
                .map(Run::clock)
                .filter(it -> it.state() == ServiceClock.State.RUNNING)
                .map(it -> TicketClock.moment(it.due()))
                .filter(it -> it != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Whether something that has been done was done too late. */
    boolean isBreached() {
        return runs.stream().anyMatch(it -> {
            var last = it.entries.getLast();
            return last.what() == Moved.MET && last.row().late();
        });
    }

    List<TicketClock> clocks() {
        return runs.stream()
                .map(it -> TicketClock.of(
                        it.kind, it.entries.stream().map(LedgerEntry::row).toList(), it.events))
                .toList();
    }
}
