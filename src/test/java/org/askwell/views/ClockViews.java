package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.common.Time;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.inside.Watch;
import org.askwell.people.Directory;
import org.askwell.people.EmploymentType;
import org.askwell.people.Particulars;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.sla.ServiceClock;
import org.askwell.target.Cause;
import org.askwell.target.ClockKind;
import org.askwell.target.ClockTurning;
import org.askwell.target.Moved;
import org.askwell.target.Promise;
import org.askwell.target.Region;
import org.askwell.target.TargetPlan;
import org.askwell.target.TargetService;
import org.askwell.target.TicketClock;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.junit.jupiter.api.Test;

/** What was promised for a ticket, when it is due, and why. */
interface ClockViews extends PageCase {

    /** Shanghai is eight hours ahead. */
    private static Instant at(String day, String time) {
        return Instant.parse(day + "T" + time + ":00+08:00");
    }

    private void then(PersonId person, Instant when, Runnable something) {
        as(
                person,
                () -> Time.at(when, () -> {
                    something.run();
                    return when;
                }));
    }

    private TicketNumber watched(String subject, Instant when) {
        return openAt(Watch.DAY, subject, when);
    }

    private TicketNumber openAt(String desk, String subject, Instant when) {
        the(Watch.class).moveIn();
        return as(
                SmallCompany.EMPLOYEE,
                () -> Time.at(
                        when,
                        () -> tickets()
                                .open(NewTicket.of(subject, "Please look.", desk))
                                .number()));
    }

    private TargetService targets() {
        return the(TargetService.class);
    }

    private List<TicketClock> clocks(TicketNumber number) {
        return as(Watch.AGENT, () -> targets().clocks(number));
    }

