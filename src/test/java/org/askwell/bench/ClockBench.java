package org.askwell.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askwell.sla.ClockEvent;
import org.askwell.sla.ServiceClock;
import org.askwell.sla.SpecialDay;
import org.askwell.sla.Window;
import org.askwell.sla.WorkingCalendar;

/** How long it takes to recompute ten thousand clocks from their ledgers: due time, spent and remaining time. */
public final class ClockBench {

    private static final int CLOCKS = 10_000;
    private static final int PAUSES = 3;
    private static final int ROUNDS = 5;

    private ClockBench() {}

    public static void main(String[] arguments) {
        Tables.heading("Clocks");
        var lives = lives();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            long check = 0;
            for (var events : lives) {
                var clock = ServiceClock.of(events);
                var due = clock.due();
                check += clock.spent(events.getLast().at()).toMinutes() + (due == null || due.isNever() ? 0 : 1);
            }
            Tables.note(
                    figures,
                    "%d clocks of %d entries, round %d, ms (check %d)"
                            .formatted(CLOCKS, lives.getFirst().size(), round, check),
                    (System.nanoTime() - began) / 1e6);
        }
    }

    /** Three holds and three changes of priority each, in a year with as many special days as China has. */
    private static List<List<ClockEvent>> lives() {
        var random = new Random(7);
        var calendar = calendar();
        var lives = new ArrayList<List<ClockEvent>>();
        for (int i = 0; i < CLOCKS; i++) {
            var at = Instant.parse("2026-01-05T01:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            var events = new ArrayList<ClockEvent>();
            events.add(new ClockEvent.Started(at, Duration.ofMinutes(960), calendar));
            for (int pause = 0; pause < PAUSES; pause++) {
                at = at.plusSeconds(random.nextInt(2 * 86_400));
                events.add(new ClockEvent.Paused(at));
                at = at.plusSeconds(random.nextInt(86_400));
                events.add(new ClockEvent.Resumed(at));
                events.add(new ClockEvent.Changed(at, Duration.ofMinutes(480 + pause * 600L), null));
            }
            lives.add(events);
        }
        return lives;
    }

    private static WorkingCalendar calendar() {
        var hours = Window.parseAll("09:00-12:00;13:00-18:00");
        var calendar = WorkingCalendar.weekly(
                ZoneId.of("Asia/Shanghai"),
                Map.of(
                        DayOfWeek.MONDAY, hours,
                        DayOfWeek.TUESDAY, hours,
                        DayOfWeek.WEDNESDAY, hours,
                        DayOfWeek.THURSDAY, hours,
                        DayOfWeek.FRIDAY, hours));
        var days = new ArrayList<SpecialDay>();
        for (int day = 0; day < 39; day++) {
            days.add(SpecialDay.holiday(LocalDate.of(2026, 1, 1).plusDays(day * 9L), "Holiday"));
        }
        return calendar.with(days);
    }
}
