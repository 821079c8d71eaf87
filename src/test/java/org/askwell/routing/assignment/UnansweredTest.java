package org.askwell.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.askwell.desk.BusinessHours;
import org.askwell.people.PersonId;
import org.askwell.sla.SpecialDay;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.HistoryRow.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnansweredTest {

    private static final PersonId REQUESTER = new PersonId("lin.xiaoyu");
    private static final PersonId HAI = new PersonId("wang.hai");
    private static final PersonId TOM = new PersonId("tom.baker");

    /** Monday to Friday with lunch in Shanghai; 14 July 2026 is a holiday. */
    private static final WorkingCalendar DESK = BusinessHours.parse(
                    "Asia/Shanghai",
                    Stream.of("MON", "TUE", "WED", "THU", "FRI")
                            .flatMap(it -> Stream.of(it + " 09:00-12:00", it + " 13:00-18:00"))
                            .toList())
            .calendar()
            .with(List.of(SpecialDay.holiday(LocalDate.of(2026, 7, 14), "A day off")));

    /** What befalls a ticket. */
    private static final class Story {
        private final List<HistoryRow> rows = new ArrayList<>();

        Story then(Kind kind, PersonId by, String day, String time, @Nullable String after) {
            rows.add(new HistoryRow(kind, by, at(day, time), null, after, null));
            return this;
        }

        Story then(Kind kind, PersonId by, String day, String time) {
            return then(kind, by, day, time, null);
        }

        @Nullable
        Instant first(int minutes) {
            return Unanswered.of(rows, REQUESTER, HAI, DESK).firstAnswerDue(minutes);
        }

        @Nullable
        Instant owed(int minutes) {
            return Unanswered.of(rows, REQUESTER, HAI, DESK).answerDue(minutes);
        }
    }

    private static Instant at(String day, String time) {
        return Instant.parse(day + "T" + time + ":00+08:00");
    }

    private static Story opened(String day, String time) {
        return new Story().then(Kind.OPENED, REQUESTER, day, time, "queue");
    }

    @Test
    void a_step_falls_due_at_its_working_minute_across_lunch_and_a_holiday() {
        assertThat(opened("2026-07-13", "11:59").first(2)).isEqualTo(at("2026-07-13", "13:01"));
        assertThat(opened("2026-07-13", "17:58").first(4)).isEqualTo(at("2026-07-15", "09:02"));
        assertThat(opened("2026-07-11", "10:00").first(4))
                .as("opened on a Saturday")
                .isEqualTo(at("2026-07-13", "09:04"));
    }

    @Test
    void what_falls_on_closing_time_waits_until_the_desk_opens() {
        assertThat(opened("2026-07-13", "11:58").first(2)).isEqualTo(at("2026-07-13", "13:00"));
        assertThat(opened("2026-07-13", "17:56").first(4)).isEqualTo(at("2026-07-15", "09:00"));
    }

    @Test
    void the_night_in_which_the_clock_is_put_back_counts_its_hour_twice() {
        var berlin =
                BusinessHours.parse("Europe/Berlin", List.of("SUN 00:00-06:00")).calendar();
        var opened = new HistoryRow(Kind.OPENED, REQUESTER, Instant.parse("2026-10-24T22:30:00Z"), null, "queue", null);

        assertThat(Unanswered.of(List.of(opened), REQUESTER, null, berlin).firstAnswerDue(180))
                .as("half past midnight and three hours are half past two, for the second time")
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void words_of_the_desk_end_it_and_words_of_the_requester_or_notes_do_not() {
        var story = opened("2026-07-13", "09:00")
                .then(Kind.REPLIED, REQUESTER, "2026-07-13", "09:01")
                .then(Kind.NOTED, HAI, "2026-07-13", "09:02");
        assertThat(story.first(4)).isEqualTo(at("2026-07-13", "09:04"));

        story.then(Kind.REPLIED, TOM, "2026-07-13", "09:03");
        assertThat(story.first(4)).isNull();
    }

    @Test
    void a_hold_stops_it_and_asking_the_requester_is_an_answer() {
        var held = opened("2026-07-13", "09:00").then(Kind.HELD, HAI, "2026-07-13", "09:01");
        assertThat(held.first(4)).as("nothing falls due on hold").isNull();
        held.then(Kind.RESUMED, HAI, "2026-07-13", "16:00");
        assertThat(held.first(4)).isEqualTo(at("2026-07-13", "16:03"));

        assertThat(opened("2026-07-13", "09:00")
                        .then(Kind.ASKED, HAI, "2026-07-13", "09:01")
                        .first(4))
                .isNull();
    }

    @Test
    void another_desk_begins_anew_unless_there_was_an_answer() {
        var story = opened("2026-07-13", "09:00").then(Kind.TRANSFERRED, HAI, "2026-07-13", "10:00", "hr");
        assertThat(story.first(4)).isEqualTo(at("2026-07-13", "10:04"));
        assertThat(Unanswered.of(story.rows, REQUESTER, null, DESK).arrival()).isOne();

        var answered = opened("2026-07-13", "09:00")
                .then(Kind.REPLIED, HAI, "2026-07-13", "09:01")
                .then(Kind.TRANSFERRED, HAI, "2026-07-13", "10:00", "hr");
        assertThat(answered.first(4)).isNull();
    }

    @Test
    void what_was_solved_without_words_before_is_answered_and_what_was_withdrawn_goes_on() {
        assertThat(opened("2026-07-13", "09:00")
                        .then(Kind.RESOLVED, HAI, "2026-07-13", "09:01")
                        .then(Kind.REOPENED, REQUESTER, "2026-07-13", "10:00")
                        .first(4))
                .isNull();
        assertThat(opened("2026-07-13", "09:00")
                        .then(Kind.WITHDRAWN, REQUESTER, "2026-07-13", "09:01")
                        .then(Kind.REOPENED, REQUESTER, "2026-07-13", "10:00")
                        .first(4))
                .isEqualTo(at("2026-07-13", "10:03"));
    }

    @Test
    void whoever_has_it_owes_an_answer_from_the_assignment_and_again_after_the_requester_wrote() {
        var story = opened("2026-07-13", "09:00").then(Kind.ASSIGNED, HAI, "2026-07-13", "11:30", HAI.value());
        assertThat(story.owed(60)).isEqualTo(at("2026-07-13", "13:30"));
        story.then(Kind.REPLIED, HAI, "2026-07-13", "11:40");
        assertThat(story.owed(60)).isNull();
        story.then(Kind.REPLIED, REQUESTER, "2026-07-13", "14:00").then(Kind.REPLIED, REQUESTER, "2026-07-13", "14:20");
        assertThat(story.owed(60)).as("the first of two").isEqualTo(at("2026-07-13", "15:00"));
        story.then(Kind.HELD, HAI, "2026-07-13", "14:30").then(Kind.RESUMED, HAI, "2026-07-13", "16:00");
        assertThat(story.owed(60)).isEqualTo(at("2026-07-13", "16:30"));
        story.then(Kind.ASSIGNED, TOM, "2026-07-13", "16:10", TOM.value());
        assertThat(story.owed(60)).as("somebody else has it").isNull();
    }

    @Test
    void a_clock_that_was_put_back_takes_no_time_away() {
        var story = opened("2026-07-13", "10:00")
                .then(Kind.HELD, HAI, "2026-07-13", "10:02")
                .then(Kind.RESUMED, HAI, "2026-07-13", "09:30");
        assertThat(Objects.requireNonNull(story.first(4))).isEqualTo(at("2026-07-13", "10:04"));
    }
}
