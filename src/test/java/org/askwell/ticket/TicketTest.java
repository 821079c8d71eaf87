package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant REMIND = Instant.parse("2026-11-04T01:05:00Z");
    private static final Instant CLOSE = Instant.parse("2026-11-05T01:05:00Z");
    private static final PersonId WANG = new PersonId("wang.xiaoming");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BEN = new PersonId("ben");

    private final Ticket ticket = printer();

    private static Ticket printer() {
        return new Ticket(
                new TicketNumber("IT-1042"),
                NewTicket.of("The printer eats paper", "Every third sheet.", "it"),
                new Requester(WANG, "shanghai", "sales", EmploymentType.FULL_TIME, "zh"),
                WANG,
                "it",
                "it-intake",
                MONDAY_NINE);
    }

    private static Instant later(int minutes) {
        return MONDAY_NINE.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void a_ticket_is_born_open_and_nobodys() {
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.assignee()).isNull();
        assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
        assertThat(ticket.messages()).isEqualTo(1);
    }

    @Test
    void resolving_keeps_the_text_and_tells_of_it() {
        var event = ticket.resolve("A new roller.", ANNA, later(5), REMIND, CLOSE);

        assertThat(event.text()).isEqualTo("A new roller.");
        assertThat(event.message()).isEqualTo(2);
        assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(ticket.resolution()).get().extracting(Resolution::by).isEqualTo(ANNA);
        assertThat(ticket.assignee()).isEqualTo(ANNA);
    }

    @Test
    void a_category_it_has_already_changes_nothing() {
        assertThat(ticket.categorise("printer", ANNA, later(1)))
                .contains(new TicketEvent.Categorised(ticket.number(), ANNA, later(1), null, "printer"));
        assertThat(ticket.categorise("printer", BEN, later(2))).isEmpty();
        assertThat(ticket.categorise(null, BEN, later(3))).isPresent();
        assertThat(ticket.category()).isNull();
    }

    @Test
    void it_counts_what_stands_in_the_fields_of_its_desk() {
        ticket.fill("it", "assetTag", null, "MH-1", ANNA, later(1));
        ticket.fill("it", "assetTag", "MH-1", "MH-2", ANNA, later(2));
        ticket.fill("it", "impact", null, "team", ANNA, later(3));
        assertThat(ticket.row().fields()).isEqualTo(2);

        assertThat(ticket.fill("it", "impact", "team", "team", ANNA, later(4))).isEmpty();
        ticket.fill("it", "impact", "team", null, ANNA, later(5));
        assertThat(ticket.row().fields()).isEqualTo(1);
    }

    @Test
    void an_agents_reply_changes_no_status() {
        assertThat(ticket.reply(ANNA, later(1))).hasOnlyElementsOfType(TicketEvent.Replied.class);
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void the_requesters_reply_wakes_a_waiting_ticket() {
        ticket.hold("the part to come", later(600), ANNA, later(1));

        var events = ticket.reply(WANG, later(2));

        assertThat(events).last().isInstanceOf(TicketEvent.Resumed.class);
        assertThat(ticket.isOnHold()).isFalse();
        assertThat(ticket.holding()).isEmpty();
    }

    @Test
    void the_requesters_reply_reopens_a_resolved_ticket() {
        ticket.resolve("Done.", ANNA, later(1), REMIND, CLOSE);

        assertThat(ticket.reply(WANG, later(2))).last().isInstanceOf(TicketEvent.Reopened.class);
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.resolution()).isEmpty();
    }

    @Test
    void a_hold_says_who_since_when_and_what_for() {
        ticket.hold(" the part to come ", later(600), ANNA, later(1));

        assertThat(ticket.isOnHold()).isTrue();
        assertThat(ticket.holding()).get().satisfies(hold -> {
            assertThat(hold.by()).isEqualTo(ANNA);
            assertThat(hold.since()).isEqualTo(later(1));
            assertThat(hold.reason()).isEqualTo("the part to come");
            assertThat(hold.until()).isEqualTo(later(600));
        });
    }

    @Test
    void taking_what_somebody_else_has_is_refused_but_assigning_is_not() {
        ticket.take(ANNA, later(1));

        assertThat(ticket.take(ANNA, later(2)).to()).isEqualTo(ANNA);
        assertRefused("ticket-taken", it -> it.take(BEN, later(3)), ticket);
        assertThat(ticket.assign(BEN, BEN, later(4)).from()).isEqualTo(ANNA);
        assertThat(ticket.assign(null, BEN, later(5)).to()).isNull();
    }

    @Test
    void a_transfer_changes_desk_and_queue_and_forgets_the_assignee() {
        ticket.take(ANNA, later(1));

        var event = ticket.transfer("hr", "hr-intake", "yours", facts(), ANNA, later(2));

        assertThat(event.fromDesk()).isEqualTo("it");
        assertThat(ticket.desk()).isEqualTo("hr");
        assertThat(ticket.queue()).isEqualTo("hr-intake");
        assertThat(ticket.assignee()).isNull();
        assertRefused("ticket-same-desk", it -> it.transfer("hr", "x", "n", facts(), ANNA, later(3)), ticket);
    }

    @Test
    void the_requester_may_confirm_what_was_resolved_and_reopen_even_that() {
        ticket.resolve("Done.", ANNA, later(1), REMIND, CLOSE);

        assertThat(ticket.confirmSolved(WANG, later(2)).by()).isEqualTo(WANG);
        assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
        ticket.reopen(WANG, later(3));
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void rules_place_a_ticket_in_the_name_of_the_portal() {
        var placement = new Placement("it-hardware", Priority.HIGH, ANNA, List.of("Printer", "printer"));

        var events = ticket.place(placement, later(0));

        assertThat(events).hasSize(4).allSatisfy(it -> assertThat(it.by()).isEqualTo(PersonId.PORTAL));
        assertThat(ticket.queue()).isEqualTo("it-hardware");
        assertThat(ticket.tags()).containsExactly("printer");
        assertThat(ticket.place(placement, later(1))).isEmpty();
    }

    static Stream<Arguments> whatASettledTicketRefuses() {
        return Stream.<Consumer<Ticket>>of(
                        it -> it.take(ANNA, later(9)),
                        it -> it.assign(BEN, ANNA, later(9)),
                        it -> it.moveTo("it-hardware", ANNA, later(9)),
                        it -> it.transfer("hr", "hr", "n", facts(), ANNA, later(9)),
                        it -> it.hold("x", null, ANNA, later(9)),
                        it -> it.resolve("x", ANNA, later(9), REMIND, CLOSE),
                        it -> it.withdraw(WANG, later(9)),
                        it -> it.prioritise(Priority.LOW, ANNA, later(9)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("whatASettledTicketRefuses")
    void a_settled_ticket_must_be_reopened_first(Consumer<Ticket> verb) {
        ticket.resolve("Done.", ANNA, later(1), REMIND, CLOSE);
        assertRefused("ticket-settled", verb, ticket);

        var withdrawn = printer();
        withdrawn.withdraw(WANG, later(1));
        assertRefused("ticket-settled", verb, withdrawn);
    }

    @Test
    void what_makes_no_sense_is_refused_and_changes_nothing() {
        assertRefused("ticket-not-settled", it -> it.reopen(WANG, later(1)), ticket);
        assertRefused("ticket-not-resolved", it -> it.confirmSolved(WANG, later(1)), ticket);
        assertRefused("ticket-not-held", it -> it.resume(ANNA, later(1)), ticket);
        assertRefused("ticket-hold-reason", it -> it.hold("  ", null, ANNA, later(1)), ticket);
        assertRefused("ticket-hold-reason", it -> it.hold("x".repeat(501), null, ANNA, later(1)), ticket);
        assertRefused("ticket-hold-past", it -> it.hold("x", MONDAY_NINE, ANNA, later(1)), ticket);
        assertRefused("ticket-text", it -> it.resolve("  ", ANNA, later(1), REMIND, CLOSE), ticket);
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.messages()).isEqualTo(1);
    }

    @Test
    void nobody_writes_on_a_closed_ticket() {
        ticket.resolve("Done.", ANNA, later(1), REMIND, CLOSE);
        ticket.confirmSolved(WANG, later(2));

        assertRefused("ticket-over", it -> it.reply(WANG, later(3)), ticket);
        assertRefused("ticket-over", it -> it.reply(ANNA, later(3)), ticket);
    }

    @Test
    void what_was_asked_of_the_requester_waits_for_the_requesters_answer_and_for_nothing_else() {
        var asked = ticket.ask("Which floor\nis it?", ANNA, later(1));

        assertThat(asked.message()).isEqualTo(2);
        assertThat(ticket.holding()).get().satisfies(it -> {
            assertThat(it.isForRequester()).isTrue();
            assertThat(it.reason()).isEqualTo("Which floor is it?");
        });
        ticket.reply(ANNA, later(2));
        assertThat(ticket.isOnHold()).isTrue();
        assertThat(ticket.reply(WANG, later(3))).last().isInstanceOf(TicketEvent.Resumed.class);
        assertThat(ticket.isOnHold()).isFalse();
        assertRefused("ticket-own-question", it -> it.ask("Why?", WANG, later(4)), ticket);
    }

    @Test
    void a_resolved_ticket_reminds_once_and_closes_by_itself() {
        ticket.resolve("Done.", ANNA, later(5), REMIND, CLOSE);

        assertThat(ticket.remind(REMIND.minusSeconds(1))).isEmpty();
        assertThat(ticket.remind(REMIND)).containsInstanceOf(TicketEvent.Reminded.class);
        assertThat(ticket.remind(REMIND.plusSeconds(60))).isEmpty();
        assertThat(ticket.closeByItself(CLOSE.minusSeconds(1))).isEmpty();
        assertThat(ticket.closeByItself(CLOSE))
                .get()
                .satisfies(it -> assertThat(it.by()).isEqualTo(PersonId.PORTAL));
        assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ticket.closeByItself(CLOSE.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_was_reopened_or_confirmed_neither_reminds_nor_closes() {
        ticket.resolve("Done.", ANNA, later(5), REMIND, CLOSE);
        ticket.reopen(WANG, later(6));
        assertThat(ticket.remind(CLOSE)).isEmpty();
        assertThat(ticket.closeByItself(CLOSE)).isEmpty();

        ticket.resolve("Now it is.", ANNA, later(7), REMIND, CLOSE);
        ticket.confirmSolved(WANG, later(8));
        assertThat(ticket.remind(CLOSE)).isEmpty();
    }

    @Test
    void nudging_is_counted_and_has_to_wait_its_time() {
        assertThat(ticket.nudge(WANG, later(1), null).count()).isEqualTo(1);
        assertRefused("ticket-nudged", it -> it.nudge(WANG, later(5), later(6)), ticket);
        assertThat(ticket.nudge(WANG, later(6), later(6)).count()).isEqualTo(2);
        ticket.hold("A spare part", null, ANNA, later(7));
        assertRefused("ticket-nudge-held", it -> it.nudge(WANG, later(600), null), ticket);
    }

    @Test
    void only_a_solution_can_be_rated_and_the_last_word_counts() {
        assertRefused("ticket-not-resolved", it -> it.rate(true, null, WANG, later(1)), ticket);
        ticket.resolve("Done.", ANNA, later(2), REMIND, CLOSE);

        assertThat(ticket.rate(true, "  ", WANG, later(3)).reason()).isNull();
        assertThat(ticket.rate(false, " Too slow ", WANG, later(4)).reason()).isEqualTo("Too slow");
        assertThat(ticket.sheet(List.of()).rating()).isEqualTo(new TicketSheet.Rating(false, "Too slow", later(4)));
        assertRefused("ticket-satisfaction-reason", it -> it.rate(true, "x".repeat(1_001), WANG, later(5)), ticket);
    }

    private static TicketEvent.Facts facts() {
        var wang = new Requester(WANG, null, null, EmploymentType.FULL_TIME, "zh");
        return new TicketEvent.Facts(wang, "s", "t", Priority.NORMAL, List.of(), null, 9, false);
    }

    private static void assertRefused(String code, Consumer<Ticket> verb, Ticket on) {
        assertThatThrownBy(() -> verb.accept(on))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void a_merged_ticket_says_where_it_goes_on_until_it_is_reopened() {
        var other = new Ticket(
                new TicketNumber("IT-1043"),
                NewTicket.of("The printer again", "Still.", "it"),
                new Requester(WANG, "shanghai", "sales", EmploymentType.FULL_TIME, "zh"),
                WANG,
                "it",
                "it-intake",
                MONDAY_NINE);
        ticket.hold("parts", null, ANNA, later(1));

        assertThat(ticket.merge(other, ANNA, later(5)).into()).isEqualTo(other.number());
        assertThat(other.absorb(ticket, ANNA, later(5)).message()).isEqualTo(2);

        assertThat(ticket.status()).isEqualTo(TicketStatus.MERGED);
        assertThat(ticket.holding()).isEmpty();
        assertThat(ticket.sheet(List.of()).mergedInto()).isEqualTo(other.number());
        assertThatThrownBy(() -> other.merge(ticket, ANNA, later(6))).isInstanceOf(Refusal.class);
        ticket.reopen(ANNA, later(7));
        assertThat(ticket.sheet(List.of()).mergedInto()).isNull();
    }
}
