package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.askwell.common.Refusal;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.notification.Inbox;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.askwell.ticket.checklist.Checklists;
import org.junit.jupiter.api.Test;

/** What has to be done for a ticket, point by point. */
interface ChecklistViews extends PageCase {

    @Test
    default void what_is_on_the_list_is_done_before_the_ticket_is_resolved_and_its_requester_reads_it() {
        var number = openTicket("A desk for the newcomer");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("tickets/" + number).press("checklist.add");
            screen.type("checklist.text", "  Order a \n chair ").press("checklist.add");
            assertThat(screen.refusals()).isEmpty();
            assertThat(screen.texts("checklist").getFirst())
                    .contains("Order a chair", screen.word("checklist.count", 0, 1));
            screen.press("checklist.do").press("checklist.undo");
            assertThat(screen.refusals()).isEmpty();
        }
        as(
                SmallCompany.AGENT,
                () -> lists().add(number, "Hang the lamp", Neighbours.SECOND_AGENT, LocalDate.of(2027, 1, 8)));
        refused("checklist-left", () -> tickets().resolve(number, "All there."));
        assertThat(sheet(number).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(as(Neighbours.SECOND_AGENT, () -> the(Inbox.class).lines(Inbox.Show.ALL, null, 20))
                        .items())
                .anyMatch(it -> it.kind().equals("ticket-task") && it.about().equals(number.value()));

        as(SmallCompany.AGENT, () -> lists().done(number, 1));
        as(Neighbours.SECOND_AGENT, () -> lists().done(number, 2));
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("tickets/" + number);
            assertThat(screen.texts("checklist").getFirst())
                    .contains("Order a chair", "Hang the lamp", screen.word("checklist.count", 2, 2));
            assertThat(screen.offers("checklist.undo")).isFalse();
        }
        as(SmallCompany.AGENT, () -> tickets().resolve(number, "All there."));
        assertThat(sheet(number).status()).isEqualTo(TicketStatus.RESOLVED);
        refused("ticket-settled", () -> lists().undone(number, 1));
        refused("ticket-settled", () -> lists().add(number, "One more", null, null));
        assertThat(as(SmallCompany.AGENT, () -> tickets().history(number)))
                .extracting(HistoryRow::kind)
                .contains(HistoryRow.Kind.CHECKLIST_ADDED, HistoryRow.Kind.CHECKLIST_DONE);
    }

    @Test
    default void a_list_is_kept_by_those_who_work_on_the_ticket_alone() {
        var number = openTicket("A list to look at");
        var item = as(SmallCompany.AGENT, () -> lists().add(number, "Look at it", null, null));
        refused("checklist-text", () -> lists().add(number, "x".repeat(201), null, null));
        refused("checklist-text", () -> lists().add(number, " \n ", null, null));
        refused("checklist-owner", () -> lists().add(number, "Somebody else", Neighbours.HR_AGENT, null));
        refused("checklist-open", () -> lists().undone(number, item.position()));
        refused("checklist-unknown", () -> lists().done(number, 9));
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> lists().done(number, item.position())))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> lists().add(number, "Mine", null, null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Neighbours.HR_AGENT, () -> lists().of(number)))
                .isInstanceOf(Refusal.class);
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/tickets/" + number + "/checklist")
                        .body())
                .contains("\"item\":1", "Look at it");
        assertThat(fetch(Neighbours.ENGLISH_EMPLOYEE, "/api/tickets/" + number + "/checklist")
                        .statusCode())
                .isEqualTo(404);
        as(SmallCompany.AGENT, () -> lists().done(number, item.position()));
        refused("checklist-done", () -> lists().done(number, item.position()));
        as(SmallCompany.AGENT, () -> lists().remove(number, item.position()));
        assertThat(as(SmallCompany.AGENT, () -> lists().of(number))).isEmpty();
        as(SmallCompany.AGENT, () -> tickets().resolve(number, "Nothing left."));
    }

    @Test
    default void a_long_list_costs_no_more_statements_and_has_an_end() {
        var number = openTicket("A list without an end");
        added(number, 1, 3);
        long few = as(SmallCompany.AGENT, () -> PageCase.statements(() -> lists().of(number)));
        added(number, 4, Checklists.MOST);
        assertThat(as(SmallCompany.AGENT, () -> PageCase.statements(() -> lists().of(number))))
                .isEqualTo(few);
        refused("checklist-many", () -> lists().add(number, "One too many", null, null));
    }

    private void added(TicketNumber number, int from, int until) {
        IntStream.rangeClosed(from, until)
                .forEach(it -> as(SmallCompany.AGENT, () -> lists().add(number, "Point " + it, null, null)));
    }

    private void refused(String code, Runnable verb) {
        assertThatThrownBy(() -> as(SmallCompany.AGENT, verb))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private Checklists lists() {
        return the(Checklists.class);
    }
}
