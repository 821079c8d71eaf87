package org.askwell.target;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.askwell.people.EmploymentType;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.PromisedTimes;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what moves the clocks of a ticket, in the transaction that does it, and tells the ticket when it is due.
 *
 * <p>Listens after the rules, so that they have given a new ticket its priority before its clocks are started, and before
 * the notices, so that the ticket is written down once.
 */
@ApplicationScoped
class ClockKeeper {

    private static final int AFTER_THE_RULES = Interceptor.Priority.LIBRARY_AFTER - 100;

    @Inject
    TargetBook book;

    @Inject
    CalendarShelf shelf;

    @Inject
    TargetRepository repository;

    @Inject
    PromisedTimes tickets;

    @Inject
    PeopleService people;

    @Resource
    TransactionSynchronizationRegistry transaction;

    void onEvent(@Observes @Priority(AFTER_THE_RULES) TicketEvent event) {
        switch (event) {
            case TicketEvent.Opened it -> opened(it);
            case TicketEvent.Transferred it -> transferred(it);
            case TicketEvent.Prioritised it -> prioritised(it);
            case TicketEvent.Replied it -> replied(it);
            case TicketEvent.Asked it -> asked(it);
            case TicketEvent.Held it -> keep(it, ledger -> pause(ledger, it, Cause.HELD, it.reason()));
            case TicketEvent.Resumed it -> keep(it, ledger -> resume(ledger, it));
            case TicketEvent.Resolved it -> keep(it, ledger -> end(it, Moved.MET, Cause.RESOLVED, ledger.open()));
            case TicketEvent.Withdrawn it -> keep(it, ledger -> end(it, Moved.DROPPED, Cause.WITHDRAWN, ledger.open()));
            case TicketEvent.Merged it -> keep(it, ledger -> end(it, Moved.DROPPED, Cause.MERGED, ledger.open()));
            case TicketEvent.Reopened it -> keep(it, ledger -> reopen(ledger, it));
            case TicketEvent.Noted it -> {}
            case TicketEvent.Ticked it -> {}
            case TicketEvent.Absorbed it -> {}
            case TicketEvent.Linked it -> {}
            case TicketEvent.Unlinked it -> {}
            case TicketEvent.Assigned it -> {}
            case TicketEvent.Escalated it -> {}
            case TicketEvent.QueueChanged it -> {}
            case TicketEvent.Confirmed it -> {}
            case TicketEvent.Reminded it -> {}
            case TicketEvent.Closed it -> {}
            case TicketEvent.Nudged it -> {}
            case TicketEvent.Rated it -> {}
            case TicketEvent.Tagged it -> {}
            case TicketEvent.Categorised it -> {}
            case TicketEvent.FieldSet it -> {}
        }
    }

    /** Other hours or other holidays count for what runs, from now on. */
    void recalendar(TicketNumber number, Instant now) {
        var targets = targets(tickets.standing(number));
        if (targets.isEmpty()) {
            return;
        }
        keep(number, ledger -> {
            var code = targets.get().code();
            return ledger.open().stream()
                    .filter(it -> !code.equals(ledger.calendar(it)))
                    .map(it -> new LedgerEntry(it, Moved.CHANGED, Cause.CALENDAR, number, PersonId.PORTAL, now)
                            .under(code))
                    .toList();
        });
    }

    private interface Writer {
        /** What is to be added to a ledger. */
        List<LedgerEntry> write(Ledger ledger);
    }

    private void opened(TicketEvent.Opened it) {
        arrived(it.number());
        var standing = tickets.standing(it.number());
        var person = it.facts().requester().employmentType();
        targets(standing).ifPresent(targets -> {
            var ledger = new Ledger(List.of(), calendars(targets));
            transaction.putResource(ledgerOf(it.number()), ledger);
            var promise = targets.promise(standing.priority(), person).orElse(null);
            var entries = new ArrayList<LedgerEntry>();
            begin(ledger, ClockKind.FIRST_RESPONSE, targets, promise, it, Cause.OPENED, entries);
            begin(ledger, ClockKind.RESOLUTION, targets, promise, it, Cause.OPENED, entries);
            write(it.number(), ledger, entries);
        });
    }

