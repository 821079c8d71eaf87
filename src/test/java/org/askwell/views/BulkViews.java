package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.askwell.ticket.bulk.BulkAction;
import org.askwell.ticket.bulk.BulkId;
import org.askwell.ticket.bulk.BulkKind;
import org.askwell.ticket.bulk.BulkReport;
import org.askwell.ticket.bulk.BulkService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One deed for many tickets. */
interface BulkViews extends PageCase {

    @Test
    default void many_tickets_change_together_and_are_put_back_as_they_were() {
        var numbers = IntStream.rangeClosed(1, 5)
                .mapToObj(it -> openTicket("The lift stops at floor " + it))
                .toList();
        as(SmallCompany.AGENT, () -> tickets().prioritise(numbers.get(0), Priority.HIGH));
        as(SmallCompany.AGENT, () -> tickets().prioritise(numbers.get(1), Priority.LOW));

        var done = carriedOut(new BulkAction(BulkKind.PRIORITISE, "HIGH"), numbers);

        assertThat(done.changed()).isEqualTo(4);
        assertThat(done.same()).isEqualTo(1);
        assertThat(done.undoable()).isTrue();
        assertThat(numbers).allMatch(it -> sheet(it).priority() == Priority.HIGH);

        // What somebody has done since is not taken back.
        as(SmallCompany.AGENT, () -> tickets().prioritise(numbers.get(4), Priority.URGENT));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("queues/it-intake");
            assertThat(screen.texts("bulk-strip").getFirst()).contains(screen.word("bulk.done", 4, 1, 0));
            screen.press("bulk.undo");
            screen.awaits(
                    "the end", () -> screen.texts("bulk-strip").getFirst().contains(screen.word("bulk.undone", 3, 1)));
        }
        assertThat(numbers.stream().map(it -> sheet(it).priority()))
                .containsExactly(Priority.HIGH, Priority.LOW, Priority.NORMAL, Priority.NORMAL, Priority.URGENT);
        assertThatThrownBy(() -> as(SmallCompany.AGENT, () -> bulks().undo(done.id())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    default void a_ticket_that_cannot_be_changed_is_told_of_and_holds_up_no_other() {
        var mine = openTicket("The door bell rings by itself");
        var foreign = as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("A contract", "Please look.", Neighbours.HR))
                        .number());
        var over = openTicket("The bell was only lonely");
        as(SmallCompany.EMPLOYEE, () -> tickets().withdraw(over));

        var done =
                carriedOut(new BulkAction(BulkKind.ASSIGN, SmallCompany.AGENT.value()), List.of(foreign, over, mine));

        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.refused()).isEqualTo(2);
        assertThat(done.refusals()).extracting(it -> it.ticket()).containsExactly(foreign, over);
        assertThat(done.refusals()).noneMatch(it -> it.reason().isBlank());
        assertThat(sheet(mine).assignee()).isEqualTo(SmallCompany.AGENT);
    }

    @Test
    default void tags_are_put_on_resolutions_given_and_both_taken_back() {
        var numbers = Stream.of("The tap drips", "The tap sings")
                .map(this::openTicket)
                .toList();
        var tagged = carriedOut(new BulkAction(BulkKind.ADD_TAG, " Water "), numbers);
        assertThat(numbers).allMatch(it -> sheet(it).tags().contains("water"));
        var solved = carriedOut(new BulkAction(BulkKind.RESOLVE, "The plumber was here."), numbers);
        assertThat(numbers).allMatch(it -> sheet(it).status() == TicketStatus.RESOLVED);

        undone(solved);
        undone(tagged);

        assertThat(numbers).allMatch(it -> sheet(it).status() == TicketStatus.OPEN);
        assertThat(numbers).allMatch(it -> sheet(it).tags().isEmpty());
        assertThat(messages(numbers.getFirst())).contains("The plumber was here.");
    }

    @Test
    default void what_makes_no_sense_is_refused_before_anything_is_touched() {
        var number = openTicket("The tap is dry");
        assertThatThrownBy(() -> begun(new BulkAction(BulkKind.PRIORITISE, "SHOUTING"), List.of(number)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> begun(new BulkAction(BulkKind.RESOLVE, " "), List.of(number)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> begun(new BulkAction(BulkKind.ADD_TAG, ""), List.of(number)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> begun(new BulkAction(BulkKind.PRIORITISE, "LOW"), List.of()))
                .isInstanceOf(Refusal.class);
        assertThat(sheet(number).priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    default void a_bulk_action_is_its_askers_own_and_the_list_it_takes_is_theirs() {
        var number = openTicket("The lynx in the basement");
        var done = carriedOut(new BulkAction(BulkKind.ADD_TAG, "lynx"), List.of(number));

        assertThatThrownBy(() -> as(Neighbours.SECOND_AGENT, () -> bulks().report(done.id())))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Neighbours.SECOND_AGENT, () -> bulks().undo(done.id())))
                .isInstanceOf(Refusal.class);
        assertThat(fetch(Neighbours.SECOND_AGENT, "/api/tickets/bulk/" + done.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(fetch(SmallCompany.AGENT, "/api/tickets/bulk/" + done.id()).body())
                .contains("\"changed\":1");
        assertThat(as(
                        SmallCompany.AGENT,
                        () -> bulks().matching(TicketFilter.ALL.about("lynx").oldestFirst())))
                .containsExactly(number);
    }

    private BulkService bulks() {
        return the(BulkService.class);
    }

    private BulkReport begun(BulkAction action, List<TicketNumber> numbers) {
        return as(SmallCompany.AGENT, () -> bulks().begin(action, numbers));
    }

    private BulkReport carriedOut(BulkAction action, List<TicketNumber> numbers) {
        return over(begun(action, numbers).id());
    }

    private void undone(BulkReport done) {
        as(SmallCompany.AGENT, () -> bulks().undo(done.id()));
        var undone = over(done.id());
        assertThat(undone.undone()).isEqualTo(done.changed());
        assertThat(undone.kept()).isZero();
    }

    private BulkReport over(BulkId id) {
        return Awaitility.await()
                .until(
                        () -> as(SmallCompany.AGENT, () -> bulks().report(id)),
                        it -> !it.state().isWork());
    }
}
