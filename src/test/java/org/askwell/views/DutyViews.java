package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.askwell.common.Job;
import org.askwell.common.Refusal;
import org.askwell.common.Time;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.Leave;
import org.askwell.desk.roster.RosterLine;
import org.askwell.desk.roster.RosterMember;
import org.askwell.desk.roster.RosterService;
import org.askwell.inside.Ground;
import org.askwell.inside.Neighbours;
import org.askwell.inside.Shift;
import org.askwell.inside.SmallCompany;
import org.askwell.notification.Inbox;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleAction;
import org.askwell.routing.assignment.AssignmentPlan;
import org.askwell.routing.assignment.AssignmentService;
import org.askwell.routing.assignment.LadderAct;
import org.askwell.routing.assignment.LadderStep;
import org.askwell.routing.assignment.QueuePlan;
import org.askwell.routing.assignment.Strategy;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who is on duty, who gets what, and what happens to a ticket that nobody answers. All of it in the July of 2031, so that
 * the portal's own rounds do not come across it. The fourteenth is a Monday.
 */
interface DutyViews extends PageCase {

    ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A day of July 2031. */
    private static Instant july(int day, String time) {
        return Instant.parse("2031-07-%02dT%s:00+08:00".formatted(day, time));
    }

    private <T> T then(PersonId person, Instant when, Supplier<T> something) {
        return as(person, () -> Time.at(when, something));
    }

    private void then(PersonId person, Instant when, Runnable something) {
        then(person, when, () -> {
            something.run();
            return when;
        });
    }

    private RosterService rosters() {
        return the(RosterService.class);
    }

    private AssignmentService assignments() {
        return the(AssignmentService.class);
    }

    private void planned(String desk, QueuePlan queue, LadderStep... ladder) {
        then(
                Shift.OWNER,
                july(1, "10:00"),
                () -> assignments().save(desk, null, new AssignmentPlan(List.of(queue), List.of(ladder))));
    }

    private static QueuePlan turns(String queue) {
        return new QueuePlan(queue, Strategy.ROUND_ROBIN, false, false, null);
    }

    private TicketNumber opened(String desk, String subject, Instant when) {
        return then(
                SmallCompany.EMPLOYEE,
                when,
                () -> tickets()
                        .open(NewTicket.of(subject, "Please look.", desk))
                        .number());
    }

    /** The round, as the portal makes it every minute. */
    private void round(Instant when) {
        var duty = CDI.current().select(Job.class).stream()
                .filter(it -> it.name().equals("duty"))
                .findFirst()
                .orElseThrow();
        Time.at(when, () -> {
            duty.run("duty");
            return when;
        });
    }

    private @Nullable PersonId holder(TicketNumber number) {
        return as(Shift.OWNER, () -> tickets().ticket(number)).assignee();
    }

    private List<HistoryRow> history(TicketNumber number, HistoryRow.Kind kind) {
        return as(Shift.OWNER, () -> tickets().history(number)).stream()
                .filter(it -> it.kind() == kind)
                .toList();
    }

    private void kept(String desk, RosterMember... members) {
        then(Shift.OWNER, july(1, "10:00"), () -> rosters().keep(desk, List.of(members)));
    }

    private static RosterMember line(PersonId person, @Nullable Integer capacity, Leave... leave) {
        return new RosterMember(person, null, capacity, List.of(), List.of(), List.of(leave));
    }

