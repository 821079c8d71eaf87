package org.askwell.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Window> HOURS = Window.parseAll("09:00-12:00;13:00-18:00");
    private static final WorkingCalendar OFFICE = WorkingCalendar.weekly(
            SHANGHAI,
            Map.of(
                    DayOfWeek.MONDAY, HOURS,
                    DayOfWeek.TUESDAY, HOURS,
                    DayOfWeek.WEDNESDAY, HOURS,
                    DayOfWeek.THURSDAY, HOURS,
                    DayOfWeek.FRIDAY, HOURS));

    /** On Monday, 2 November 2026, and the days after it. */
    private static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 11, 2 + day, hour, minute)
                .atZone(SHANGHAI)
                .toInstant();
    }

    private static ClockEvent started(Instant at, int minutes) {
        return new ClockEvent.Started(at, Duration.ofMinutes(minutes), OFFICE);
    }

    private static ClockEvent target(Instant at, int minutes) {
        return new ClockEvent.Changed(at, Duration.ofMinutes(minutes), null);
    }

    @Test
    void lunch_and_nights_do_not_count() {
        var clock = ServiceClock.of(List.of(started(at(0, 11, 0), 480)));

        assertThat(clock.due()).isEqualTo(new Due(at(1, 11, 0)));
        assertThat(clock.spent(at(0, 14, 0))).isEqualTo(Duration.ofHours(2));
        assertThat(clock.remaining(at(0, 14, 0))).isEqualTo(Duration.ofHours(6));
        assertThat(clock.isLate(at(1, 11, 0))).isFalse();
        assertThat(clock.isLate(at(1, 11, 1))).isTrue();
    }

    @Test
    void a_pause_really_stops_it() {
        var events = List.of(
                started(at(0, 9, 0), 120), new ClockEvent.Paused(at(0, 10, 0)), new ClockEvent.Resumed(at(2, 10, 0)));

        assertThat(ServiceClock.of(events.subList(0, 2)).due()).isNull();
        assertThat(ServiceClock.of(events.subList(0, 2)).remaining(at(2, 9, 0))).isEqualTo(Duration.ofHours(1));
        assertThat(ServiceClock.of(events).due()).isEqualTo(new Due(at(2, 11, 0)));
    }

    @Test
    void what_was_spent_stays_spent_when_the_target_changes() {
        var shorter = ServiceClock.of(List.of(started(at(0, 9, 0), 480), target(at(0, 11, 0), 240)));
        assertThat(shorter.due()).isEqualTo(new Due(at(0, 14, 0)));
        assertThat(shorter.remaining(at(0, 11, 0))).isEqualTo(Duration.ofHours(2));

        var gone = ServiceClock.of(List.of(started(at(0, 9, 0), 480), target(at(0, 11, 0), 60)));
        assertThat(gone.due()).as("it was due before the target changed").isEqualTo(new Due(at(0, 10, 0)));
        assertThat(gone.isLate(at(0, 11, 0))).isTrue();

        var longer = ServiceClock.of(List.of(
                started(at(0, 9, 0), 60),
                new ClockEvent.Paused(at(0, 9, 30)),
                target(at(0, 15, 0), 120),
                new ClockEvent.Resumed(at(1, 9, 0))));
        assertThat(longer.due()).isEqualTo(new Due(at(1, 10, 30)));
    }

    @Test
    void segments_under_an_earlier_calendar_stay_under_it() {
        var always = WorkingCalendar.always(SHANGHAI);
        var clock = ServiceClock.of(List.of(
                started(at(0, 17, 0), 240),
                new ClockEvent.Changed(at(0, 20, 0), null, always),
                new ClockEvent.Met(at(0, 23, 30))));

        assertThat(clock.segments())
                .extracting(it -> it.spent())
                .containsExactly(Duration.ofHours(1), Duration.ofMinutes(210));
        assertThat(clock.segments().getFirst().calendar()).isEqualTo(OFFICE);
        assertThat(clock.due()).isEqualTo(new Due(at(0, 23, 0)));
        assertThat(clock.isLate(at(5, 0, 0))).isTrue();
    }

    @Test
    void an_end_that_is_taken_back_lets_the_rest_count() {
        var clock = ServiceClock.of(List.of(
                started(at(0, 9, 0), 240), new ClockEvent.Met(at(0, 10, 0)), new ClockEvent.Resumed(at(1, 9, 0))));

        assertThat(clock.state()).isEqualTo(ServiceClock.State.RUNNING);
        assertThat(clock.remaining(at(1, 9, 0))).isEqualTo(Duration.ofHours(3));
        assertThat(clock.due()).isEqualTo(new Due(at(1, 12, 0)));
    }

    @Test
    void a_second_reason_to_stand_changes_nothing_and_dropped_is_never_late() {
        var clock = ServiceClock.of(List.of(
                started(at(0, 9, 0), 30),
                new ClockEvent.Paused(at(0, 9, 10)),
                new ClockEvent.Paused(at(0, 11, 0)),
                new ClockEvent.Dropped(at(3, 9, 0))));

        assertThat(clock.state()).isEqualTo(ServiceClock.State.DROPPED);
        assertThat(clock.spent(at(4, 0, 0))).isEqualTo(Duration.ofMinutes(10));
        assertThat(clock.isLate(at(4, 0, 0))).isFalse();
        assertThat(clock.due()).isNull();
    }

    @Test
    void a_clock_that_was_put_back_counts_no_time_twice() {
        var clock = ServiceClock.of(List.of(
                started(at(0, 11, 0), 120), new ClockEvent.Paused(at(0, 10, 0)), new ClockEvent.Resumed(at(0, 14, 0))));

        assertThat(clock.due()).isEqualTo(new Due(at(0, 16, 0)));
    }

    @Test
    void a_clock_of_a_desk_that_never_opens_is_due_never() {
        var never = WorkingCalendar.weekly(SHANGHAI, Map.of());

        assertThat(ServiceClock.of(List.of(new ClockEvent.Started(at(0, 9, 0), Duration.ofHours(1), never)))
                        .due())
                .isEqualTo(Due.NEVER);
    }

    @Test
    void what_if_we_worked_on_saturdays() {
        var events = List.of(started(at(4, 17, 0), 120));

        assertThat(ServiceClock.of(events).due()).isEqualTo(new Due(at(7, 10, 0)));
        assertThat(ServiceClock.of(events, it -> it.with(DayOfWeek.SATURDAY, it.ordinary()))
                        .due())
                .isEqualTo(new Due(at(5, 10, 0)));
    }

    @Test
    void what_was_never_started_is_no_clock() {
        assertThatThrownBy(() -> ServiceClock.of(List.of(new ClockEvent.Paused(at(0, 9, 0)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServiceClock.of(List.of(started(at(0, 9, 0), 1), started(at(0, 9, 0), 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Random lives of clocks, told again by counting minutes. */
    @Test
    void two_thousand_lives_agree_with_counting_minutes() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var wall = MinuteByMinute.random(random);
            var other = MinuteByMinute.random(random);
            var from = wall.moment(random);
            wall.makeSpecial(from, random);
            var events = new ArrayList<ClockEvent>();
            int target = 1 + random.nextInt(500);
            events.add(new ClockEvent.Started(from, Duration.ofMinutes(target), wall.calendar()));
            boolean running = true;
            var counting = wall;
            int spent = 0;
            for (int minute = 0; minute < 1_500; minute++) {
                var now = from.plusSeconds(60L * minute);
                if (random.nextInt(200) == 0) {
                    switch (random.nextInt(4)) {
                        case 0 -> {
                            events.add(new ClockEvent.Paused(now));
                            running = false;
                        }
                        case 1 -> {
                            events.add(new ClockEvent.Resumed(now));
                            running = true;
                        }
                        case 2 -> {
                            target = 1 + random.nextInt(500);
                            events.add(target(now, target));
                        }
                        default -> {
                            counting = counting == wall ? other : wall;
                            events.add(new ClockEvent.Changed(now, null, counting.calendar()));
                        }
                    }
                }
                spent += running && counting.isOpen(now) ? 1 : 0;
            }
            var end = from.plusSeconds(60L * 1_500);
            var clock = ServiceClock.of(events);

            assertThat(clock.spent(end)).as("life %s", seed).isEqualTo(Duration.ofMinutes(spent));
            assertThat(clock.remaining(end)).as("life %s", seed).isEqualTo(Duration.ofMinutes(target - spent));
            assertThat(clock.isLate(end)).as("life %s", seed).isEqualTo(spent > target);
            var due = clock.due();
            if (spent >= target) {
                assertThat(due).as("life %s", seed).isNotNull();
                assertThat(due.at()).as("life %s", seed).isBeforeOrEqualTo(end);
            } else if (due != null) {
                assertThat(due.at()).as("life %s", seed).isAfter(end);
            }
        }
    }
}
