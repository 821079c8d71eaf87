package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.askwell.common.Refusal;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.notification.Inbox;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketMerging;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.askwell.ticket.link.LinkRow;
import org.askwell.ticket.link.Relation;
import org.askwell.ticket.link.TicketLinks;
import org.askwell.ticket.link.Waits;
import org.junit.jupiter.api.Test;

/** Tickets that are not alone. */
interface LinkViews extends PageCase {

    @Test
    default void two_tickets_that_mean_the_same_become_one_and_the_requester_is_told_where_it_goes_on() {
        var kept = openTicket("The gramophone skips");
        var other = openTicket("The gramophone skips again");
        as(SmallCompany.EMPLOYEE, () -> tickets().reply(other, "Mostly in the **waltz**.", List.of()));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + other).press("link.merge");
            screen.pick("link.merge.into", kept + " The gramophone skips").press("link.merge");
            assertThat(screen.refusals()).isEmpty();
            screen.awaits(
                    "where it goes on",
                    () -> screen.text().contains(screen.word("ticket.plain.merged.into", kept.value())));
        }
        assertThat(sheet(other).status()).isEqualTo(TicketStatus.MERGED);
        assertThat(sheet(other).mergedInto()).isEqualTo(kept);
        assertThat(messages(kept).getLast()).contains(other.value(), "> Mostly in the **waltz**.");
        assertThat(history(kept)).contains(HistoryRow.Kind.ABSORBED);
        assertThat(history(other)).contains(HistoryRow.Kind.MERGED);
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + other);
            assertThat(screen.link(screen.word("ticket.plain.merged.into", kept.value())))
                    .isEqualTo("tickets/" + kept);
            assertThat(screen.offers("ticket.plain.reopen")).isFalse();
            assertThat(screen.open("tickets/" + kept).text()).doesNotContain("waltz");
        }
        assertThat(as(SmallCompany.EMPLOYEE, () -> the(Inbox.class).lines(Inbox.Show.ALL, null, 20))
                        .items())
                .anyMatch(it -> it.kind().equals("ticket-merged") && it.about().equals(other.value()));
        assertThat(fetch(SmallCompany.AGENT, "/api/tickets/" + other).body())
                .contains("\"mergedInto\":\"" + kept + "\"");

        as(SmallCompany.AGENT, () -> tickets().reopen(other, ""));
        assertThat(sheet(other).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(sheet(other).mergedInto()).isNull();
    }

    @Test
    default void nothing_is_merged_into_itself_or_what_is_settled_or_somebody_elses() {
        var one = openTicket("The zither is flat");
        var settled = openTicket("The zither was sharp");
        as(SmallCompany.AGENT, () -> tickets().resolve(settled, "Tuned."));
        var foreign = as(
                Neighbours.ENGLISH_EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("My zither, too", "Please look.", SmallCompany.DESK))
                        .number());
        refused("ticket-merge-itself", () -> merging().merge(one, one));
        refused("ticket-merge-settled", () -> merging().merge(one, settled));
        refused("ticket-settled", () -> merging().merge(settled, one));
        refused("ticket-merge-requester", () -> merging().merge(one, foreign));
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> merging().merge(one, settled)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Neighbours.HR_AGENT, () -> merging().merge(one, foreign)))
                .isInstanceOf(Refusal.class);
        assertThat(sheet(one).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(messages(one)).hasSize(1);

        var merged = openTicket("The zither once more");
        as(SmallCompany.AGENT, () -> merging().merge(merged, one));
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> tickets().reopen(merged, "No!")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> tickets().reply(merged, "Hello?", List.of())))
                .isInstanceOf(Refusal.class);
        assertThat(sheet(merged).status()).isEqualTo(TicketStatus.MERGED);
    }

    @Test
    default void what_is_confidential_stays_so_where_it_goes_on() {
        var open = openTicket("The oboe");
        var secret = as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(new NewTicket(
                                "The oboe and who broke it",
                                "Do not tell.",
                                SmallCompany.DESK,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                true,
                                List.of()))
                        .number());
        as(SmallCompany.AGENT, () -> merging().merge(secret, open));
        assertThat(sheet(open).confidential()).isTrue();
    }

    @Test
    default void a_ticket_waits_until_every_other_desk_has_answered_and_shows_its_requester_nothing_of_it() {
        var main = openTicket("A viola for Monday");
        var first = asked(main, "Is the viola in the budget?", Waits.FOR_ALL);
        var second = asked(main, "Who signs for the viola?", Waits.FOR_ALL);
        assertThat(sheet(main).status()).isEqualTo(TicketStatus.WAITING);
        assertThat(as(SmallCompany.EMPLOYEE, () -> tickets().ticket(main))
                        .hold()
                        .reason())
                .contains("人力资源");
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> tickets().ticket(first)))
                .isInstanceOf(Refusal.class);

        as(Neighbours.HR_AGENT, () -> tickets().resolve(first, "Yes, up to 900."));
        assertThat(sheet(main).status()).isEqualTo(TicketStatus.WAITING);
        assertThat(messages(main).getLast()).contains(first.value(), "Yes, up to 900.");
        as(Neighbours.HR_AGENT, () -> tickets().resolve(second, "Zhou."));
        assertThat(sheet(main).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(links(main)).allMatch(it -> it.waits() == Waits.NO);
        assertThat(as(SmallCompany.EMPLOYEE, () -> tickets().ticket(main).conversation()))
                .hasSize(1);
    }

    @Test
    default void a_ticket_that_waits_for_any_answer_goes_on_with_the_first_or_when_it_is_taken_up_by_hand() {
        var main = openTicket("A bassoon for Tuesday");
        var first = asked(main, "Is there a spare bassoon?", Waits.FOR_ANY);
        var second = asked(main, "Or a bassoon to rent?", Waits.FOR_ANY);
        as(Neighbours.HR_AGENT, () -> tickets().resolve(second, "Two."));
        assertThat(sheet(main).status()).isEqualTo(TicketStatus.OPEN);
        as(SmallCompany.AGENT, () -> tickets().hold(main, "The bassoonist is away", null));
        as(Neighbours.HR_AGENT, () -> tickets().resolve(first, "None."));
        assertThat(sheet(main).status()).as("nobody waits for it any more").isEqualTo(TicketStatus.WAITING);

        var other = openTicket("A bassoon for Wednesday");
        var late = asked(other, "And now a bassoon?", Waits.FOR_ALL);
        as(SmallCompany.AGENT, () -> tickets().resume(other));
        as(SmallCompany.AGENT, () -> tickets().hold(other, "Waiting for parts", null));
        as(SmallCompany.AGENT, () -> tickets().withdraw(late));
        assertThat(sheet(other).status()).isEqualTo(TicketStatus.WAITING);
        refused("link-held", () -> links().ask(other, Neighbours.HR, "More", "More.", Waits.FOR_ALL));
    }

    @Test
    default void agents_ask_other_desks_and_part_messages_off_on_the_page() {
        var main = openTicket("The tuba and the stand");
        as(SmallCompany.EMPLOYEE, () -> tickets().reply(main, "The stand wobbles, too.", List.of()));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + main).press("link.split");
            screen.type("link.subject", "The stand of the tuba").press("link.split");
            assertThat(screen.refusals()).isEmpty();
            screen.press("link.ask");
            screen.choose("link.ask.desk", "人力资源")
                    .type("link.ask.text", "Who plays the tuba?")
                    .press("link.ask");
            assertThat(screen.refusals()).isEmpty();
            assertThat(screen.texts("link-desk").getFirst())
                    .contains("The stand of the tuba", screen.word("link.relation.sub_request"));
        }
        assertThat(sheet(main).status()).isEqualTo(TicketStatus.WAITING);
        var parted = links(main).getFirst().other();
        assertThat(sheet(parted).requester()).isEqualTo(SmallCompany.EMPLOYEE);
        assertThat(messages(parted)).containsExactly("The stand wobbles, too.");

        var asked = links(main).getLast();
        assertThat(asked.relation()).isEqualTo(Relation.SUB_REQUEST);
        var seen = as(Neighbours.SECOND_AGENT, () -> links().of(main)).getLast();
        assertThat(seen.subject()).as("a link gives no right").isNull();
        assertThat(as(Neighbours.HR_AGENT, () -> links().of(asked.other())).getFirst())
                .returns(Relation.MAIN, LinkRow::relation)
                .returns(null, LinkRow::subject);
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/tickets/" + main + "/links")
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetch(SmallCompany.AGENT, "/api/tickets/" + main + "/links").body())
                .contains("SUB_REQUEST", asked.other().value());
    }

    @Test
    default void links_are_made_changed_and_taken_off_and_never_go_in_a_circle() {
        var one = openTicket("The harp");
        var two = openTicket("The strings of the harp");
        var three = openTicket("The pedals of the harp");
        as(SmallCompany.AGENT, () -> links().link(one, two, Relation.RELATED));
        as(SmallCompany.AGENT, () -> links().link(two, one, Relation.MAIN));
        as(SmallCompany.AGENT, () -> links().link(two, three, Relation.SUB_REQUEST));
        assertThat(links(one)).singleElement().returns(Relation.SUB_REQUEST, LinkRow::relation);
        refused("link-circle", () -> links().link(three, one, Relation.SUB_REQUEST));
        refused("link-itself", () -> links().link(one, one, Relation.RELATED));
        refused("link-unknown", () -> links().unlink(one, three));
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> links().link(one, three, Relation.RELATED)))
                .isInstanceOf(Refusal.class);
        as(SmallCompany.AGENT, () -> links().unlink(two, one));
        assertThat(links(one)).isEmpty();
        assertThat(history(one)).contains(HistoryRow.Kind.LINKED, HistoryRow.Kind.UNLINKED);
    }

    @Test
    default void many_links_are_read_in_a_few_statements() {
        var main = openTicket("The organ");
        IntStream.range(0, 3).forEach(it -> linked(main, "Pipe " + it));
        long few = as(SmallCompany.AGENT, () -> PageCase.statements(() -> links().of(main)));
        IntStream.range(3, 12).forEach(it -> linked(main, "Pipe " + it));
        assertThat(as(SmallCompany.AGENT, () -> PageCase.statements(() -> links().of(main))))
                .isEqualTo(few)
                .isLessThanOrEqualTo(4);
    }

    private void linked(TicketNumber main, String subject) {
        var pipe = openTicket(subject);
        as(SmallCompany.AGENT, () -> links().link(main, pipe, Relation.RELATED));
    }

    private TicketNumber asked(TicketNumber main, String subject, Waits waits) {
        return as(SmallCompany.AGENT, () -> links().ask(main, Neighbours.HR, subject, "Please tell us.", waits))
                .number();
    }

    private List<LinkRow> links(TicketNumber number) {
        return as(SmallCompany.AGENT, () -> links().of(number));
    }

    private List<HistoryRow.Kind> history(TicketNumber number) {
        return as(SmallCompany.AGENT, () -> tickets().history(number)).stream()
                .map(HistoryRow::kind)
                .toList();
    }

    private void refused(String code, Runnable verb) {
        assertThatThrownBy(() -> as(SmallCompany.AGENT, verb))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private TicketLinks links() {
        return the(TicketLinks.class);
    }

    private TicketMerging merging() {
        return the(TicketMerging.class);
    }
}
