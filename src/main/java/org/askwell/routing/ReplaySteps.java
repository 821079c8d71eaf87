package org.askwell.routing;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.ticket.TicketArchive;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.jspecify.annotations.Nullable;

/** A replay, step by step. One method is one short transaction. */
@ApplicationService
public class ReplaySteps {

    /** More tickets than a company opens in most months; what would come later is not looked at. */
    private static final int MOST_TICKETS = 100_000;

    @Inject
    RoutingRepository repository;

    @Inject
    RuleBook book;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    @Inject
    TicketArchive archive;

    @Inject
    Event<RoutingEvent> events;

    /** A replay under way. */
    static final class Run {
        private final ReplayId id;
        private final String scope;
        private final Instant from;
        private final Instant until;
        private final @Nullable String watched;
        private final Retracing retracing;
        private final ReplayTally tally;
        private @Nullable TicketRow last;
        private int seen;

        private Run(ReplayEntry asked, @Nullable String watched, Retracing retracing, ReplayTally tally) {
            this.id = asked.id();
            this.scope = asked.scope();
            this.from = asked.from();
            this.until = asked.until();
            this.watched = watched;
            this.retracing = retracing;
            this.tally = tally;
        }

        private boolean isForCompany() {
            return scope.equals(CompiledRules.COMPANY);
        }

        private int percent() {
            if (last == null) {
                return 0;
            }
            long done = Duration.between(from, last.openedAt()).toMillis();
            return (int) Math.clamp(
                    100 * done / Math.max(1, Duration.between(from, until).toMillis()), 0, 99);
        }
    }

    /** Empty when there is nothing to do (any more). */
    Optional<Run> begin(ReplayId id) {
        var asked = repository.replay(id.number()).filter(it -> !it.isSettled());
        asked.ifPresent(it -> {
            it.begin();
            moved(id);
        });
        return asked.map(this::run);
    }

    private Run run(ReplayEntry asked) {
        boolean recorded = asked.source() == ReplaySource.RECORDED;
        var tried = recorded
                ? CompiledRules.none(asked.scope())
                : book.compile(asked.scope(), Retracing.TRIED, asked.rules());
        Retracing.Rules rules = (scope, version) -> {
            if (!recorded && scope.equals(asked.scope())) {
                return tried;
            }
            return version == Retracing.NOW ? book.of(scope) : book.of(scope, version);
        };
        var known = new HashMap<String, Optional<DeskProfile>>();
        return new Run(
                asked,
                recorded ? null : asked.scope(),
                new Retracing(rules, it -> known.computeIfAbsent(it, desks::find), schemas::of),
                new ReplayTally(asked.scope().equals(CompiledRules.COMPANY), tried.rules()));
    }

    /** Judges the next tickets; false when there are no more, or nobody wants to know any more. */
    boolean next(Run run) {
        var asked = repository.replay(run.id.number()).filter(it -> !it.isSettled());
        if (asked.isEmpty()) {
            return false;
        }
        var page = archive.openedBetween(null, run.from, run.until, run.last, TicketArchive.LARGEST_PAGE);
        var numbers = page.stream().map(it -> it.row().number()).toList();
        var traces = new HashMap<TicketNumber, List<TraceEntry>>();
        repository
                .traces(numbers)
                .forEach(it -> traces.computeIfAbsent(it.ticket(), ticket -> new ArrayList<>())
                        .add(it));
        var words = new HashMap<TicketNumber, TicketArchive.FirstWords>();
        archive.firstWords(numbers).forEach(it -> words.put(it.number(), it));
        for (var entry : page) {
            var row = entry.row();
            var said = words.get(row.number());
            if (said != null) {
                traces.getOrDefault(row.number(), List.of()).forEach(it -> judge(run, row, said, it));
            }
            run.last = row;
        }
        run.seen += page.size();
        boolean more = page.size() == TicketArchive.LARGEST_PAGE;
        if (more && run.seen >= MOST_TICKETS) {
            run.tally.cut();
            more = false;
        }
        if (more) {
            asked.get().reach(run.percent());
        } else {
            asked.get().finish(run.tally.result());
        }
        moved(run.id);
        return more;
    }

    private static void judge(Run run, TicketRow row, TicketArchive.FirstWords said, TraceEntry trace) {
        var kept = trace.snapshot();
        if (kept.isEmpty()) {
            var told = trace.trace();
            if (run.isForCompany() ? told.companyRules() > 0 : run.scope.equals(told.desk())) {
                run.tally.cannotReplay();
            }
            return;
        }
        var known = kept.get();
        if (run.isForCompany() ? !known.isLeftToTheCompany() : !run.scope.equals(known.desk())) {
            return;
        }
        var arrival = new Retracing.Arrival(
                run.isForCompany() ? known : known.atItsDesk(), row.openedAt(), said.subject(), said.text());
        run.tally.add(row.number(), row.openedAt(), known.outcome(), run.retracing.judge(arrival, run.watched));
    }

    void fail(ReplayId id) {
        repository.replay(id.number()).filter(it -> !it.isSettled()).ifPresent(ReplayEntry::fail);
        moved(id);
    }

    private void moved(ReplayId id) {
        events.fire(new RoutingEvent.ReplayMoved(id));
    }
}
