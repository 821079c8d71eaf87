package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.askwell.common.Time;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.inside.Watch;
import org.askwell.people.PersonId;
import org.askwell.target.Expected;
import org.askwell.target.Expected.Outlook;
import org.askwell.target.Forecasts;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketNumber;
import org.junit.jupiter.api.Test;

/** When a requester can expect a solution. */
interface ForecastViews extends PageCase {

    /** A Monday; the desk works from nine to twelve and from one to six. */
    private static Instant at(String time) {
        return Instant.parse("2027-03-01T" + time + ":00+08:00");
    }

    @Test
    default void a_requester_reads_when_those_like_it_were_done_and_the_date_stays_true_while_the_ticket_moves() {
        the(Watch.class).moveIn();
        // Ten that took one to ten working hours.
        for (int hours = 1; hours <= 10; hours++) {
            var opened = at("09:00");
            var number = opened("Barometer " + hours, opened, Priority.LOW);
            var lunch = hours > 3 ? 1 : 0;
            var solved = hours <= 8
                    ? opened.plus(Duration.ofHours(hours + lunch))
                    : at("09:00").plus(Duration.ofDays(1)).plus(Duration.ofHours(hours - 8));
            then(Watch.AGENT, solved, () -> tickets().resolve(number, "Tapped."));
        }
        var now = Instant.parse("2027-03-04T09:00:00+08:00");
        var number = opened("Barometer of today", now, Priority.LOW);

        var expected = expected(SmallCompany.EMPLOYEE, number, now);
        assertThat(expected.outlook()).isEqualTo(Outlook.BETWEEN);
        assertThat(expected.from()).isEqualTo(Instant.parse("2027-03-04T11:00:00+08:00"));
        assertThat(expected.until()).as("lunch is no work").isEqualTo(Instant.parse("2027-03-04T18:00:00+08:00"));
        assertThat(expected.sample()).isEqualTo(10);

        var later = expected(SmallCompany.EMPLOYEE, number, Instant.parse("2027-03-04T11:30:00+08:00"));
        assertThat(later.from())
                .as("two and a half hours are spent")
                .isEqualTo(Instant.parse("2027-03-04T14:00:00+08:00"));
        assertThat(later.sample()).isEqualTo(8);
        assertThat(expected(SmallCompany.EMPLOYEE, number, Instant.parse("2027-03-04T14:30:00+08:00"))
                        .outlook())
                .as("too few took so long")
                .isEqualTo(Outlook.LONG);

        then(Watch.AGENT, now.plusSeconds(60), () -> tickets().askRequester(number, "Which wall?"));
        assertThat(expected(SmallCompany.EMPLOYEE, number, now.plusSeconds(90)).outlook())
                .isEqualTo(Outlook.ASKED);
        as(SmallCompany.EMPLOYEE, () -> {
            try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
                assertThat(screen.open("tickets/" + number).text()).contains(screen.word("target.forecast.asked"));
            }
        });
        then(SmallCompany.EMPLOYEE, now.plusSeconds(120), () -> tickets().reply(number, "North.", java.util.List.of()));
        then(Watch.AGENT, now.plusSeconds(180), () -> tickets().hold(number, "A part", null));
        assertThat(expected(SmallCompany.EMPLOYEE, number, now.plusSeconds(200)).outlook())
                .isEqualTo(Outlook.HELD);
        then(Watch.AGENT, now.plusSeconds(240), () -> tickets().resolve(number, "Hung."));
        assertThat(expected(SmallCompany.EMPLOYEE, number, now.plusSeconds(300)).outlook())
                .isEqualTo(Outlook.UNKNOWN);
        assertThatThrownBy(() -> expected(Neighbours.HR_AGENT, number, now)).isInstanceOf(Refusal.class);
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/tickets/" + number + "/forecast")
                        .body())
                .contains("UNKNOWN");
        assertThat(fetch(Neighbours.ENGLISH_EMPLOYEE, "/api/tickets/" + number + "/forecast")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    default void it_is_reckoned_in_a_few_statements() {
        the(Watch.class).moveIn();
        var number = opened("Hygrometer", at("09:00"), Priority.LOW);
        assertThat(as(
                        SmallCompany.EMPLOYEE,
                        () -> PageCase.statements(() -> the(Forecasts.class).of(number))))
                .isLessThanOrEqualTo(7);
    }

    private Expected expected(PersonId person, TicketNumber number, Instant when) {
        return as(person, () -> Time.at(when, () -> the(Forecasts.class).of(number)));
    }

    private TicketNumber opened(String subject, Instant when, Priority priority) {
        var number = as(
                SmallCompany.EMPLOYEE,
                () -> Time.at(
                        when,
                        () -> tickets()
                                .open(NewTicket.of(subject, "Please look.", Watch.DAY))
                                .number()));
        then(Watch.AGENT, when, () -> tickets().prioritise(number, priority));
        return number;
    }

    private void then(PersonId person, Instant when, Runnable something) {
        as(
                person,
                () -> Time.at(when, () -> {
                    something.run();
                    return when;
                }));
    }
}
