package org.askwell.desk.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.askwell.sla.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When one person is on duty at one desk: shifts, less leave, less what the person has signed off from.
 *
 * <p>A value; every question is about a moment and answered from what was given, so that a week of it can be lived
 * through in a test. A pause of up to {@link #LONGEST_BREAK} within a day's windows, such as lunch, interrupts a shift and
 * does not end it: who signs off in the morning is not back after lunch.
 *
 * @param hours the person's shifts, holidays of the desk taken out
 * @param offUntil the person has signed off until then; null: not
 */
public record Duty(
        WorkingCalendar hours, List<Leave> leave, @Nullable Instant offUntil) {

    /** What is longer lies between two shifts. */
    public static final Duration LONGEST_BREAK = Duration.ofHours(3);

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration AHEAD = Duration.ofDays(8);
    private static final int MOST_STEPS = 500;

    public Duty {
        leave = List.copyOf(leave);
    }

    /** How somebody stands at a moment. */
    public enum Standing {
        ON_DUTY,
        OFF_SHIFT,
        ON_LEAVE,
        SIGNED_OFF
    }

    public Standing standing(Instant at) {
        if (leave.stream().anyMatch(it -> it.contains(at))) {
            return Standing.ON_LEAVE;
        }
        if (!hours.isOpen(at)) {
            return Standing.OFF_SHIFT;
        }
        return isSignedOff(at) ? Standing.SIGNED_OFF : Standing.ON_DUTY;
    }

    public boolean isOn(Instant at) {
        return standing(at) == Standing.ON_DUTY;
    }

    private boolean isSignedOff(Instant at) {
        return offUntil != null && at.isBefore(offUntil);
    }

    /** Until when somebody who is on duty at a moment stays so, as far as is known; empty when not on duty, or without end. */
    public Optional<Instant> ends(Instant at) {
        if (!isOn(at)) {
            return Optional.empty();
        }
        var end = stretchEnd(at);
        return leave.stream()
                .map(Leave::from)
                .filter(it -> it.isAfter(at) && (end == null || it.isBefore(end)))
                .min(Instant::compareTo)
                .or(() -> Optional.ofNullable(end));
    }

    /** When duty begins next; the moment itself for somebody who is on duty. Empty if it never does. */
    public Optional<Instant> begins(Instant at) {
        var from = offUntil != null && isSignedOff(at) ? offUntil : at;
        for (int i = 0; i < MOST_STEPS; i++) {
            var opening = hours.nextOpening(from);
            if (opening.isEmpty()) {
                return opening;
            }
            var away = leave.stream().filter(it -> it.contains(opening.get())).findFirst();
            if (away.isEmpty()) {
                return opening;
            }
            from = away.get().until();
        }
        return Optional.empty();
    }

    /** When the shift after the present one begins, or the coming one where none is going on; a day later at the latest of a shift without end. */
    public Instant nextShift(Instant at) {
        var shift = hours.stretches(at.minus(LONGEST_BREAK), at);
        var last =
                hours.isOpen(at) ? at : shift.isEmpty() ? null : shift.getLast().until();
        if (last == null) {
            return hours.nextOpening(at).orElseGet(() -> at.plus(A_DAY));
        }
        for (var stretch : hours.stretches(at, at.plus(A_DAY))) {
            if (Duration.between(last, stretch.from()).compareTo(LONGEST_BREAK) > 0) {
                return stretch.from();
            }
            last = stretch.until();
        }
        return last.isBefore(at.plus(A_DAY)) ? hours.nextOpening(at.plus(A_DAY)).orElseGet(() -> at.plus(A_DAY)) : last;
    }

    private @Nullable Instant stretchEnd(Instant at) {
        var end = at;
        for (var stretch : hours.stretches(at, at.plus(AHEAD))) {
            if (stretch.from().isAfter(end)) {
                return end;
            }
            end = stretch.until();
        }
        return end.isBefore(at.plus(AHEAD)) ? end : null;
    }
}
