package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.askwell.common.Refusal;
import org.askwell.common.db.StatementCount;
import org.askwell.inside.Ground;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.KnownProblemText;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.junit.jupiter.api.Test;

/** Problems that many have: marked by an agent, joined with one tap, answered once for all. */
interface ProblemViews extends PageCase {

    PersonId[] COLLEAGUES = {new PersonId("colleague1"), new PersonId("colleague2"), new PersonId("colleague3")};

    @Test
    default void one_marks_it_many_join_with_one_tap_and_one_reply_reaches_all() {
        var number = as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("林小雨的秘密投影仪", "投影仪不亮，里面有我的身份证号。", Neighbours.HR))
                        .number());
        try (var agent = Screen.of(Neighbours.HR_AGENT)) {
            agent.open("tickets/" + number).press("ticket.known.mark");
            agent.type("ticket.known.title.zh", "投影仪不亮").press("ticket.known.save");
            assertThat(agent.refusals()).contains("请用自己的话，以两种语言写出了什么问题。");
            agent.type("ticket.known.title.en", "Projectors stay dark")
                    .type("ticket.known.text.en", "Use the wall screen.");
            agent.press("ticket.known.save");
            assertThat(agent.text()).contains("已保存。", "已加入：0 人");
        }

        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.type("ask.home.title", "Projectors stay dark?").press("ask.send");
            assertThat(screen.texts("known-problem"))
                    .singleElement()
                    .asString()
                    .contains("Known: Projectors stay dark", "Use the wall screen.", "One colleague reported it");
            assertThat(screen.text()).doesNotContain("秘密", "林小雨", "身份证");
            assertThat(screen.stays(
                            "ticket.known.join",
                            () -> elsewhere(COLLEAGUES[0], () -> problems().join(number))))
                    .isTrue();
            screen.pressTwice("ticket.known.join");
            assertThat(screen.texts("known-problem").getFirst())
                    .contains("3 colleagues reported it", "You have joined");

            screen.open("");
            assertThat(screen.linksIn("lines")).contains("problems/" + number);
            screen.open("my");
            assertThat(screen.text()).contains("Problems I joined", "Projectors stay dark");

            screen.open("tickets/" + number);
            assertThat(screen.status()).isEqualTo(404);
            screen.open("problems/" + number);
            assertThat(screen.title()).isEqualTo("Projectors stay dark");

            elsewhere(Neighbours.HR_AGENT, () -> problems().tell(number, "灯泡已订购。", "The bulbs are ordered."));
            screen.awaits("the reply", () -> screen.text().contains("The bulbs are ordered."));
            assertThat(screen.text()).doesNotContain("秘密", "林小雨", "身份证", "灯泡");
            screen.open("inbox");
            assertThat(screen.text())
                    .contains("News of the known problem “Projectors stay dark”", "The bulbs are ordered.");

            elsewhere(Neighbours.HR_AGENT, () -> tickets().resolve(number, "林小雨的投影仪亮了。"));
            screen.open("inbox");
            assertThat(screen.text()).contains("The known problem “Projectors stay dark” is resolved");
            screen.open("problems/" + number);
            assertThat(screen.text()).contains("marked it as resolved").doesNotContain("林小雨");
            screen.press("ticket.known.leave");
            screen.open("problems/" + number);
            assertThat(screen.status()).isEqualTo(404);
        }
        // The requester reads the reply where the conversation is, in the requester's language.
        assertThat(as(SmallCompany.EMPLOYEE, () -> tickets().ticket(number)).conversation())
                .anyMatch(it -> it.text().equals("灯泡已订购。"))
                .noneMatch(it -> it.text().contains("bulbs"));
    }

    @Test
    default void whoever_files_at_the_desk_sees_it_above_the_form_and_may_take_joining_back() {
        var number = known("The lifts stand still", "电梯停运");
        try (var screen = Screen.of(COLLEAGUES[1])) {
            screen.open("desks/" + SmallCompany.DESK);
            assertThat(screen.texts("known-title")).contains("Known: The lifts stand still");
            screen.open("problems/" + number).press("ticket.known.join");
            assertThat(joined(number)).containsExactly(COLLEAGUES[1]);
            screen.press("ticket.known.leave");
            assertThat(joined(number)).isEmpty();
            screen.press("ticket.known.join");
        }
        try (var agent = Screen.of(SmallCompany.AGENT)) {
            agent.open("tickets/" + number);
            assertThat(agent.text()).contains("已加入：1 人");
            agent.press("ticket.known.unmark");
        }
        try (var screen = Screen.of(COLLEAGUES[2])) {
            screen.open("desks/" + SmallCompany.DESK);
            assertThat(screen.text()).doesNotContain("The lifts stand still");
            screen.open("problems/" + number);
            assertThat(screen.status()).isEqualTo(404);
        }
        assertThat(as(COLLEAGUES[1], () -> problems().known(number)).joined()).isTrue();
    }

    @Test
    default void two_presses_at_the_same_moment_count_once() throws Exception {
        var number = known("The coffee is cold", "咖啡是凉的");
        int hands = 8;
        var ready = new CountDownLatch(hands);
        var presses = new ArrayList<Future<?>>();
        for (int i = 0; i < hands; i++) {
            presses.add(the(Ground.class).executor().submit(() -> {
                ready.countDown();
                ready.await(2, TimeUnit.SECONDS);
                CurrentPerson.as(COLLEAGUES[0], () -> problems().join(number));
                return null;
            }));
        }
        for (var press : presses) {
            press.get(30, TimeUnit.SECONDS);
        }
        assertThat(joined(number)).containsExactly(COLLEAGUES[0]);
        assertThat(as(COLLEAGUES[1], () -> problems().known(number)).reporters())
                .isEqualTo(2);
        as(SmallCompany.AGENT, () -> problems().unmark(number));
    }

    @Test
    default void only_those_who_work_on_it_mark_tell_and_read_names() {
        var number = openTicket("The window of somebody");
        var words = new KnownProblemText("窗户打不开", "Windows do not open", "", "", tomorrow());
        for (var other : List.of(SmallCompany.EMPLOYEE, Neighbours.HR_AGENT, Neighbours.ENGLISH_EMPLOYEE)) {
            refused(other, () -> problems().mark(number, words));
        }
        refused(SmallCompany.AGENT, () -> problems().tell(number, "", "Nobody has marked it"));
        as(SmallCompany.AGENT, () -> problems().mark(number, words));
        refused(SmallCompany.EMPLOYEE, () -> problems().join(number));
        for (var other : List.of(SmallCompany.EMPLOYEE, Neighbours.HR_AGENT, Neighbours.ENGLISH_EMPLOYEE)) {
            refused(other, () -> problems().unmark(number));
            refused(other, () -> problems().tell(number, "", "Hello all"));
            refused(other, () -> problems().joined(number, null, 5));
            refused(other, () -> problems().marked(number));
        }
        refused(SmallCompany.AGENT, () -> problems().tell(number, " ", null));
        as(SmallCompany.AGENT, () -> tickets().resolve(number, "Oiled."));
        refused(COLLEAGUES[0], () -> problems().join(number));
        refused(SmallCompany.AGENT, () -> problems().mark(number, words));
        var secret = as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(new NewTicket(
                                "Secret", "Sh.", SmallCompany.DESK, null, null, List.of(), null, null, true, List.of()))
                        .number());
        refused(SmallCompany.AGENT, () -> problems().mark(secret, words));
    }

    @Test
    default void lists_of_known_problems_cost_the_same_for_few_and_for_many() {
        var numbers = new ArrayList<TicketNumber>();
        for (int i = 0; i < 12; i++) {
            var number = known("Lamp " + i + " hums", "灯 " + i + " 嗡嗡响");
            numbers.add(number);
            as(COLLEAGUES[2], () -> problems().join(number));
            as(COLLEAGUES[1], () -> problems().join(number));
        }
        Supplier<List<KnownProblemRow>> few =
                () -> as(COLLEAGUES[2], () -> problems().list(null, null, 3).items());
        Supplier<List<KnownProblemRow>> many =
                () -> as(COLLEAGUES[2], () -> problems().list(null, null, 12).items());
        assertThat(few.get()).hasSize(3);
        assertThat(many.get()).hasSize(12).allMatch(KnownProblemRow::joined);
        assertThat(statements(few)).isEqualTo(3);
        assertThat(statements(many)).isEqualTo(3);
        assertThat(statements(() -> as(COLLEAGUES[2], () -> problems().mine(false, 0, 2))))
                .isEqualTo(3);
        assertThat(statements(() -> as(COLLEAGUES[2], () -> problems().mine(true, 0, 12))))
                .isEqualTo(3);
        var names = numbers.getFirst();
        assertThat(statements(() -> as(SmallCompany.AGENT, () -> problems().joined(names, null, 1))))
                .isEqualTo(statements(
                        () -> as(SmallCompany.AGENT, () -> problems().joined(names, null, 50))));
        var first = as(COLLEAGUES[2], () -> problems().list(SmallCompany.DESK, null, 5));
        var second = as(COLLEAGUES[2], () -> problems().list(SmallCompany.DESK, first.nextCursor(), 5));
        assertThat(second.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        numbers.forEach(it -> as(SmallCompany.AGENT, () -> problems().unmark(it)));
    }

    private KnownProblemService problems() {
        return the(KnownProblemService.class);
    }

    private TicketNumber known(String en, String zh) {
        var number = openTicket("Something of mine");
        as(SmallCompany.AGENT, () -> problems().mark(number, new KnownProblemText(zh, en, "", "", tomorrow())));
        return number;
    }

    private static Instant tomorrow() {
        return new java.util.Date().toInstant().plus(Duration.ofDays(1));
    }

    private List<PersonId> joined(TicketNumber number) {
        return as(SmallCompany.AGENT, () -> problems().joined(number, null, 50)).items().stream()
                .map(KnownProblemService.Joined::person)
                .toList();
    }

    private void refused(PersonId person, Runnable action) {
        assertThatThrownBy(() -> as(person, action)).as(person.value()).isInstanceOf(Refusal.class);
    }

    private static long statements(Supplier<?> something) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = StatementCount.here();
            something.get();
            least = Math.min(least, StatementCount.here() - before);
        }
        return least;
    }
}