    /** The new desk's promises count from now on, and its calendar; what was spent before stays spent. */
    private void transferred(TicketEvent.Transferred it) {
        arrived(it.number());
        var standing = tickets.standing(it.number());
        var targets = targets(standing).orElse(null);
        var promise = targets == null
                ? null
                : targets.promise(standing.priority(), it.facts().requester().employmentType())
                        .orElse(null);
        keep(it, ledger -> change(ledger, standing, targets, promise, it, Cause.TRANSFERRED));
    }

    private void prioritised(TicketEvent.Prioritised it) {
        if (isArriving(it.number())) {
            return;
        }
        var standing = tickets.standing(it.number());
        targets(standing)
                .ifPresent(targets -> keep(
                        it,
                        ledger -> change(
                                ledger,
                                standing,
                                targets,
                                targets.promise(it.to(), person(targets, standing))
                                        .orElse(null),
                                it,
                                Cause.PRIORITISED)));
    }

    /** What runs gets the target that counts now; what nobody promises any more is dropped, what is promised anew begins. */
    private static List<LedgerEntry> change(
            Ledger ledger,
            PromisedTimes.Standing standing,
            @Nullable DeskTargets targets,
            @Nullable Promise promise,
            TicketEvent event,
            Cause cause) {
        var entries = new ArrayList<LedgerEntry>();
        for (var kind : ClockKind.values()) {
            var minutes = promise == null ? null : promise.minutes(kind);
            if (!ledger.isOpen(kind)) {
                boolean begins =
                        kind == ClockKind.RESOLUTION || (kind == ClockKind.FIRST_RESPONSE && !standing.answered());
                if (begins
                        && targets != null
                        && begin(ledger, kind, targets, promise, event, cause, entries)
                        && standing.status() == TicketStatus.WAITING) {
                    entries.add(new LedgerEntry(kind, Moved.PAUSED, Cause.HELD, event));
                }
            } else if (targets == null || promise == null || minutes == null) {
                entries.add(new LedgerEntry(kind, Moved.DROPPED, cause, event));
            } else {
                var entry = new LedgerEntry(kind, Moved.CHANGED, cause, event).promised(minutes, targets.name(promise));
                entries.add(targets.code().equals(ledger.calendar(kind)) ? entry : entry.under(targets.code()));
            }
        }
        return entries;
    }

    /**
     * A clock begins, or one that nobody waited for any more goes on with what it had spent.
     *
     * @return false when nothing is promised, or it has been done
     */
    private static boolean begin(
            Ledger ledger,
            ClockKind kind,
            DeskTargets targets,
            @Nullable Promise promise,
            TicketEvent event,
            Cause cause,
            List<LedgerEntry> entries) {
        var minutes = promise == null ? null : promise.minutes(kind);
        var before = ledger.state(kind);
        boolean again = before == ServiceClock.State.DROPPED;
        boolean anew = before == null || kind == ClockKind.NEXT_RESPONSE;
        if (promise == null || minutes == null || !(again || anew)) {
            return false;
        }
        entries.add(new LedgerEntry(kind, anew ? Moved.STARTED : Moved.CHANGED, cause, event)
                .promised(minutes, targets.name(promise))
                .under(targets.code()));
        if (!anew) {
            entries.add(new LedgerEntry(kind, Moved.RESUMED, cause, event));
        }
        return true;
    }

    private void replied(TicketEvent.Replied it) {
        var standing = tickets.standing(it.number());
        if (!it.by().equals(standing.requester())) {
            boolean nothingRuns = standing.due() == null && standing.status() == TicketStatus.OPEN;
            if (!nothingRuns) {
                keep(it, ledger -> answered(ledger, it, Cause.REPLIED));
            }
            return;
        }
        if (!standing.answered()) {
            return;
        }
        targets(standing)
                .ifPresent(targets -> keep(it, ledger -> {
                    var entries = new ArrayList<LedgerEntry>();
                    if (!ledger.isOpen(ClockKind.FIRST_RESPONSE) && !ledger.isOpen(ClockKind.NEXT_RESPONSE)) {
                        var promise = targets.promise(standing.priority(), person(targets, standing));
                        begin(
                                ledger,
                                ClockKind.NEXT_RESPONSE,
                                targets,
                                promise.orElse(null),
                                it,
                                Cause.REPLIED,
                                entries);
                    }
                    return entries;
                }));
    }

