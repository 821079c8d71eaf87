package org.askwell.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.askwell.desk.DeskEvent;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.sla.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what desks promise between tickets.
 *
 * <p>A change on this node counts from its commit; another node's plan is seen within {@link #LIFE}, its hours and
 * holidays within {@link #CALENDAR_LIFE}.
 */
@ApplicationScoped
class TargetBook {

    static final Duration LIFE = Duration.ofSeconds(2);
    static final Duration CALENDAR_LIFE = Duration.ofMinutes(1);

    /**
     * Ages are of this machine, in nanoseconds: where the clock is wound, plans do not grow old by it.
     *
     * @param shelved the calendar was seen on the shelf after a commit
     */
    private record Kept(DeskTargets targets, boolean shelved, long composedAt, long at) {}

    /** What a desk promises by the clock of another zone. */
    private record Zoned(DeskTargets base, DeskTargets there) {}

    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Zoned> zoned = new ConcurrentHashMap<>();

    @Inject
    TargetRepository repository;

    @Inject
    Regions regions;

    @Inject
    CalendarShelf shelf;

    @Inject
    DeskService desks;

    /** @param requester asked only where the desk counts by the clock of whoever asks */
    Optional<DeskTargets> of(@Nullable String desk, Supplier<ZoneId> requester) {
        return of(desk).map(it -> it.plan().requesterZone() ? in(it, requester.get()) : it);
    }

    private DeskTargets in(DeskTargets targets, ZoneId zone) {
        if (zone.equals(targets.calendar().zone())) {
            return targets;
        }
        var known = zoned.get(targets.desk() + " " + zone);
        if (known != null && known.base().equals(targets)) {
            return known.there();
        }
        var calendar = targets.calendar().in(zone);
        var there = new DeskTargets(
                targets.desk(), targets.version(), targets.plan(), calendar, CalendarShelf.code(calendar));
        if (shelf.keep(there.code(), calendar)) {
            zoned.put(targets.desk() + " " + zone, new Zoned(targets, there));
        }
        return there;
    }

    /** Empty for no desk, and for one that promises nothing. */
    private Optional<DeskTargets> of(@Nullable String desk) {
        if (desk == null) {
            return Optional.empty();
        }
        var targets = current(desk);
        return targets.plan().promises().isEmpty() ? Optional.empty() : Optional.of(targets);
    }

    private DeskTargets current(String desk) {
        long now = System.nanoTime();
        var known = kept.get(desk);
        if (known != null && known.shelved() && now - known.at() < LIFE.toNanos()) {
            return known.targets();
        }
        var latest = repository.latest(desk);
        int version = latest.map(TargetSet::edition).orElse(0);
        if (known != null
                && known.shelved()
                && known.targets().version() == version
                && now - known.composedAt() < CALENDAR_LIFE.toNanos()) {
            kept.put(desk, new Kept(known.targets(), true, known.composedAt(), now));
            return known.targets();
        }
        var plan = latest.map(TargetSet::plan).orElse(TargetPlan.NOTHING);
        if (plan.promises().isEmpty()) {
            var nothing = new DeskTargets(desk, version, plan, WorkingCalendar.always(java.time.ZoneOffset.UTC), "");
            kept.put(desk, new Kept(nothing, true, now, now));
            return nothing;
        }
        var calendar = calendar(desks.desk(desk), plan);
        var code = CalendarShelf.code(calendar);
        var targets = new DeskTargets(desk, version, plan, calendar, code);
        kept.put(desk, new Kept(targets, shelf.keep(code, calendar), now, now));
        return targets;
    }

    /** The desk's hours with the holidays and Saturdays that count there now, whether it promises anything or not. */
    WorkingCalendar calendar(DeskProfile desk) {
        var targets = current(desk.slug());
        return targets.plan().promises().isEmpty() ? calendar(desk, targets.plan()) : targets.calendar();
    }

    /** The desk's hours with the holidays and Saturdays of its plan. */
    WorkingCalendar calendar(DeskProfile desk, TargetPlan plan) {
        var calendar = desk.hours().calendar();
        if (plan.region() != null) {
            calendar = calendar.with(regions.days(plan.region()));
        }
        return plan.saturdays().map(calendar::with).orElse(calendar);
    }

    void forget(String desk) {
        kept.remove(desk);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) TargetEvent.PlanChanged change) {
        kept.remove(change.desk());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) TargetEvent.DaysChanged change) {
        kept.clear();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DeskEvent.DeskChanged change) {
        kept.remove(change.desk());
    }
}
