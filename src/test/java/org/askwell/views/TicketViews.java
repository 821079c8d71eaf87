package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.askwell.desk.DeskService;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.notification.Inbox;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.junit.jupiter.api.Test;

/** A ticket on the desk of an agent, and in front of the one who asked. */
interface TicketViews extends PageCase {

    @Test
    default void a_reply_reaches_the_requester_and_a_note_does_not() {
        var number = openTicket("The scanner sees ghosts");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number)
                    .type("ticket.reply.label", "Clean the **glass**.")
                    .press("ticket.send");
            assertThat(screen.text()).contains("Clean the glass.");
            assertThat(screen.typed("ticket.reply.label")).isEmpty();

            screen.press("ticket.note")
                    .type("ticket.note.label", "The third time this month.")
                    .press("ticket.note.send");
            assertThat(screen.text()).contains("The third time this month.");
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains("Clean the glass.").doesNotContain("The third time this month.");
            assertThat(screen.offers("ticket.note")).isFalse();
            assertThat(screen.offers("ticket.resolve")).isFalse();

            screen.type("ticket.reply.mine", "They are gone.").press("ticket.send");
        }
        assertThat(messages(number))
                .containsExactly(
                        "Please look.", "Clean the **glass**.", "The third time this month.", "They are gone.");
    }

    @Test
    default void a_reply_that_is_sent_twice_is_said_once_and_nobody_is_scolded() {
        var number = openTicket("The mouse runs away");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number)
                    .type("ticket.reply.label", "Try cheese.")
                    .pressTwice("ticket.send");

            assertThat(messages(number)).containsExactly("Please look.", "Try cheese.");
            assertThat(screen.refusals()).isEmpty();
        }
    }

    @Test
    default void a_reply_of_nothing_is_refused_in_a_sentence() {
        var number = openTicket("Nothing is said about it");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number).press("ticket.send");

            assertThat(screen.refusals()).singleElement().asString().startsWith("A message has between 1 and");
            assertThat(messages(number)).hasSize(1);
        }
    }

    @Test
    default void who_takes_a_ticket_has_it_and_its_requester_can_see_that() {
        var number = openTicket("The screen is upside down");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).press("ticket.take");

            assertThat(sheet(number).assignee()).isEqualTo(SmallCompany.AGENT);
            assertThat(screen.offers("ticket.take")).isFalse();
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains("王海（信息技术）正在处理。");
        }
    }

    @Test
    default void a_hold_needs_a_reason_which_its_requester_reads() {
        var number = openTicket("The laptop for Monday");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).press("ticket.hold").press("ticket.hold");
            assertThat(screen.asks()).isTrue();
            assertThat(screen.refusals()).containsExactly("用 1 到 500 个字符说明在等什么；提问人会看到。");

            screen.type("ticket.hold.reason", "等供应商送货").pressTwice("ticket.hold");
            assertThat(screen.asks()).isFalse();
            assertThat(screen.text()).contains("挂起：等供应商送货");
            assertThat(happened(number, HistoryRow.Kind.HELD)).isEqualTo(1);
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains("信息技术暂时挂起：等供应商送货");
        }
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).press("ticket.resume");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.OPEN);
        }
    }

    @Test
    default void a_dialog_that_is_refused_keeps_what_was_typed() {
        var number = openTicket("Whose is this?");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number)
                    .press("ticket.transfer")
                    .type("ticket.transfer.why", "She asked about her contract.")
                    .press("ticket.transfer.do");

            assertThat(screen.asks()).isTrue();
            assertThat(screen.refusals()).containsExactly("Choose one first.");
            assertThat(screen.typed("ticket.transfer.why")).isEqualTo("She asked about her contract.");

            screen.choose("ticket.transfer.where", "Human resources").press("ticket.transfer.do");
            assertThat(screen.asks()).isFalse();
        }
        try (var screen = Screen.of(Neighbours.HR_AGENT)) {
            screen.open("tickets/" + number);
            assertThat(screen.text()).contains("She asked about her contract.");
        }
    }

    @Test
    default void a_ticket_that_is_resolved_twice_is_resolved_once_and_can_be_reopened() {
        var number = openTicket("The keys stick");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).press("ticket.resolve").press("ticket.resolve");
            assertThat(screen.asks()).isTrue();
            assertThat(screen.refusals()).hasSize(1);

            screen.type("ticket.resolve.text", "No more honey at the desk.").pressTwice("ticket.resolve");
            assertThat(screen.asks()).isFalse();
            assertThat(screen.refusals()).isEmpty();
            assertThat(messages(number)).containsExactly("Please look.", "No more honey at the desk.");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.RESOLVED);
            assertThat(screen.offers("ticket.resolve")).isFalse();

            screen.press("ticket.reopen").press("ticket.reopen");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.OPEN);
            assertThat(screen.offers("ticket.resolve")).isTrue();
        }
    }

    @Test
    default void the_requester_confirms_reopens_and_withdraws() {
        var number = openTicket("The door is open");
        as(SmallCompany.AGENT, () -> tickets().resolve(number, "Closed it."));
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number).press("ticket.confirm");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.CLOSED);
            screen.press("ticket.satisfaction.bad");
            assertThat(sheet(number).rating().satisfied()).isFalse();
            screen.type("ticket.satisfaction.reason", "It took a week.").press("ticket.satisfaction.send");
            assertThat(sheet(number).rating().reason()).isEqualTo("It took a week.");
            screen.press("ticket.satisfaction.good");
            assertThat(sheet(number).rating().satisfied()).isTrue();

            screen.press("ticket.plain.reopen").press("ticket.plain.reopen");
            assertThat(screen.refusals()).hasSize(1);
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.CLOSED);
            screen.type("ticket.reopen.why", "It is open again.").press("ticket.plain.reopen");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.OPEN);
            assertThat(messages(number)).last().isEqualTo("It is open again.");

            screen.press("ticket.nudge");
            assertThat(sheet(number).nudges()).isEqualTo(1);
            assertThat(screen.offers("ticket.nudge")).isFalse();

            screen.press("ticket.withdraw");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.WITHDRAWN);
            assertThat(screen.text()).contains("你已撤回。");
        }
    }

    @Test
    default void what_the_desk_needs_from_the_requester_waits_until_the_requester_has_answered() {
        var number = openTicket("The blinds hang");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number)
                    .press("ticket.inquire")
                    .type("ticket.inquire.what", "Which window?")
                    .press("ticket.inquire.send");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.WAITING);
            assertThat(screen.text()).contains("Which window?");
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("").text();
            assertThat(screen.text()).contains("等你处理").contains("The blinds hang");
            screen.open("tickets/" + number)
                    .type("ticket.reply.mine", "The left one.")
                    .press("ticket.send");
            assertThat(sheet(number).status()).isEqualTo(TicketStatus.OPEN);
            assertThat(screen.open("").text()).doesNotContain("需要你补充：The blinds hang");
        }
    }

    @Test
    default void the_second_of_two_agents_is_told_in_a_sentence_and_loses_nothing() {
        var number = openTicket("Both want this one");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number).type("ticket.reply.label", "I am on it");
            as(SmallCompany.AGENT, () -> tickets().take(number));
            screen.press("ticket.take");

            assertThat(screen.refusals()).singleElement().asString().contains(number + " already.");
            assertThat(sheet(number).assignee()).isEqualTo(SmallCompany.AGENT);
            assertThat(screen.text()).contains("assignee: 王海");
            assertThat(screen.typed("ticket.reply.label")).isEqualTo("I am on it");
        }
    }

    @Test
    default void a_resolution_of_what_has_just_been_resolved_is_refused_and_kept() {
        var number = openTicket("Both know the answer");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number).press("ticket.resolve").type("ticket.resolve.text", "Turn it off and on.");
            elsewhere(SmallCompany.AGENT, () -> tickets().resolve(number, "Plug it in."));
            screen.awaits("the news", () -> screen.text().contains("Plug it in."));
            screen.press("ticket.resolve");

            assertThat(screen.asks()).isTrue();
            assertThat(screen.refusals()).containsExactly(number + " is settled already. Reopen it first.");
            assertThat(screen.typed("ticket.resolve.text")).isEqualTo("Turn it off and on.");
            assertThat(messages(number)).containsExactly("Please look.", "Plug it in.");
        }
    }

    @Test
    default void an_open_ticket_shows_what_others_do_while_one_writes() {
        var number = openTicket("It changes by itself");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).type("ticket.reply.label", "Not yet sent");
            elsewhere(SmallCompany.EMPLOYEE, () -> tickets().reply(number, "One more thing", List.of()));

            screen.awaits("the reply", () -> screen.text().contains("One more thing"));
            assertThat(screen.typed("ticket.reply.label")).isEqualTo("Not yet sent");
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            elsewhere(SmallCompany.AGENT, () -> tickets().note(number, "Between us", List.of()));
            elsewhere(SmallCompany.AGENT, () -> tickets().reply(number, "I see", List.of()));

            screen.awaits("the answer", () -> screen.text().contains("I see"));
            assertThat(screen.text()).doesNotContain("Between us");
        }
    }

    @Test
    default void what_one_is_about_to_press_stays_while_the_page_changes_around_it() {
        var number = openTicket("Press me now");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number);
            assertThat(screen.stays(
                            "ticket.resolve",
                            () -> screen.type("ticket.reply.label", "One moment.")
                                    .press("ticket.send")))
                    .isTrue();
            assertThat(screen.stays("ticket.resolve", () -> screen.press("ticket.take")))
                    .isTrue();
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.stays(
                            "ticket.withdraw",
                            () -> screen.type("ticket.reply.mine", "Never mind.")
                                    .press("ticket.send")))
                    .isTrue();
        }
        as(SmallCompany.AGENT, () -> tickets().resolve(number, "纸从后面放进去。"));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number);
            assertThat(screen.stays(
                            "learning.write",
                            () -> screen.press("ticket.note")
                                    .type("ticket.note.label", "Done.")
                                    .press("ticket.note.send")))
                    .isTrue();
        }
    }

    @Test
    default void what_was_said_stays_and_what_is_new_is_added() {
        var number = openTicket("Say it once");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number);
            var before = screen.parts("message");
            screen.type("ticket.reply.label", "Twice").press("ticket.send");

            assertThat(screen.parts("message")).hasSize(2).startsWith(before.getFirst());
        }
    }

    @Test
    default void a_page_that_has_been_left_is_not_repainted() {
        var number = openTicket("Left alone");
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number).open("my");
            elsewhere(SmallCompany.EMPLOYEE, () -> tickets().withdraw(number));
            var other = openTicket("Another one");
            screen.open("tickets/" + other);
            elsewhere(SmallCompany.AGENT, () -> tickets().reply(other, "Here", List.of()));

            screen.awaits("the reply", () -> screen.text().contains("Here"));
            assertThat(screen.text()).contains("Another one").doesNotContain("Left alone");
        }
    }

    @Test
    default void what_was_found_out_becomes_one_draft() {
        var number = openTicket("How do I feed the plotter?");
        as(SmallCompany.AGENT, () -> tickets().resolve(number, "纸从后面放进去。"));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).pressTwice("learning.write");

            assertThat(screen.address()).matches("articles/A-\\d+/edit");
            assertThat(screen.typed("knowledge.writing.name")).isEqualTo("How do I feed the plotter?");

            var article = screen.address().split("/")[1];
            screen.open("tickets/" + number);
            assertThat(screen.link(screen.word("learning.became", article))).isEqualTo("articles/" + article);
            assertThat(screen.offers("learning.write")).isFalse();
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.offers("learning.write")).isFalse();
        }
    }

    private long happened(TicketNumber number, HistoryRow.Kind kind) {
        return as(SmallCompany.AGENT, () -> tickets().history(number)).stream()
                .filter(it -> it.kind() == kind)
                .count();
    }

    @Test
    default void a_new_ticket_is_written_down_and_its_desk_told_without_asking_the_database_for_anything() {
        var words = NewTicket.of("Written down, not looked up", "Please look.", SmallCompany.DESK);
        int crew = the(DeskService.class).crew(SmallCompany.DESK).size();

        // The ticket, what was said, what happened, why it is where it is; and a notice for each of the desk.
        assertThat(PageCase.statements(
                        () -> as(SmallCompany.EMPLOYEE, () -> tickets().open(words))))
                .isLessThanOrEqualTo(4 + crew);
    }

    @Test
    default void who_has_just_joined_a_desk_is_told_of_its_next_ticket_and_who_has_left_is_not() {
        var newcomer = new PersonId("colleague44");
        openTicket("Before the newcomer");
        as(SmallCompany.ADMIN, () -> the(DeskService.class).admit(SmallCompany.DESK, newcomer, Role.AGENT));
        var during = openTicket("While the newcomer is there");
        as(SmallCompany.ADMIN, () -> the(DeskService.class).dismiss(SmallCompany.DESK, newcomer, Role.AGENT));
        openTicket("After the newcomer");
        as(SmallCompany.ADMIN, () -> the(DeskService.class).admit(SmallCompany.DESK, newcomer, Role.AGENT));
        var told = as(
                newcomer, () -> the(Inbox.class).lines(Inbox.Show.ALL, null, 50).items());
        as(SmallCompany.ADMIN, () -> the(DeskService.class).dismiss(SmallCompany.DESK, newcomer, Role.AGENT));

        assertThat(told).extracting(Inbox.Line::about).containsExactly(during.value());
    }

    @Test
    default void who_no_longer_wants_to_hear_of_new_tickets_is_not_told_of_the_next() {
        var number = openTicket("Still wanted to be heard of");
        as(Neighbours.SECOND_AGENT, () -> the(Inbox.class).choose(new Inbox.Choice("ticket-new", false, false)));
        var unheard = openTicket("No longer wanted to be heard of");
        as(Neighbours.SECOND_AGENT, () -> the(Inbox.class).choose(new Inbox.Choice("ticket-new", true, false)));

        assertThat(as(
                        Neighbours.SECOND_AGENT,
                        () -> the(Inbox.class).lines(Inbox.Show.ALL, null, 50).items()))
                .extracting(Inbox.Line::about)
                .contains(number.value())
                .doesNotContain(unheard.value());
    }

    @Test
    default void a_colleague_who_is_named_in_a_note_is_told_and_nobody_from_elsewhere() {
        var number = openTicket("The note with a name");
        as(
                SmallCompany.AGENT,
                () -> tickets().note(number, "@Tom Baker and @" + Neighbours.HR_AGENT + ", please look.", List.of()));
        assertThat(mentions(Neighbours.SECOND_AGENT)).contains(number.value());
        assertThat(mentions(Neighbours.HR_AGENT)).doesNotContain(number.value());
        assertThat(mentions(SmallCompany.EMPLOYEE)).doesNotContain(number.value());
    }

    private List<String> mentions(PersonId person) {
        return as(person, () -> the(Inbox.class).lines(Inbox.Show.ALL, null, 50)).items().stream()
                .filter(it -> it.kind().equals("ticket-mentioned"))
                .map(Inbox.Line::about)
                .toList();
    }
}