    private void asked(TicketEvent.Asked it) {
        keep(it, ledger -> {
            var entries = new ArrayList<>(answered(ledger, it, Cause.ASKED));
            if (ledger.isOpen(ClockKind.RESOLUTION)) {
                entries.add(new LedgerEntry(ClockKind.RESOLUTION, Moved.PAUSED, Cause.ASKED, it));
            }
            return entries;
        });
    }

    private static List<LedgerEntry> answered(Ledger ledger, TicketEvent event, Cause cause) {
        return end(
                event,
                Moved.MET,
                cause,
                ledger.open().stream().filter(it -> it != ClockKind.RESOLUTION).toList());
    }

    private static List<LedgerEntry> pause(Ledger ledger, TicketEvent event, Cause cause, String reason) {
        return ledger.open().stream()
                .map(it -> new LedgerEntry(it, Moved.PAUSED, cause, event).because(reason))
                .toList();
    }

    private static List<LedgerEntry> resume(Ledger ledger, TicketEvent event) {
        return ledger.open().stream()
                .filter(it -> ledger.state(it) == ServiceClock.State.STANDING)
                .map(it -> new LedgerEntry(it, Moved.RESUMED, Cause.RESUMED, event))
                .toList();
    }

    private static List<LedgerEntry> end(TicketEvent event, Moved how, Cause cause, List<ClockKind> kinds) {
        return kinds.stream().map(it -> new LedgerEntry(it, how, cause, event)).toList();
    }

    /** What had been solved counts on with what was left of it; what was withdrawn before an answer does, too. */
    private List<LedgerEntry> reopen(Ledger ledger, TicketEvent.Reopened it) {
        var standing = tickets.standing(it.number());
        var entries = new ArrayList<LedgerEntry>();
        for (var kind : List.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)) {
            var ended = ledger.cause(kind);
            boolean solved = kind == ClockKind.RESOLUTION && ended == Cause.RESOLVED;
            boolean given = ended == Cause.WITHDRAWN || ended == Cause.MERGED;
            if (solved || (given && (kind == ClockKind.RESOLUTION || !standing.answered()))) {
                entries.add(new LedgerEntry(kind, Moved.RESUMED, Cause.REOPENED, it));
            }
        }
        return entries;
    }

    private Optional<DeskTargets> targets(PromisedTimes.Standing standing) {
        return book.of(
                standing.desk(), () -> people.profile(standing.requester()).zone());
    }

    private @Nullable EmploymentType person(DeskTargets targets, PromisedTimes.Standing standing) {
        return targets.plan().looksAtThePerson()
                ? people.profile(standing.requester()).employmentType()
                : null;
    }

    private void keep(TicketEvent event, Writer writer) {
        keep(event.number(), writer);
    }

    private void keep(TicketNumber number, Writer writer) {
        var ledger = ledger(number);
        write(number, ledger, writer.write(ledger));
    }

    /** Read once in a transaction: what is added to it meanwhile has not been written down yet. */
    private Ledger ledger(TicketNumber number) {
        if (transaction.getResource(ledgerOf(number)) instanceof Ledger known) {
            return known;
        }
        var ledger = new Ledger(repository.ledger(number), shelf::get);
        transaction.putResource(ledgerOf(number), ledger);
        return ledger;
    }

    private static String ledgerOf(TicketNumber number) {
        return "ledger: " + number;
    }

    private void write(TicketNumber number, Ledger ledger, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        entries.forEach(it -> repository.add(ledger.append(it)));
        tickets.promise(number, ledger.due(), ledger.isBreached());
    }

    /** Without asking the shelf for what is at hand: it may not have been committed yet. */
    private Function<String, WorkingCalendar> calendars(DeskTargets targets) {
        return code -> code.equals(targets.code()) ? targets.calendar() : shelf.get(code);
    }

    private void arrived(TicketNumber number) {
        transaction.putResource(arrival(number), Boolean.TRUE);
    }

    /** The rules are just giving it its place; its clocks are started once they have. */
    private boolean isArriving(TicketNumber number) {
        return tickets.isArriving(number) && !Objects.equals(transaction.getResource(arrival(number)), Boolean.TRUE);
    }

    private static String arrival(TicketNumber number) {
        return "clocks started: " + number;
    }
}
