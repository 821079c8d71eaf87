package org.askwell.routing;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketArchive;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/**
 * Tries rules on the past. One public method is one transaction; the trying is done by a job.
 *
 * <p>For those who may change the rules. Tickets are shown to those who work on them, and counted for the others.
 */
@ApplicationService
public class Replays {

    /** What "last month" means. */
    public static final Duration MONTH = Duration.ofDays(30);

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int KEPT = 20;

    @Inject
    RoutingRepository repository;

    @Inject
    RoutingService routing;

    @Inject
    RuleSets ruleSets;

    @Inject
    TicketService tickets;

    @Inject
    TicketArchive archive;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    Event<RoutingEvent> events;

    /** A ticket that would have come out differently, and what it is about. */
    public record Moved(ReplayResult.Move move, String subject) {}

    /**
     * Asks for a replay; what the same person asked for of the same rules before, and which is still under way, ends.
     *
     * @param desk null: the company's rules
     * @param given the rules, for {@link ReplaySource#GIVEN}
     */
    public ReplayId start(
            @Nullable String desk, ReplaySource source, List<RoutingRule> given, Instant from, Instant until) {
        var caller = current.get();
        RoutingAccess.requireMayChange(caller, desk);
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("replay-span", LONGEST.toDays());
        }
        var scope = RoutingService.scope(desk);
        var asked =
                new ReplayEntry(scope, source, rules(desk, source, given), from, until, caller.id(), clock.instant());
        var before = repository.replaysOf(caller.id());
        before.stream().filter(it -> it.scope().equals(scope)).forEach(ReplayEntry::cancel);
        before.stream().skip(KEPT - 1L).forEach(repository::remove);
        repository.add(asked);
        jobs.schedule(ReplayJob.NAME, asked.id().value());
        return asked.id();
    }

    private List<RoutingRule> rules(@Nullable String desk, ReplaySource source, List<RoutingRule> given) {
        return switch (source) {
            case DRAFT -> ruleSets.draft(desk).rules();
            case PUBLISHED -> routing.rules(desk).rules();
            case RECORDED -> List.of();
            case GIVEN -> {
                routing.check(desk, given, routing.rules(desk).rules());
                yield given;
            }
        };
    }

    public ReplayReport report(ReplayId id) {
        return seen(id).report();
    }

    /**
     * Tickets that would have come out differently, oldest first; those that the acting person does not work on are left
     * out.
     *
     * @param from null for any queue, as is to
     */
    public Slice<Moved> moves(
            ReplayId id, @Nullable String from, @Nullable String to, @Nullable String cursor, int limit) {
        var result = seen(id).report().result();
        if (result == null) {
            return new Slice<>(List.of(), null);
        }
        int start = start(cursor);
        var all = result.moves().stream()
                .filter(it -> (from == null || from.equals(it.from())) && (to == null || to.equals(it.to())))
                .toList();
        int end = Math.min(all.size(), start + limit);
        var page = all.subList(Math.min(start, end), end);
        var mine = new LinkedHashMap<TicketNumber, ReplayResult.Move>();
        page.forEach(it ->
                TicketNumber.parse(it.ticket()).filter(tickets::mayWork).ifPresent(number -> mine.put(number, it)));
        var subjects = archive.firstWords(mine.keySet()).stream()
                .collect(Collectors.toMap(
                        TicketArchive.FirstWords::number, TicketArchive.FirstWords::subject, (one, other) -> one));
        var items = page.stream()
                .filter(it -> subjects.containsKey(new TicketNumber(it.ticket())))
                .map(it -> new Moved(it, subjects.getOrDefault(new TicketNumber(it.ticket()), "")))
                .toList();
        return new Slice<>(items, end < all.size() ? Integer.toString(end) : null);
    }

    /** Ends it, if it has not ended yet. */
    public void cancel(ReplayId id) {
        var asked = seen(id);
        asked.cancel();
        events.fire(new RoutingEvent.ReplayMoved(asked.id()));
    }

    private ReplayEntry seen(ReplayId id) {
        var caller = current.get();
        return repository
                .replay(id.number())
                .filter(it -> it.isFor(caller.id())
                        && RoutingAccess.mayChange(caller, it.scope().isEmpty() ? null : it.scope()))
                .orElseThrow(() -> Refusal.notFound("replay-unknown", Objects.requireNonNull(id)));
    }

    private static int start(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,6}")) {
            throw Refusal.invalid("cursor-unreadable");
        }
        return Integer.parseInt(cursor);
    }
}