    private static void refused(String code, Supplier<?> something) {
        assertThatThrownBy(something::get)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static void refused(String code, Runnable something) {
        refused(code, () -> {
            something.run();
            return "";
        });
    }

    @Test
    default void tickets_go_in_turns_to_those_who_are_there_and_wait_for_the_others() {
        var queue = the(Shift.class).open("turns", "TUR");
        planned("turns", turns(queue));
        var given = IntStream.range(0, 4)
                .mapToObj(it -> holder(opened("turns", "The gecko of room " + it, july(14, "10:0" + it))))
                .toList();
        assertThat(given).containsExactly(Shift.FIRST, Shift.SECOND, Shift.FIRST, Shift.SECOND);

        kept(
                "turns",
                line(Shift.FIRST, null, Leave.of("2031-07-15", "2031-07-18", "ill", SHANGHAI)),
                line(Shift.SECOND, 3));
        var third = opened("turns", "The gecko again", july(15, "10:00"));
        assertThat(holder(third)).isEqualTo(Shift.SECOND);
        var fourth = opened("turns", "A gecko too many", july(15, "10:01"));
        assertThat(holder(fourth)).as("one is ill, the other is full").isNull();
        var night = opened("turns", "A gecko at night", july(20, "03:00"));
        round(july(20, "03:01"));
        assertThat(holder(night)).isNull();
        round(july(21, "08:59"));
        assertThat(holder(night)).as("a minute before the shift").isNull();
        round(july(21, "09:00"));
        assertThat(holder(fourth)).isEqualTo(Shift.FIRST);
        assertThat(holder(night)).as("the other one is still full").isEqualTo(Shift.FIRST);
        var why = history(night, HistoryRow.Kind.ASSIGNED).getFirst();
        assertThat(why.by()).isEqualTo(PersonId.PORTAL);
        assertThat(why.note()).isEqualTo("ROUND_ROBIN");
        assertThat(why.at()).isEqualTo(july(21, "09:00"));
        assertThat(as(SmallCompany.EMPLOYEE, () -> tickets().history(night)))
                .as("how the desk shares out its work stays there")
                .allSatisfy(it -> assertThat(it.note()).isNull());
    }

    @Test
    default void what_comes_back_or_from_another_desk_goes_to_somebody_else() {
        var queue = the(Shift.class).open("backs", "BAC");
        planned("backs", turns(queue));
        var number = opened("backs", "The heron looks odd", july(14, "10:00"));
        assertThat(holder(number)).isEqualTo(Shift.FIRST);
        then(Shift.FIRST, july(14, "10:10"), () -> tickets().assign(number, null));
        assertThat(holder(number)).isEqualTo(Shift.SECOND);
        kept("backs", line(Shift.FIRST, null, Leave.of("2031-07-14", "2031-07-31", "", SHANGHAI)));
        then(Shift.SECOND, july(14, "10:20"), () -> tickets().assign(number, null));
        assertThat(holder(number)).as("nobody else is there").isNull();
        round(july(14, "10:21"));
        assertThat(holder(number)).as("it does not come back by itself").isNull();

        the(Shift.class).open("fronts", "FRO");
        var moved = opened("fronts", "The heron of the other desk", july(14, "11:00"));
        assertThat(holder(moved)).as("that desk plans nothing").isNull();
        then(Shift.FIRST, july(14, "11:10"), () -> tickets().transfer(moved, "backs", "Yours."));
        assertThat(holder(moved)).isEqualTo(Shift.SECOND);
    }

    @Test
    default void whom_a_rule_names_gets_it_only_on_duty() {
        var queue = the(Shift.class).open("rules", "RUL");
        planned("rules", new QueuePlan(queue, Strategy.LEAST_LOADED, false, false, null));
        as(
                SmallCompany.ADMIN,
                () -> the(RoutingService.class)
                        .save(
                                "rules",
                                null,
                                List.of(RoutingRule.of(
                                        "Otters are for the first",
                                        Condition.test(Field.TEXT, Operator.MENTIONS, "otter"),
                                        new RuleAction(null, null, null, null, Shift.FIRST.value(), null, null)))));
        var present = opened("rules", "An otter in the sink", july(14, "10:00"));
        assertThat(holder(present)).isEqualTo(Shift.FIRST);
        then(Shift.FIRST, july(14, "10:30"), () -> rosters().signOff("rules"));
        var instead = opened("rules", "Another otter", july(14, "11:00"));
        assertThat(holder(instead)).isEqualTo(Shift.SECOND);
        assertThat(history(instead, HistoryRow.Kind.ASSIGNED).getLast().note())
                .isEqualTo("LEAST_LOADED_INSTEAD " + Shift.FIRST);
        var sunday = opened("rules", "The otter on Sunday", july(20, "11:00"));
        assertThat(holder(sunday)).isNull();
        try (var screen = Screen.of(Shift.SECOND)) {
            screen.open("tickets/" + instead);
            assertThat(screen.text()).contains(screen.word("ticket.why.least_loaded_instead", Shift.FIRST.value()));
        }
    }

    @Test
    default void language_and_skill_decide_where_the_queue_asks_for_them() {
        var queue = the(Shift.class).open("skills", "SKI");
        as(
                SmallCompany.ADMIN,
                () -> the(DeskSchemas.class).put("skills", new Category("network", null, "网络", "Network", false)));
        planned("skills", new QueuePlan(queue, Strategy.ROUND_ROBIN, true, true, null));
        kept(
                "skills",
                new RosterMember(Shift.FIRST, null, null, List.of("zh"), List.of(), List.of()),
                new RosterMember(Shift.SECOND, null, null, List.of("en", "zh"), List.of("Network"), List.of()));
        var english = then(
                Neighbours.SECOND_AGENT,
                july(14, "10:00"),
                () -> tickets()
                        .open(NewTicket.of("The lynx is slow", "It is.", "skills"))
                        .number());
        assertThat(holder(english)).isEqualTo(Shift.SECOND);
        assertThat(holder(opened("skills", "The lynx is Chinese", july(14, "10:01"))))
                .isEqualTo(Shift.FIRST);
        assertThat(holder(opened("skills", "A second Chinese lynx", july(14, "10:02"))))
                .as("speaks both, and it is their turn")
                .isEqualTo(Shift.SECOND);
    }

    @Test
    default void an_unanswered_ticket_goes_back_after_its_working_minutes_and_the_owner_is_told() {
        var queue = the(Shift.class).open("returns", "RET");
        planned("returns", new QueuePlan(queue, Strategy.ROUND_ROBIN, false, false, 60));
        var number = opened("returns", "The stork stands still", july(14, "11:30"));
        assertThat(holder(number)).isEqualTo(Shift.FIRST);
        round(july(14, "13:29"));
        assertThat(holder(number))
                .as("half an hour before lunch, 29 minutes after it")
                .isEqualTo(Shift.FIRST);
        round(july(14, "13:30"));
        assertThat(holder(number)).isEqualTo(Shift.SECOND);
        assertThat(history(number, HistoryRow.Kind.ESCALATED)).singleElement().satisfies(it -> {
            assertThat(it.after()).isEqualTo("RETURNED");
            assertThat(it.before()).isEqualTo(Shift.OWNER.value());
            assertThat(it.note()).isEqualTo("60");
        });
        assertThat(as(Shift.OWNER, () -> the(Inbox.class).lines(Inbox.Show.ALL, null, 50))
                        .items())
                .anySatisfy(it -> {
                    assertThat(it.kind()).isEqualTo("ticket-returned");
                    assertThat(it.about()).isEqualTo(number.value());
                });
        then(Shift.SECOND, july(14, "14:00"), () -> tickets().reply(number, "It is asleep.", List.of()));
        round(july(14, "17:00"));
        assertThat(holder(number)).as("answered").isEqualTo(Shift.SECOND);
        then(SmallCompany.EMPLOYEE, july(14, "17:10"), () -> tickets().reply(number, "No, it is not.", List.of()));
        then(Shift.SECOND, july(14, "17:20"), () -> tickets().hold(number, "Waiting for the zoo", null));
        round(july(16, "12:00"));
        assertThat(holder(number)).as("on hold").isEqualTo(Shift.SECOND);
        then(Shift.SECOND, july(16, "14:00"), () -> tickets().resume(number));
        round(july(16, "14:49"));
        assertThat(holder(number)).isEqualTo(Shift.SECOND);
        round(july(16, "14:50"));
        assertThat(holder(number)).isEqualTo(Shift.FIRST);
    }

    @Test
    default void the_ladder_is_climbed_at_its_working_minutes_each_step_once() {
        var queue = the(Shift.class).open("ladders", "LAD");
        planned(
                "ladders",
                turns(queue),
                new LadderStep(2, LadderAct.REMIND),
                new LadderStep(4, LadderAct.HAND_OVER),
                new LadderStep(10, LadderAct.TELL_OWNERS));
        var number = opened("ladders", "The toad is on the stairs", july(14, "11:57"));
        round(july(14, "11:58"));
        assertThat(history(number, HistoryRow.Kind.ESCALATED)).isEmpty();
        round(july(14, "11:59"));
        round(july(14, "11:59"));
        assertThat(history(number, HistoryRow.Kind.ESCALATED)).singleElement().satisfies(it -> {
            assertThat(it.after()).isEqualTo("REMINDED");
            assertThat(it.before()).isEqualTo(Shift.FIRST.value());
        });
        round(july(14, "12:30"));
        assertThat(holder(number)).as("lunch").isEqualTo(Shift.FIRST);
        round(july(14, "13:01"));
        assertThat(holder(number)).isEqualTo(Shift.SECOND);
        assertThat(history(number, HistoryRow.Kind.ASSIGNED).getLast().note()).isEqualTo("HANDED_OVER 4");
        round(july(14, "11:59"));
        round(july(14, "13:06"));
        assertThat(history(number, HistoryRow.Kind.ESCALATED))
                .as("the clock was put back and went on")
                .hasSize(1);
        round(july(14, "13:07"));
        round(july(14, "13:08"));
        round(july(15, "10:00"));
        assertThat(history(number, HistoryRow.Kind.ESCALATED))
                .extracting(HistoryRow::after)
                .containsExactly("REMINDED", "OWNERS_TOLD");

        var answered = opened("ladders", "A toad that was seen", july(15, "10:00"));
        then(
                Objects.requireNonNull(holder(answered)),
                july(15, "10:01"),
                () -> tickets().reply(answered, "Seen.", List.of()));
        round(july(15, "12:00"));
        assertThat(history(answered, HistoryRow.Kind.ESCALATED)).isEmpty();

        var late = opened("ladders", "A toad before closing time", july(15, "17:58"));
        round(july(15, "18:00"));
        round(july(15, "19:00"));
        assertThat(history(late, HistoryRow.Kind.ESCALATED))
                .as("the desk is closed")
                .isEmpty();
        round(july(16, "09:00"));
        assertThat(history(late, HistoryRow.Kind.ESCALATED)).hasSize(1);
        try (var screen = Screen.of(Shift.SECOND)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains(screen.word("ticket.why.handed_over", "4"));
        }
    }

    @Test
    default void a_new_ladder_does_not_reach_back() {
        var queue = the(Shift.class).open("lates", "LAT");
        var number = opened("lates", "The newt of last week", july(14, "10:00"));
        then(
                Shift.OWNER,
                july(21, "10:00"),
                () -> assignments()
                        .save(
                                "lates",
                                0,
                                new AssignmentPlan(
                                        List.of(QueuePlan.taken(queue)),
                                        List.of(
                                                new LadderStep(2, LadderAct.TELL_OWNERS),
                                                new LadderStep(24_000, LadderAct.REMIND)))));
        then(Shift.FIRST, july(21, "10:01"), () -> tickets().take(number));
        round(july(21, "10:02"));
        assertThat(history(number, HistoryRow.Kind.ESCALATED)).isEmpty();
    }

    @Test
    default void many_at_once_are_shared_out_evenly() throws InterruptedException {
        var queue = the(Shift.class).open("crowds", "CRO");
        planned("crowds", turns(queue));
        kept("crowds", line(Shift.FIRST, 5), line(Shift.SECOND, 8));
        int each = 5;
        List<Callable<List<TicketNumber>>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int of = thread;
            work.add(() -> IntStream.range(0, each)
                    .mapToObj(it -> opened("crowds", "The starling " + of + "/" + it, july(14, "10:00")))
                    .toList());
        }
        var numbers = the(Ground.class).executor().invokeAll(work).stream()
                .flatMap(it -> result(it).stream())
                .toList();
        var shares = numbers.stream()
                .map(it -> String.valueOf(holder(it)))
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        assertThat(shares)
                .as("never one more than there is room for, however many come at once")
                .containsEntry(Shift.FIRST.value(), 5L)
                .containsEntry(Shift.SECOND.value(), 8L)
                .containsEntry("null", 7L);
    }