    private TicketClock clock(TicketNumber number, ClockKind kind) {
        return clocks(number).stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private TicketRow row(TicketNumber number) {
        return as(Watch.AGENT, () -> tickets().page(TicketFilter.ALL.about(number.value()), 0, 1))
                .getFirst();
    }

    private void recomputes(TicketNumber number) {
        assertThat(clocks(number))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.doubtful()).isEmpty());
    }

    private static void refused(String code, Supplier<?> something) {
        assertThatThrownBy(something::get)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    default void a_clock_walks_through_lunch_hold_priority_holidays_and_a_make_up_saturday() {
        var number = watched("The scales are wrong", at("2026-09-30", "11:00"));
        assertThat(clock(number, ClockKind.FIRST_RESPONSE).due()).isEqualTo(at("2026-09-30", "14:00"));
        assertThat(clock(number, ClockKind.RESOLUTION).due())
                .as("a week of holidays lies between")
                .isEqualTo(at("2026-10-09", "11:00"));
        assertThat(row(number).dueAt()).isEqualTo(at("2026-09-30", "14:00"));

        then(Watch.AGENT, at("2026-09-30", "13:30"), () -> tickets().reply(number, "Which scales?", List.of()));
        var first = clock(number, ClockKind.FIRST_RESPONSE);
        assertThat(first.clock().state()).isEqualTo(ServiceClock.State.MET);
        assertThat(first.clock().spent(at("2026-12-01", "09:00"))).isEqualTo(Duration.ofMinutes(90));
        assertThat(row(number).dueAt()).isEqualTo(at("2026-10-09", "11:00"));

        then(Watch.AGENT, at("2026-09-30", "14:00"), () -> tickets().hold(number, "A part is on its way", null));
        assertThat(row(number).dueAt()).isNull();
        then(Watch.AGENT, at("2026-10-08", "10:00"), () -> tickets().prioritise(number, Priority.HIGH));
        assertThat(row(number).dueAt()).isNull();
        then(Watch.AGENT, at("2026-10-09", "17:00"), () -> tickets().resume(number));
        assertThat(row(number).dueAt())
                .as("eight hours less the two that were spent, the Saturday counts")
                .isEqualTo(at("2026-10-10", "15:00"));

        then(
                SmallCompany.EMPLOYEE,
                at("2026-10-10", "10:00"),
                () -> tickets().reply(number, "The big ones.", List.of()));
        assertThat(row(number).dueAt()).isEqualTo(at("2026-10-10", "10:30"));
        then(Watch.AGENT, at("2026-10-10", "10:45"), () -> tickets().reply(number, "I see.", List.of()));
        var next = clock(number, ClockKind.NEXT_RESPONSE);
        assertThat(next.entries().getLast().late()).isTrue();
        assertThat(next.entries().getLast().by()).isEqualTo(Watch.AGENT);

        then(Watch.AGENT, at("2026-10-10", "14:00"), () -> tickets().resolve(number, "Weighed anew."));
        assertThat(row(number).dueAt()).isNull();
        assertThat(clock(number, ClockKind.RESOLUTION).entries().getLast().late())
                .isFalse();
        then(SmallCompany.EMPLOYEE, at("2026-10-12", "09:00"), () -> tickets().reopen(number, "Wrong again."));
        assertThat(row(number).dueAt()).isEqualTo(at("2026-10-12", "10:00"));
        recomputes(number);
    }

    @Test
    default void the_night_in_which_the_clock_is_put_back_is_an_hour_longer() {
        var number = openAt(Watch.NIGHT, "Nobody answers at night", Instant.parse("2026-10-24T20:00:00Z"));

        assertThat(row(number).dueAt()).isEqualTo(Instant.parse("2026-10-25T04:00:00Z"));
        recomputes(number);
    }

    @Test
    default void another_desk_keeps_the_history_under_the_calendar_of_the_first() {
        var number = watched("Not ours after all", at("2026-11-02", "09:00"));
        then(Watch.AGENT, at("2026-11-02", "11:00"), () -> tickets().transfer(number, Watch.NIGHT, "Yours."));

        var resolution = clock(number, ClockKind.RESOLUTION);
        assertThat(resolution.clock().segments())
                .extracting(it -> it.calendar().zone().getId())
                .containsExactly("Asia/Shanghai", "Europe/Berlin");
        assertThat(resolution.clock().segments().getFirst().spent()).isEqualTo(Duration.ofHours(2));
        assertThat(row(number).dueAt()).isEqualTo(Instant.parse("2026-11-08T03:00:00Z"));
        assertThat(clock(number, ClockKind.FIRST_RESPONSE).clock().state())
                .as("the other desk promises none")
                .isEqualTo(ServiceClock.State.DROPPED);
        recomputes(number);

        then(Watch.AGENT, at("2026-11-02", "12:00"), () -> tickets().transfer(number, SmallCompany.DESK, "Or theirs."));
        assertThat(row(number).dueAt()).isNull();
        then(Watch.AGENT, at("2026-11-02", "14:00"), () -> tickets().transfer(number, Watch.DAY, "No, ours."));
        assertThat(clock(number, ClockKind.RESOLUTION).clock().remaining(at("2026-11-02", "14:00")))
                .isEqualTo(Duration.ofHours(14));
        recomputes(number);
    }

    @Test
    default void a_desk_may_count_by_the_clock_of_whoever_asks() {
        the(Watch.class).moveIn();
        var plan = Watch.plan();
        as(SmallCompany.ADMIN, () -> {
            the(Directory.class)
                    .admit(
                            new PersonId("early.bird"),
                            Particulars.of(new Profile(
                                    "Early Bird",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    ZoneId.of("Europe/Berlin"),
                                    "en",
                                    EmploymentType.FULL_TIME)));
            targets().save(Watch.DAY, null, new TargetPlan(plan.promises(), null, null, null, true));
        });
        var number = as(
                new PersonId("early.bird"),
                () -> Time.at(
                        Instant.parse("2026-11-02T08:00:00Z"),
                        () -> tickets()
                                .open(NewTicket.of("Nine in Berlin", "x", Watch.DAY))
                                .number()));
        as(SmallCompany.ADMIN, () -> {
            targets().save(Watch.DAY, null, plan);
        });

        assertThat(row(number).dueAt()).isEqualTo(Instant.parse("2026-11-02T10:00:00Z"));
        recomputes(number);
    }

    @Test
    default void a_desk_that_promises_nothing_has_no_clocks() {
        the(Watch.class).moveIn();
        var number = openTicket("No hurry at all");

        assertThat(as(SmallCompany.AGENT, () -> targets().clocks(number))).isEmpty();
        assertThat(row(number).dueAt()).isNull();
    }

    @Test
    default void what_is_withdrawn_waits_for_nobody_and_goes_on_when_it_comes_back() {
        var number = watched("Never mind", at("2026-11-02", "09:00"));
        then(SmallCompany.EMPLOYEE, at("2026-11-02", "10:00"), () -> tickets().withdraw(number));
        assertThat(row(number).dueAt()).isNull();
        then(SmallCompany.EMPLOYEE, at("2026-11-03", "09:00"), () -> tickets().reopen(number, ""));

        assertThat(row(number).dueAt()).isEqualTo(at("2026-11-03", "10:00"));
        recomputes(number);
    }

    @Test
    default void new_holidays_count_for_what_runs_from_then_on() {
        the(Watch.class).moveIn();
        var number = watched("Across a day off", at("2026-11-05", "17:00"));
        var before = clock(number, ClockKind.RESOLUTION).due();
        // The work that a new plan asks for is done by the clock of the day: asked for later, it leaves the turn to us.
        var later = at("2099-01-01", "09:00");
        then(SmallCompany.ADMIN, later, () -> {
            var plan = Watch.plan();
            targets().importDays("QQ", "date,kind,name\n2026-11-06,holiday,Day off\n", "The company, 2026-11-01");
            targets().save(Watch.DAY, null, new TargetPlan(plan.promises(), "QQ", null, null, false));
        });
        then(
                Watch.AGENT,
                at("2026-11-05", "18:30"),
                () -> the(ClockTurning.class).turn(number));
        then(SmallCompany.ADMIN, later, () -> targets().save(Watch.DAY, null, Watch.plan()));

        var after = clock(number, ClockKind.RESOLUTION);
        assertThat(after.entries()).extracting(TicketClock.Entry::cause).contains(Cause.CALENDAR);
        assertThat(after.entries()).extracting(TicketClock.Entry::what).contains(Moved.CHANGED);
        assertThat(before).isEqualTo(at("2026-11-09", "17:00"));
        assertThat(after.entries().get(1).due()).isEqualTo(at("2026-11-10", "17:00"));
        recomputes(number);
    }

    @Test
    default void clocks_are_for_those_who_work_on_the_ticket_and_plans_for_their_owners() {
        var number = watched("Not for everyone", at("2026-11-02", "09:00"));

        refused(
                "ticket-agents-only",
                () -> as(SmallCompany.EMPLOYEE, () -> targets().clocks(number)));
        refused("ticket-unknown", () -> as(Neighbours.HR_AGENT, () -> targets().clocks(number)));
        refused("desk-owners-only", () -> as(Watch.AGENT, () -> targets().targets(Watch.DAY)));
        refused("desk-owners-only", () -> as(Watch.AGENT, () -> targets().save(Watch.DAY, null, Watch.plan())));
        refused("desk-owners-only", () -> as(Watch.OWNER, () -> targets().targets(Watch.NIGHT)));
        refused(
                "desk-owners-only",
                () -> as(SmallCompany.EMPLOYEE, () -> targets().regions()));
        refused("administrators-only", () -> as(Watch.OWNER, () -> targets().importDays("QQ", "", null)));
        assertThat(as(Watch.OWNER, () -> targets().targets(Watch.DAY)).plan().promises())
                .hasSize(3);
    }

    @Test
    default void two_owners_do_not_overwrite_each_other_and_nonsense_is_refused() {
        the(Watch.class).moveIn();
        refused("changed-meanwhile", () -> as(Watch.OWNER, () -> targets().save(Watch.DAY, 0, Watch.plan())));
        refused(
                "calendar-unknown",
                () -> as(
                        Watch.OWNER,
                        () -> targets().save(Watch.DAY, null, new TargetPlan(List.of(), "XX", null, null, false))));
        var everyDay = LocalDate.now(java.time.ZoneOffset.UTC)
                .minusDays(2)
                .datesUntil(LocalDate.now(java.time.ZoneOffset.UTC).plusDays(400))
                .map(it -> it + ",holiday,Closed for good")
                .collect(Collectors.joining("\n"));
        as(SmallCompany.ADMIN, () -> targets().importDays("ZZ", everyDay, "Nobody"));
        refused(
                "calendar-never-open",
                () -> as(
                        SmallCompany.ADMIN,
                        () -> targets()
                                .save(
                                        Watch.NIGHT,
                                        null,
                                        new TargetPlan(
                                                List.of(new Promise(Priority.LOW, null, 1, 1, 1)),
                                                "ZZ",
                                                null,
                                                null,
                                                false))));
        refused(
                "calendar-source",
                () -> as(SmallCompany.ADMIN, () -> targets().importDays("QQ", "2026-01-01,holiday,New Year", null)));
    }

    @Test
    default void china_ships_as_decreed_and_an_imported_year_takes_its_place() {
        the(Watch.class).moveIn();
        var china = as(Watch.OWNER, () -> targets().regions()).stream()
                .filter(it -> it.name().equals("CN"))
                .findFirst()
                .orElseThrow();

        assertThat(china.years()).extracting(Region.Year::year).contains(2025, 2026);
        assertThat(china.in(2026)).hasValueSatisfying(it -> {
            assertThat(it.source()).isEqualTo("国办发明电〔2025〕7号, 2025-11-04");
            assertThat(it.days()).hasSize(39);
        });
        assertThat(china.in(2031)).isEmpty();
    }

    @Test
    default void a_promise_costs_a_new_ticket_its_two_entries_and_nothing_else() {
        the(Watch.class).moveIn();
        var words = NewTicket.of("Promised or not", "x", Watch.DAY);
        long with = PageCase.statements(
                () -> as(SmallCompany.EMPLOYEE, () -> tickets().open(words)));
        as(SmallCompany.ADMIN, () -> {
            targets().save(Watch.DAY, null, TargetPlan.NOTHING);
        });
        long without = PageCase.statements(
                () -> as(SmallCompany.EMPLOYEE, () -> tickets().open(words)));
        as(SmallCompany.ADMIN, () -> {
            targets().save(Watch.DAY, null, Watch.plan());
        });

        assertThat(with).isLessThanOrEqualTo(without + 2);
    }

    @Test
    default void the_ledger_page_explains_the_due_time_and_says_what_if() {
        var number = watched("Explain yourself", at("2026-09-30", "11:00"));
        then(Watch.AGENT, at("2026-09-30", "14:00"), () -> tickets().hold(number, "A part is on its way", null));
        then(Watch.AGENT, at("2026-10-08", "10:00"), () -> tickets().resume(number));
        try (var screen = Screen.of(Watch.AGENT)) {
            screen.open("tickets/" + number + "/clock");
            assertThat(screen.text())
                    .contains(
                            screen.word("target.ledger.equal", 3),
                            "A part is on its way",
                            screen.word("target.why.weekday"),
                            "watch/");
            assertThat(screen.text()).doesNotContain("!target");

            screen.open("tickets/" + number + "/clock?if=saturdays");
            assertThat(screen.texts("supposed")).isNotEmpty().allMatch(it -> it.contains("周六"));

            screen.open("tickets/" + number);
            assertThat(screen.texts("clock-panel"))
                    .singleElement()
                    .asString()
                    .contains(screen.word("target.kind.resolution"), screen.word("target.mood.late"));
            assertThat(screen.linksIn("clock-panel")).containsExactly("tickets/" + number + "/clock");
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).doesNotContain(screen.word("target.panel"));
            assertThat(screen.open("tickets/" + number + "/clock").title()).isEqualTo("这里没有内容");
        }
        assertThat(fetch(Watch.AGENT, "/api/tickets/" + number + "/clock?saturdays=09:00-12:00")
                        .body())
                .contains("\"recomputed\":true", "\"supposedDue\"", "A part is on its way");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/tickets/" + number + "/clock")
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetch(Neighbours.HR_AGENT, "/api/tickets/" + number + "/clock")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    default void the_panel_follows_what_happens_to_the_ticket() {
        var number = watched("Follow me", at("2026-11-02", "09:00"));
        try (var screen = Screen.of(Watch.AGENT)) {
            screen.open("tickets/" + number);
            elsewhere(Watch.AGENT, () -> tickets().hold(number, "The moon is full", null));

            screen.awaits(
                    "the reason", () -> screen.texts("clock-panel").getFirst().contains("The moon is full"));
        }
    }

    @Test
    default void agents_see_what_is_due_first_and_requesters_do_not() {
        var calm = watched("Quagga later", at("2026-11-03", "09:00"));
        var urgent = watched("Quagga sooner", at("2026-11-02", "09:00"));
        var never = watched("Quagga waits", at("2026-11-02", "10:00"));
        then(Watch.AGENT, at("2026-11-02", "11:00"), () -> tickets().hold(never, "For a quagga", null));
        try (var screen = Screen.of(Watch.AGENT)) {
            screen.open("queues/watch-intake?q=quagga&order=due");
            assertThat(screen.texts("subject")).startsWith("Quagga sooner", "Quagga later", "Quagga waits");
            assertThat(screen.texts("due")).hasSize(2).allMatch(it -> it.contains("已超"));
        }
        var wanted = TicketFilter.ALL.about("quagga").sorted(TicketFilter.Order.DUE_FIRST);
        var first = as(Watch.AGENT, () -> tickets().list(wanted, null, 1));
        var second = as(Watch.AGENT, () -> tickets().list(wanted, first.nextCursor(), 1));
        var third = as(Watch.AGENT, () -> tickets().list(wanted, second.nextCursor(), 1));
        assertThat(List.of(
                        first.items().getFirst(),
                        second.items().getFirst(),
                        third.items().getFirst()))
                .extracting(TicketRow::number)
                .containsExactly(urgent, calm, never);
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("my");
            assertThat(screen.texts("due")).isEmpty();
        }
    }

    @Test
    default void an_owner_changes_what_a_desk_promises() {
        the(Watch.class).moveIn();
        try (var screen = Screen.of(Watch.OWNER)) {
            screen.open("admin/targets");
            assertThat(screen.address()).isEqualTo("admin/targets");
            assertThat(screen.text())
                    .contains("国办发明电〔2025〕7号, 2025-11-04", screen.word("target.plan.promises"))
                    .doesNotContain("!target", screen.word("target.import.title"));
            var low = screen.word(
                    "target.plan.field", screen.word("ticket.priority.low"), screen.word("target.kind.resolution"));
            screen.type(low, "soon").press("target.plan.save");
            assertThat(screen.refusals()).singleElement().asString().contains("soon");
            screen.type(low, "2h 30m").press("target.plan.save");
            assertThat(screen.text()).contains(screen.word("target.plan.saved"));
        }
        assertThat(as(Watch.OWNER, () -> targets().targets(Watch.DAY)).plan().promises())
                .contains(new Promise(Priority.LOW, null, null, null, 150));
        as(SmallCompany.ADMIN, () -> {
            targets().save(Watch.DAY, null, Watch.plan());
        });
        try (var screen = Screen.of(Watch.AGENT)) {
            assertThat(screen.open("admin/targets/watch").title()).isEqualTo("这里没有内容");
        }
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("admin/targets/watch");
            assertThat(screen.text()).contains(screen.word("target.import.title"));
            screen.type("target.import.region", "XY")
                    .type("target.import.source", "Notice 1")
                    .type("target.import.csv", "2026-05-04,holiday,May the fourth")
                    .press("target.import.take");
            assertThat(screen.text()).contains("XY", "May the fourth", "Notice 1");
        }
        assertThat(fetch(Watch.OWNER, "/api/targets/watch").body()).contains("\"region\":\"CN\"", "\"NORMAL\"");
        assertThat(fetch(Watch.AGENT, "/api/targets/watch").statusCode()).isEqualTo(403);
        assertThat(fetch(Watch.OWNER, "/api/calendars").body()).contains("国办发明电〔2024〕12号");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/calendars").statusCode()).isEqualTo(403);
    }
}
