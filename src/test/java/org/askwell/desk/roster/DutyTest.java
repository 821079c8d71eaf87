package org.askwell.desk.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.desk.BusinessHours;
import org.askwell.people.PersonId;
import org.askwell.sla.AlternateSaturdays;
import org.askwell.sla.SpecialDay;
import org.askwell.sla.Window;
import org.askwell.sla.WorkingCalendar;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DutyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PersonId HAI = new PersonId("wang.hai");
    private static final PersonId TOM = new PersonId("tom.baker");

    /** Monday to Friday with lunch, every second Saturday from 11 July 2026; 15 July is a holiday. */
    private static final WorkingCalendar DESK = BusinessHours.parse(
                    "Asia/Shanghai",
                    Stream.of("MON", "TUE", "WED", "THU", "FRI")
                            .flatMap(it -> Stream.of(it + " 09:00-12:00", it + " 13:00-18:00"))
                            .toList())
            .calendar()
            .with(new AlternateSaturdays(LocalDate.of(2026, 7, 11), Window.parseAll("09:00-12:00")))
            .with(List.of(SpecialDay.holiday(LocalDate.of(2026, 7, 15), "A day off")));

    private static Instant at(String day, String time) {
        return Instant.parse(day + "T" + time + ":00+08:00");
    }

    private static Duty usual() {
        return Roster.of(DESK, List.of()).duty(HAI);
    }

    private static Duty shifts(String... windows) {
        return Roster.of(DESK, List.of(new RosterMember(HAI, List.of(windows), null, List.of(), List.of(), List.of())))
                .duty(HAI);
    }

    private static Duty away(Leave... leave) {
        return Roster.of(DESK, List.of(new RosterMember(HAI, null, null, List.of(), List.of(), List.of(leave))))
                .duty(HAI);
    }

    @Test
    void whom_the_roster_does_not_mention_is_there_when_the_desk_is_open() {
        assertThat(usual().standing(at("2026-07-13", "09:00"))).isEqualTo(Duty.Standing.ON_DUTY);
        assertThat(usual().standing(at("2026-07-13", "12:00"))).isEqualTo(Duty.Standing.OFF_SHIFT);
        assertThat(usual().ends(at("2026-07-13", "09:30"))).contains(at("2026-07-13", "12:00"));
        assertThat(usual().begins(at("2026-07-13", "12:10"))).contains(at("2026-07-13", "13:00"));
        assertThat(usual().isOn(at("2026-07-15", "10:00"))).as("a holiday").isFalse();
        assertThat(usual().isOn(at("2026-07-11", "10:00"))).isTrue();
        assertThat(usual().isOn(at("2026-07-18", "10:00"))).isFalse();
    }

    @Test
    void own_shifts_replace_the_week_but_not_the_holidays() {
        var late = shifts("MON 14:00-22:00", "WED 14:00-22:00", "SAT 10:00-11:00");

        assertThat(late.isOn(at("2026-07-13", "21:59"))).isTrue();
        assertThat(late.isOn(at("2026-07-13", "22:00"))).isFalse();
        assertThat(late.isOn(at("2026-07-14", "15:00"))).isFalse();
        assertThat(late.isOn(at("2026-07-15", "15:00"))).as("a holiday").isFalse();
        assertThat(late.isOn(at("2026-07-11", "10:30"))).as("a worked Saturday").isTrue();
        assertThat(late.isOn(at("2026-07-18", "10:30"))).as("a free Saturday").isFalse();
        assertThat(shifts().begins(at("2026-07-13", "09:00")))
                .as("no shift at all")
                .isEmpty();
    }

    @Test
    void leave_of_days_ends_with_the_last_of_them() {
        var ill = away(Leave.of("2026-07-13", "2026-07-14", "ill", SHANGHAI));

        assertThat(ill.standing(at("2026-07-13", "00:00"))).isEqualTo(Duty.Standing.ON_LEAVE);
        assertThat(ill.standing(at("2026-07-14", "23:59"))).isEqualTo(Duty.Standing.ON_LEAVE);
        assertThat(ill.begins(at("2026-07-13", "10:00")))
                .as("the fifteenth is a holiday")
                .contains(at("2026-07-16", "09:00"));
    }

    @Test
    void leave_of_an_hour_cuts_a_shift_in_two() {
        var dentist = away(Leave.of("2026-07-13T02:00:00Z", "2026-07-13T03:00:00Z", "", SHANGHAI));

        assertThat(dentist.ends(at("2026-07-13", "09:30"))).contains(at("2026-07-13", "10:00"));
        assertThat(dentist.isOn(at("2026-07-13", "10:59"))).isFalse();
        assertThat(dentist.begins(at("2026-07-13", "10:30"))).contains(at("2026-07-13", "11:00"));
    }

    @Test
    void who_signs_off_in_the_morning_is_not_back_after_lunch() {
        assertThat(usual().nextShift(at("2026-07-13", "10:00"))).isEqualTo(at("2026-07-14", "09:00"));
        assertThat(usual().nextShift(at("2026-07-13", "12:30")))
                .as("during lunch")
                .isEqualTo(at("2026-07-14", "09:00"));
        assertThat(usual().nextShift(at("2026-07-17", "17:00")))
                .as("the Saturday is free")
                .isEqualTo(at("2026-07-20", "09:00"));
        assertThat(usual().nextShift(at("2026-07-13", "20:00")))
                .as("in the evening")
                .isEqualTo(at("2026-07-14", "09:00"));
        var off = new Duty(DESK, List.of(), at("2026-07-14", "09:00"));
        assertThat(off.standing(at("2026-07-13", "13:00"))).isEqualTo(Duty.Standing.SIGNED_OFF);
        assertThat(off.begins(at("2026-07-13", "13:00"))).contains(at("2026-07-14", "09:00"));
        assertThat(off.isOn(at("2026-07-14", "09:00"))).isTrue();
    }

    @Test
    void a_shift_through_midnight_is_one_and_one_without_end_is_left_for_a_day() {
        var night = shifts("MON 22:00-24:00", "TUE 00:00-06:00", "TUE 22:00-24:00");
        assertThat(night.ends(at("2026-07-13", "23:00"))).contains(at("2026-07-14", "06:00"));
        assertThat(night.nextShift(at("2026-07-13", "23:00"))).isEqualTo(at("2026-07-14", "22:00"));

        var always = new Duty(WorkingCalendar.always(SHANGHAI), List.of(), null);
        assertThat(always.ends(at("2026-07-13", "23:00"))).isEmpty();
        assertThat(always.nextShift(at("2026-07-13", "23:00"))).isEqualTo(at("2026-07-14", "23:00"));
    }

    @Test
    void the_night_in_which_the_clock_is_put_back_makes_a_shift_longer() {
        var berlin = Roster.of(
                        BusinessHours.parse("Europe/Berlin", List.of("SUN 00:00-06:00"))
                                .calendar(),
                        List.of())
                .duty(TOM);

        assertThat(berlin.ends(Instant.parse("2026-10-24T23:00:00Z"))).contains(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @Test
    void a_leave_is_read_as_it_was_written() {
        var leave = Leave.of("2026-07-13", "2026-07-13", "  visits / a  fair ", SHANGHAI);

        assertThat(Leave.parse(leave.text())).isEqualTo(leave);
        assertThat(leave.word()).isEqualTo("visits / a fair");
        assertThat(leave.written(SHANGHAI)).isEqualTo("2026-07-13 2026-07-13 visits / a fair");
        var hour = Leave.of("2026-07-13T09:00", "2026-07-13T10:30", "", SHANGHAI);
        assertThat(hour.from()).isEqualTo(at("2026-07-13", "09:00"));
        assertThat(hour.written(SHANGHAI)).isEqualTo("2026-07-13T09:00 2026-07-13T10:30");
        var silent = Leave.of("2026-07-13", "2026-07-13", "", SHANGHAI);
        assertThat(Leave.parse(silent.text())).isEqualTo(silent);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> Leave.of("2026-07-14", "2026-07-12", "", SHANGHAI))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Leave.of("tomorrow", "2026-07-12", "", SHANGHAI))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> shifts("MON 09:00-12:00", "MON 11:00-13:00")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new RosterMember(HAI, null, 0, List.of(), List.of(), List.of()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new RosterMember(HAI, null, null, List.of("fr"), List.of(), List.of()))
                .isInstanceOf(Refusal.class);
    }
}