    private static List<TicketNumber> result(Future<List<TicketNumber>> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    default void owners_keep_the_roster_and_everyone_signs_off_alone() {
        the(Shift.class).open("roster", "ROS");
        try (var screen = Screen.of(Shift.OWNER)) {
            screen.open("desks/roster/roster");
            assertThat(screen.text()).contains("Colleague 40").contains(screen.word("desk.roster.no-shift"));
        }
        kept("roster", line(Shift.FIRST, 7, Leave.of("2031-07-15", "2031-07-16", "a secret", SHANGHAI)));
        assertThat(standing(Shift.SECOND, july(14, "10:00"))).isEqualTo(Duty.Standing.ON_DUTY);
        then(Shift.FIRST, july(14, "10:00"), () -> rosters().signOff("roster"));
        assertThat(standing(Shift.FIRST, july(14, "13:30"))).isEqualTo(Duty.Standing.SIGNED_OFF);
        assertThat(standing(Shift.FIRST, july(15, "10:00"))).isEqualTo(Duty.Standing.ON_LEAVE);
        assertThat(standing(Shift.FIRST, july(17, "10:00"))).isEqualTo(Duty.Standing.ON_DUTY);
        then(Shift.FIRST, july(14, "13:40"), () -> rosters().signOn("roster"));
        assertThat(standing(Shift.FIRST, july(14, "13:41"))).isEqualTo(Duty.Standing.ON_DUTY);

        assertThat(words(Shift.OWNER)).isEqualTo("a secret");
        assertThat(words(Shift.FIRST)).isEqualTo("a secret");
        assertThat(words(Shift.SECOND)).isEmpty();
        refused(
                "desk-owners-only",
                () -> as(Shift.FIRST, () -> rosters().keep("roster", List.of(line(Shift.FIRST, 1)))));
        refused(
                "roster-members-only",
                () -> as(SmallCompany.EMPLOYEE, () -> rosters().roster("roster")));
        refused(
                "roster-members-only",
                () -> as(SmallCompany.ADMIN, () -> rosters().signOff("roster")));
        refused("roster-stranger", () -> kept("roster", line(SmallCompany.EMPLOYEE, 1)));
        refused("desk-owners-only", () -> as(Shift.FIRST, () -> assignments().plan("roster")));
        refused("queue-of-other-desk", () -> planned("roster", turns(SmallCompany.INTAKE)));
        refused(
                "changed-meanwhile",
                () -> as(Shift.OWNER, () -> assignments().save("roster", 7, AssignmentPlan.NOTHING)));
        refused("desk-unknown", () -> as(Shift.OWNER, () -> rosters().roster("no-such-desk")));
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/desks/roster/roster").statusCode())
                .isEqualTo(403);
        assertThat(fetch(Shift.FIRST, "/api/desks/roster/roster").body())
                .contains("\"capacity\":7")
                .contains("a secret");
        assertThat(fetch(Shift.SECOND, "/api/desks/roster/roster").body()).doesNotContain("a secret");
        assertThat(fetch(Shift.FIRST, "/api/desks/roster/assignment").statusCode())
                .isEqualTo(403);
        assertThat(fetch(Shift.FIRST, "/api/desks/roster/duty").body()).contains("\"standing\"");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            assertThat(screen.open("desks/roster/roster").status()).isEqualTo(404);
        }
        long with = PageCase.statements(() -> as(Shift.OWNER, () -> rosters().roster("roster")));
        as(SmallCompany.ADMIN, () -> {
            for (int i = 43; i < 55; i++) {
                the(PeopleService.class).grant(new PersonId("colleague" + i), Role.AGENT, "roster");
            }
        });
        assertThat(PageCase.statements(() -> as(Shift.OWNER, () -> rosters().roster("roster"))))
                .isEqualTo(with);
    }

