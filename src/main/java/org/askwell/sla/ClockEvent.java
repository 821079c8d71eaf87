package org.askwell.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that moved a clock. */
public sealed interface ClockEvent {

    Instant at();

    /** @param target working time within which it is to be met */
    record Started(Instant at, Duration target, WorkingCalendar calendar) implements ClockEvent {}

    /** From now on no time counts. A clock that stands already keeps standing, for another reason. */
    record Paused(Instant at) implements ClockEvent {}

    /** Time counts again: after a pause, or after an end that was taken back. */
    record Resumed(Instant at) implements ClockEvent {}

    /**
     * Another target, another calendar, or both; null: as before. What has been spent stays spent, and what was counted
     * under the calendar before stays counted under it.
     */
    record Changed(
            Instant at, @Nullable Duration target, @Nullable WorkingCalendar calendar) implements ClockEvent {}

    /** What was promised has been done. */
    record Met(Instant at) implements ClockEvent {}

    /** Nobody waits for it any more. */
    record Dropped(Instant at) implements ClockEvent {}
}
