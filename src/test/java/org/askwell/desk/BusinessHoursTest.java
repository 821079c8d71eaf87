package org.askwell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessHoursTest {

    private static final BusinessHours SHANGHAI =
            BusinessHours.parse("Asia/Shanghai", List.of("MON 13:00-18:00", "MON 09:00-12:00", "FRI 09:00-24:00"));

    /** 2 November 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T00:59:59Z, false, 2026-11-02T01:00:00Z",
        "2026-11-02T01:00:00Z, true, 2026-11-02T01:00:00Z",
        "2026-11-02T04:00:00Z, false, 2026-11-02T05:00:00Z",
        "2026-11-02T09:59:59Z, true, 2026-11-02T09:59:59Z",
        "2026-11-02T10:00:00Z, false, 2026-11-06T01:00:00Z",
        "2026-11-06T15:59:59Z, true, 2026-11-06T15:59:59Z",
        "2026-11-06T16:00:00Z, false, 2026-11-09T01:00:00Z",
    })
    void a_desk_is_open_from_the_first_minute_until_before_the_last(Instant at, boolean open, Instant next) {
        assertThat(SHANGHAI.isOpen(at)).isEqualTo(open);
        assertThat(SHANGHAI.nextOpening(at)).contains(next);
    }

    /** Open on Mondays 9 to 12 and 13 to 18, on Fridays 9 to 24, in Shanghai. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T01:00:00Z, PT2H, 2026-11-02T03:00:00Z",
        "2026-11-02T03:00:00Z, PT1H, 2026-11-02T04:00:00Z",
        "2026-11-02T03:00:00Z, PT2H, 2026-11-02T06:00:00Z",
        "2026-11-01T00:00:00Z, PT30M, 2026-11-02T01:30:00Z",
        "2026-11-02T09:00:00Z, PT4H, 2026-11-06T04:00:00Z",
        "2026-11-06T15:00:00Z, PT4H, 2026-11-09T04:00:00Z",
    })
    void time_counts_only_while_the_desk_is_open(Instant from, Duration open, Instant end) {
        assertThat(SHANGHAI.plusOpen(from, open)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T07:30:00Z, 1, 2026-11-06T07:30:00Z",
        "2026-11-02T07:30:00Z, 3, 2026-11-13T07:30:00Z",
        "2026-11-04T07:30:00Z, 1, 2026-11-06T07:30:00Z",
    })
    void days_on_which_the_desk_does_not_open_are_no_working_days(Instant from, int days, Instant end) {
        assertThat(SHANGHAI.plusWorkingDays(from, days)).isEqualTo(end);
    }

    @Test
    void a_desk_that_opens_once_a_week_opens_again_next_week() {
        var once = BusinessHours.parse("Asia/Shanghai", List.of("MON 09:00-10:00"));

        assertThat(once.nextOpening(Instant.parse("2026-11-02T02:00:00Z")))
                .contains(Instant.parse("2026-11-09T01:00:00Z"));
    }

    @Test
    void a_desk_without_hours_is_always_open() {
        var always = BusinessHours.always(ZoneId.of("Europe/Berlin"));
        var at = Instant.parse("2026-11-01T03:00:00Z");

        assertThat(always.isOpen(at)).isTrue();
        assertThat(always.nextOpening(at)).contains(at);
    }

    @Test
    void summer_time_moves_the_opening_not_the_clock_on_the_wall() {
        var berlin = BusinessHours.parse("Europe/Berlin", List.of("MON 09:00-17:00"));

        assertThat(berlin.nextOpening(Instant.parse("2026-10-24T12:00:00Z")))
                .contains(Instant.parse("2026-10-26T08:00:00Z"));
        assertThat(berlin.nextOpening(Instant.parse("2026-10-18T12:00:00Z")))
                .contains(Instant.parse("2026-10-19T07:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MON", "MON 9-12", "XYZ 09:00-12:00", "MON 12:00-09:00", "MON 09:70-12:00", "MON 09:00-25:00"})
    void what_is_no_window_is_refused(String window) {
        assertThatThrownBy(() -> BusinessHours.parse("Asia/Shanghai", List.of(window)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void overlapping_windows_and_unknown_zones_are_refused() {
        assertThatThrownBy(() -> BusinessHours.parse("Asia/Shanghai", List.of("MON 09:00-12:00", "MON 11:00-13:00")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> BusinessHours.parse("Moon/Base", List.of())).isInstanceOf(Refusal.class);
    }
}
