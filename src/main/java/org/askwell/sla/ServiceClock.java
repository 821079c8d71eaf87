package org.askwell.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one promise: a pure function of what moved its clock.
 *
 * <p>A clock is started once. It runs, stands, runs again, gets other targets and other calendars, and ends met or
 * dropped; an end may be taken back. Between two events lies a segment, which runs or stands under one calendar. Due is
 * the moment at which the last minute of the present target is worked; a clock that stands before that moment has none.
 */
public final class ServiceClock {

    public enum State {
        RUNNING,
        STANDING,
        MET,
        DROPPED;

        public boolean isOpen() {
            return this == RUNNING || this == STANDING;
        }
    }

    /**
     * Between two events.
     *
     * @param event the position of the event that began it, 0 is the first
     * @param until null for the last one of a clock that has not ended
     * @param spent working time within it; up to its end, so none for one without an end
     * @param sum working time up to its end
     */
    public record Segment(
            int event,
            Instant from,
            @Nullable Instant until,
            boolean running,
            WorkingCalendar calendar,
            Duration spent,
            Duration sum) {}

    private final List<Segment> segments;
    private final State state;
    private final Duration target;
    private final WorkingCalendar calendar;
    private final Instant started;

    private ServiceClock(
            List<Segment> segments, State state, Duration target, WorkingCalendar calendar, Instant started) {
        this.segments = List.copyOf(segments);
        this.state = state;
        this.target = target;
        this.calendar = calendar;
        this.started = started;
    }

    /**
     * Reads a clock from what moved it, in the order in which it happened. An event that claims to be earlier than the
     * one before it, because a clock was put back, counts as of the same moment.
     *
     * @param events the first is {@link ClockEvent.Started}, and no other is
     */
    public static ServiceClock of(List<? extends ClockEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof ClockEvent.Started first)) {
            throw new IllegalArgumentException("A clock begins by being started: " + events);
        }
        var segments = new ArrayList<Segment>();
        var calendar = first.calendar();
        var target = first.target();
        var state = State.RUNNING;
        var sum = Duration.ZERO;
        var since = first.at();
        for (int i = 1; i < events.size(); i++) {
            var event = events.get(i);
            var at = event.at().isBefore(since) ? since : event.at();
            var spent = state == State.RUNNING ? calendar.between(since, at) : Duration.ZERO;
            sum = sum.plus(spent);
            segments.add(new Segment(i - 1, since, at, state == State.RUNNING, calendar, spent, sum));
            since = at;
            switch (event) {
                case ClockEvent.Started again -> throw new IllegalArgumentException("Started twice: " + again);
                case ClockEvent.Paused it -> state = state == State.RUNNING ? State.STANDING : state;
                case ClockEvent.Resumed it -> state = State.RUNNING;
                case ClockEvent.Met it -> state = State.MET;
                case ClockEvent.Dropped it -> state = State.DROPPED;
                case ClockEvent.Changed it -> {
                    target = it.target() == null ? target : it.target();
                    calendar = it.calendar() == null ? calendar : it.calendar();
                }
            }
        }
        if (state.isOpen()) {
            segments.add(
                    new Segment(events.size() - 1, since, null, state == State.RUNNING, calendar, Duration.ZERO, sum));
        }
        return new ServiceClock(segments, state, target, calendar, first.at());
    }

    /** The same events under other calendars: what if? */
    public static ServiceClock of(List<? extends ClockEvent> events, UnaryOperator<WorkingCalendar> calendars) {
        return of(events.stream()
                .map(event -> switch (event) {
                    case ClockEvent.Started it ->
                        new ClockEvent.Started(it.at(), it.target(), calendars.apply(it.calendar()));
                    case ClockEvent.Changed it ->
                        new ClockEvent.Changed(
                                it.at(), it.target(), it.calendar() == null ? null : calendars.apply(it.calendar()));
                    default -> event;
                })
                .toList());
    }

    public State state() {
        return state;
    }

    public List<Segment> segments() {
        return segments;
    }

    public Duration target() {
        return target;
    }

    /** Under which time counts now, or counted last. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    public Instant started() {
        return started;
    }

    /** The working time spent until a moment; after its end nothing more is. */
    public Duration spent(Instant now) {
        var last = segments.getLast();
        return last.until() == null && last.running()
                ? last.sum().plus(calendar.between(last.from(), now))
                : last.sum();
    }

    /** What is left at a moment; negative by as much working time as it is late. */
    public Duration remaining(Instant now) {
        return target.minus(spent(now));
    }

    /** Null while it stands before its last minute was worked, and when it ended before that. */
    public @Nullable Due due() {
        var segment = decisive();
        return segment == null
                ? null
                : segment.calendar()
                        .plus(segment.from(), max(target.minus(segment.sum()).plus(segment.spent())));
    }

    /** The segment in which the last minute of the target is worked; null when there is none, as for {@link #due}. */
    public @Nullable Segment decisive() {
        return segments.stream()
                .filter(it -> it.running() && (it.until() == null || it.sum().compareTo(target) >= 0))
                .findFirst()
                .orElse(null);
    }

    private static Duration max(Duration it) {
        return it.isNegative() ? Duration.ZERO : it;
    }

    /** Whether the promise is broken as of a moment: more was spent than the target allows, whether it has ended or not. */
    public boolean isLate(Instant now) {
        return state != State.DROPPED && remaining(now).isNegative();
    }
}
