package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.askwell.ask.AskService;
import org.askwell.ask.MyThing;
import org.askwell.ask.MyThings;
import org.askwell.ask.MyThings.Show;
import org.askwell.ask.QuestionId;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.junit.jupiter.api.Test;

/** Everything of one's own in one list. */
interface MyViews extends PageCase {

    @Test
    default void questions_and_requests_stand_in_one_list_the_newest_first_and_once() {
        var me = newcomer("one.list");
        var first = ask(me, "Where does the hare sleep?");
        var lamp = open(me, "The lamp hums");
        var handed = ask(me, "Who paints the hare?");
        var ticket = as(me, () -> the(AskService.class).handOver(named(handed), SmallCompany.DESK, null));
        var last = ask(me, "When does the hare wake?");

        assertThat(ids(me, Show.ALL)).containsExactly(last, ticket.value(), lamp.value(), first);
        assertThat(ids(me, Show.QUESTIONS)).containsExactly(last, handed, first);
        assertThat(ids(me, Show.REQUESTS)).containsExactly(ticket.value(), lamp.value());
        assertThat(ids(me, Show.TODO)).isEmpty();

        as(SmallCompany.AGENT, () -> tickets().resolve(lamp, "It was the bulb."));
        assertThat(ids(me, Show.OPEN)).containsExactly(ticket.value());
    }

    @Test
    default void the_list_is_read_on_without_gaps_and_costs_the_same_for_few_and_for_many() {
        var me = newcomer("many.things");
        for (int i = 0; i < 30; i++) {
            ask(me, "Where does hare " + i + " sleep?");
            open(me, "Lamp " + i + " hums");
        }
        var all = ids(me, Show.ALL);
        assertThat(all).hasSize(60).doesNotHaveDuplicates();

        var read = new ArrayList<String>();
        String cursor = null;
        do {
            var from = cursor;
            var slice = as(me, () -> the(MyThings.class).list(Show.ALL, from, 7));
            slice.items().forEach(it -> read.add(it.id()));
            cursor = slice.nextCursor();
        } while (cursor != null);
        assertThat(read).containsExactlyElementsOf(all);

        var few = PageCase.statements(() -> as(me, () -> the(MyThings.class).list(Show.ALL, null, 5)));
        assertThat(few).isLessThanOrEqualTo(2);
        assertThat(PageCase.statements(() -> as(me, () -> the(MyThings.class).list(Show.ALL, null, 50))))
                .isEqualTo(few);
        assertThatThrownBy(() -> as(me, () -> the(MyThings.class).list(Show.ALL, "rubbish", 5)))
                .isInstanceOf(Refusal.class);
        assertThat(fetch(me, "/api/my?cursor=rubbish").statusCode()).isEqualTo(400);
    }

    @Test
    default void what_waits_for_me_stands_on_top_until_it_is_done() {
        var me = newcomer("has.todos");
        var asked = open(me, "The chair squeaks");
        var solved = open(me, "The door sticks");
        as(SmallCompany.AGENT, () -> {
            tickets().askRequester(asked, "Which chair?");
            tickets().resolve(solved, "Oiled.");
        });
        assertThat(as(me, () -> the(MyThings.class).todos()))
                .extracting(it -> it.about())
                .containsExactlyInAnyOrder(asked.value(), solved.value());
        assertThat(fetch(me, "/api/my").body()).contains("\"todos\":[{", "\"type\":\"TICKET\"");

        try (var screen = Screen.of(me)) {
            screen.open("my");
            assertThat(screen.text()).contains("Waiting for you (2)", "Solved? Confirm or reopen: The door sticks");
            screen.open("my?show=todo");
            assertThat(screen.linksIn("lines")).contains("tickets/" + asked, "tickets/" + solved);

            elsewhere(me, () -> tickets().reply(asked, "The green one.", List.of()));
            screen.awaits("one to-do less", () -> screen.text().contains("Waiting for you (1)"));
            as(me, () -> tickets().confirmSolved(solved));
            screen.open("my?show=todo");
            assertThat(screen.text()).contains("Nobody waits for you.");
            assertThat(screen.linksIn("chips")).contains("my", "my?show=open", "my?show=questions");
        }
    }

    @Test
    default void nobody_else_s_things_are_in_my_list() {
        var mine = open(Neighbours.ENGLISH_EMPLOYEE, "Only hers");
        assertThat(ids(SmallCompany.EMPLOYEE, Show.ALL)).doesNotContain(mine.value());
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/my?limit=200").body()).doesNotContain("Only hers");
        assertThat(fetch(Neighbours.ENGLISH_EMPLOYEE, "/api/my?show=OPEN").body())
                .contains("Only hers");
    }

    private PersonId newcomer(String name) {
        var id = new PersonId(name);
        as(SmallCompany.ADMIN, () -> the(PeopleService.class).put(id, Profile.named(name, "en")));
        return id;
    }

    private String ask(PersonId person, String text) {
        return as(
                person, () -> the(AskService.class).ask(text, null, null).name().value());
    }

    private TicketNumber open(PersonId person, String subject) {
        return as(
                person,
                () -> tickets()
                        .open(NewTicket.of(subject, "Please look.", SmallCompany.DESK))
                        .number());
    }

    private List<String> ids(PersonId person, Show show) {
        return as(person, () -> the(MyThings.class).list(show, null, Slice.MAX_LIMIT)).items().stream()
                .map(MyThing::id)
                .toList();
    }

    private static QuestionId named(String name) {
        return new QuestionId(name);
    }
}
