package org.askwell.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingCalendarTest {

    private static final int CALENDARS = 10_000;
    private static final int SPAN = 1_800;

    private static final List<Window> WITH_LUNCH = Window.parseAll("09:00-12:00;13:00-18:00");

    /** Monday to Friday with lunch in Shanghai; the National Day of 2026 as decreed. */
    private static final WorkingCalendar SHANGHAI = WorkingCalendar.weekly(
                    ZoneId.of("Asia/Shanghai"),
                    Map.of(
                            DayOfWeek.MONDAY, WITH_LUNCH,
                            DayOfWeek.TUESDAY, WITH_LUNCH,
                            DayOfWeek.WEDNESDAY, WITH_LUNCH,
                            DayOfWeek.THURSDAY, WITH_LUNCH,
                            DayOfWeek.FRIDAY, WITH_LUNCH))
            .with(LocalDate.of(2026, 10, 1)
                    .datesUntil(LocalDate.of(2026, 10, 8))
                    .map(it -> SpecialDay.holiday(it, "国庆节"))
                    .toList())
            .with(List.of(SpecialDay.workday(LocalDate.of(2026, 10, 10), "国庆节")));

    @Test
    void ten_thousand_calendars_agree_with_looking_at_the_wall_every_minute() {
        for (int seed = 0; seed < CALENDARS; seed++) {
            var random = new Random(seed);
            var wall = MinuteByMinute.random(random);
            var from = wall.moment(random);
            wall.makeSpecial(from, random);
            var calendar = wall.calendar();
            int wanted = 1 + random.nextInt(600);
            int open = 0;
            Instant due = null;
            for (int minute = 0; minute < SPAN; minute++) {
                if (wall.isOpen(from.plusSeconds(60L * minute))) {
                    open++;
                    if (open == wanted) {
                        due = from.plusSeconds(60L * (minute + 1));
                    }
                }
            }

            assertThat(calendar.between(from, from.plusSeconds(60L * SPAN)))
                    .as("calendar %s:%n%s%nfrom %s", seed, calendar, from)
                    .isEqualTo(Duration.ofMinutes(open));
            if (due != null) {
                assertThat(calendar.plus(from, Duration.ofMinutes(wanted)))
                        .as("calendar %s:%n%s%nfrom %s", seed, calendar, from)
                        .isEqualTo(new Due(due));
            }
            assertThat(CalendarText.read(calendar.toString())).isEqualTo(calendar);
        }
    }

    /** The due moment of three working hours. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-29T02:00:00Z, 2026-09-29T06:00:00Z, lunch does not count",
        "2026-09-30T09:00:00Z, 2026-10-08T03:00:00Z, neither does a week of holidays",
        "2026-10-09T09:00:00Z, 2026-10-10T03:00:00Z, the Saturday that makes up for it does",
        "2026-10-10T09:00:00Z, 2026-10-12T03:00:00Z, Sunday does not",
    })
    void holidays_stop_and_make_up_days_count(Instant from, Instant due, String why) {
        assertThat(SHANGHAI.plus(from, Duration.ofHours(3))).as(why).isEqualTo(new Due(due));
    }

    @Test
    void every_second_saturday_is_worked() {
        var big = SHANGHAI.with(new AlternateSaturdays(LocalDate.of(2026, 11, 7), Window.parseAll("09:00-12:00")));
        var monday = Instant.parse("2026-11-01T16:00:00Z");

        assertThat(big.on(LocalDate.of(2026, 11, 7)).why()).isEqualTo(WorkingCalendar.Why.WORKED_SATURDAY);
        assertThat(big.on(LocalDate.of(2026, 11, 14)).why()).isEqualTo(WorkingCalendar.Why.FREE_SATURDAY);
        assertThat(big.on(LocalDate.of(2026, 10, 24)).windows()).hasSize(1);
        assertThat(big.between(monday, monday.plus(Duration.ofDays(14)))).isEqualTo(Duration.ofHours(83));
    }

    @Test
    void a_night_in_which_the_clock_is_put_back_has_an_hour_more() {
        var night = WorkingCalendar.weekly(
                ZoneId.of("Europe/Berlin"), Map.of(DayOfWeek.SUNDAY, Window.parseAll("00:00-06:00")));

        assertThat(night.between(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(night.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void a_calendar_without_a_working_minute_is_due_never() {
        var never = WorkingCalendar.weekly(ZoneId.of("Asia/Shanghai"), Map.of());
        var at = Instant.parse("2026-11-02T01:00:00Z");

        assertThat(never.plus(at, Duration.ofMinutes(1))).isEqualTo(Due.NEVER);
        assertThat(never.opensWithinAYearOf(at)).isFalse();
        assertThat(never.between(at, at.plus(Duration.ofDays(30)))).isZero();
        assertThat(never.with(List.of(SpecialDay.workday(LocalDate.of(2020, 1, 4), "", WITH_LUNCH)))
                        .plus(at, Duration.ofMinutes(1)))
                .isEqualTo(Due.NEVER);
        assertThat(SHANGHAI.opensWithinAYearOf(at)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-12", "12:00-09:00", "09:70-12:00", "09:00-25:00", "09:00-12:00;11:00-13:00"})
    void what_are_no_hours_is_refused(String hours) {
        assertThatThrownBy(() -> Window.parseAll(hours)).isInstanceOf(Refusal.class);
    }
}
