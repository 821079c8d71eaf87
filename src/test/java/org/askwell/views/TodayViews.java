package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.common.Time;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.inside.Watch;
import org.askwell.people.PersonId;
import org.askwell.ticket.DeskToday;
import org.askwell.ticket.Glance;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.Today;
import org.junit.jupiter.api.Test;

/** How a desk stands today. */
interface TodayViews extends PageCase {

    /** A Wednesday at the desk, where it is eight hours later than in Greenwich. */
    private static Instant at(String time) {
        return Instant.parse("2027-04-07T" + time + ":00+08:00");
    }

    @Test
    default void the_numbers_of_a_day_are_those_of_the_tickets_they_open() {
        the(Watch.class).moveIn();
        var evening = at("20:00");
        var before = glance(evening);
        var yesterday = opened("Thermometer of yesterday", Instant.parse("2027-04-06T23:59:00+08:00"));
        var asked = opened("Thermometer of the morning", at("00:00"));
        var late = opened("Thermometer in a hurry", at("09:00"));
        var done = opened("Thermometer that was solved", at("09:00"));
        then(Watch.AGENT, at("09:10"), () -> tickets().take(asked));
        then(Watch.AGENT, at("09:15"), () -> tickets().askRequester(asked, "Which one?"));
        then(Watch.AGENT, at("09:20"), () -> tickets().resolve(done, "Shaken."));

        var now = glance(evening);
        assertThat(now.opened() - before.opened()).isEqualTo(3);
        assertThat(now.active() - before.active()).isEqualTo(3);
        assertThat(now.unassigned() - before.unassigned()).isEqualTo(2);
        assertThat(now.asked() - before.asked()).isEqualTo(1);
        assertThat(now.late() - before.late())
                .as("two hours for the first response")
                .isEqualTo(2);
        assertThat(load(now, Watch.AGENT) - load(before, Watch.AGENT)).isEqualTo(1);

        assertThat(listed(Today.What.NEW, evening)).contains(asked, late, done).doesNotContain(yesterday);
        assertThat(listed(Today.What.ASKED, evening)).contains(asked).doesNotContain(late, done, yesterday);
        assertThat(listed(Today.What.LATE, evening)).contains(late, yesterday).doesNotContain(asked, done);
        assertThat(listed(Today.What.LATE, at("10:59"))).doesNotContain(late);
    }

    @Test
    default void agents_open_the_rows_of_a_number_from_the_list_and_others_see_nothing_of_it() {
        the(Watch.class).moveIn();
        var number = opened("Altimeter without an owner", at("09:00"));
        try (var screen = Screen.of(Watch.OWNER)) {
            screen.open("queues/" + Watch.DAY + "-intake");
            assertThat(screen.linksIn("today"))
                    .contains(
                            "queues/desk?desk=" + Watch.DAY + "&today=late",
                            "queues/desk?desk=" + Watch.DAY + "&assignee=none");
            screen.open("queues/desk?desk=" + Watch.DAY + "&assignee=none&q=Altimeter");
            assertThat(screen.status()).isEqualTo(200);
            assertThat(screen.text()).contains(number.value());
            screen.open("queues/desk?desk=" + Watch.DAY + "&assignee=" + Watch.AGENT + "&q=Altimeter");
            assertThat(screen.text()).doesNotContain(number.value());
            assertThat(screen.open("queues/desk?desk=hr").status()).isEqualTo(404);
            assertThat(screen.open("queues/desk").status()).isEqualTo(404);
        }
        assertThat(fetch(Watch.AGENT, "/api/desks/" + Watch.DAY + "/today").body())
                .contains("\"unassigned\":", "\"agents\":");
        assertThat(fetch(Watch.AGENT, "/api/tickets?today=new&status=active&desk=" + Watch.DAY)
                        .statusCode())
                .isEqualTo(200);
        assertThat(fetch(Watch.AGENT, "/api/tickets?today=new").statusCode()).isEqualTo(422);
        assertThat(fetch(Watch.AGENT, "/api/tickets?desk=hr&today=never").statusCode())
                .isEqualTo(422);
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/desks/" + Watch.DAY + "/today")
                        .statusCode())
                .isEqualTo(404);
        assertThatThrownBy(
                        () -> as(Neighbours.HR_AGENT, () -> the(DeskToday.class).of(Watch.DAY)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    default void a_day_is_told_in_a_few_statements() {
        the(Watch.class).moveIn();
        assertThat(as(
                        Watch.AGENT,
                        () -> PageCase.statements(() -> the(DeskToday.class).of(Watch.DAY))))
                .isLessThanOrEqualTo(5);
    }

    private Glance glance(Instant when) {
        return as(Watch.AGENT, () -> Time.at(when, () -> the(DeskToday.class).of(Watch.DAY)));
    }

    private static long load(Glance glance, PersonId person) {
        return glance.agents().stream()
                .filter(it -> it.person().equals(person))
                .mapToLong(Glance.Load::active)
                .sum();
    }

    private List<TicketNumber> listed(Today.What what, Instant when) {
        return as(
                Watch.AGENT,
                () -> Time.at(
                        when,
                        () -> tickets()
                                .page(
                                        TicketFilter.ALL
                                                .atDesk(Watch.DAY)
                                                .about("thermometer")
                                                .asOf(the(DeskToday.class).question(Watch.DAY, what)),
                                        0,
                                        50)
                                .stream()
                                .map(TicketRow::number)
                                .toList()));
    }

    private TicketNumber opened(String subject, Instant when) {
        return as(
                SmallCompany.EMPLOYEE,
                () -> Time.at(
                        when,
                        () -> tickets()
                                .open(NewTicket.of(subject, "Please look.", Watch.DAY))
                                .number()));
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