    private Duty.Standing standing(PersonId reader, Instant when) {
        return of(then(reader, when, () -> rosters().roster("roster"))).standing();
    }

    private String words(PersonId reader) {
        return of(as(reader, () -> rosters().roster("roster")))
                .member()
                .leave()
                .getFirst()
                .word();
    }

    private static RosterLine of(List<RosterLine> lines) {
        return lines.stream()
                .filter(it -> it.person().equals(Shift.FIRST))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void owners_plan_on_pages_that_keep_what_was_typed_when_it_is_refused() {
        var queue = the(Shift.class).open("pages", "PGS");
        try (var screen = Screen.of(Shift.OWNER)) {
            screen.open("desks/pages/assignment")
                    .choose(
                            screen.word("routing.assignment.strategy.of", "PGS en"),
                            screen.word("routing.assignment.strategy.round_robin"))
                    .type(screen.word("routing.assignment.return.of", "PGS en"), "soon")
                    .press("routing.assignment.step.add")
                    .press("routing.assignment.save");
            assertThat(screen.refusals()).hasSize(1);
            screen.type(screen.word("routing.assignment.return.of", "PGS en"), "90")
                    .press("routing.assignment.save");
            assertThat(screen.text()).contains(screen.word("routing.assignment.saved"));
            assertThat(as(Shift.OWNER, () -> assignments().plan("pages")).plan())
                    .isEqualTo(new AssignmentPlan(
                            List.of(new QueuePlan(queue, Strategy.ROUND_ROBIN, false, false, 90)),
                            List.of(new LadderStep(1, LadderAct.REMIND))));

            screen.open("desks/pages/roster");
            assertThat(screen.parts("own-duty")).hasSize(1);
        }
        try (var screen = Screen.of(Shift.FIRST)) {
            screen.open("desks/pages/roster");
            assertThat(screen.offers("desk.roster.change")).isFalse();
            assertThat(screen.open("desks/pages/assignment").status()).isNotEqualTo(200);
            assertThat(screen.open("desks/pages").text()).contains(screen.word("desk.roster"));
        }
    }
}
