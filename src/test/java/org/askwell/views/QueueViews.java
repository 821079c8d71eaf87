package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.askwell.common.db.StatementCount;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.junit.jupiter.api.Test;

/** The agents' queues: whose they are, how much they cost, and what appears by itself. */
interface QueueViews extends PageCase {

    int PAGE = 50;
    String HARDWARE = "it-hardware";

    @Test
    default void a_queue_shows_a_page_of_its_tickets_and_more_when_asked() {
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("queues/it-intake");
            assertThat(screen.texts("ticket-row")).hasSize(PAGE);

            screen.press("ticket.list.more");
            assertThat(screen.texts("ticket-row")).hasSizeGreaterThan(PAGE);
        }
    }

    @Test
    default void a_row_stays_under_the_finger_while_others_work() {
        var number = openTicket("Quokka in the server room");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("queues/it-intake?q=quokka");
            var row = screen.parts("ticket-row").getFirst();
            var queues = screen.parts("count");
            elsewhere(SmallCompany.AGENT, () -> tickets().prioritise(number, Priority.URGENT));

            screen.awaits(
                    "the news",
                    () -> screen.texts("ticket-row").getFirst().contains(screen.word("ticket.priority.urgent")));
            assertThat(screen.parts("ticket-row")).containsExactly(row);
            assertThat(screen.parts("count")).isEqualTo(queues);
        }
    }

    @Test
    default void a_queue_costs_the_same_with_one_ticket_and_with_fifty() {
        var number = openTicket("The only one there");
        as(SmallCompany.AGENT, () -> tickets().changeQueue(number, HARDWARE));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            long few = statements(() -> screen.open("queues/" + HARDWARE));
            assertThat(screen.texts("ticket-row")).isNotEmpty().hasSizeLessThan(PAGE);
            long many = statements(() -> screen.open("queues/it-intake"));
            assertThat(screen.texts("ticket-row")).hasSize(PAGE);

            assertThat(few).isPositive().isLessThanOrEqualTo(12);
            assertThat(many).isEqualTo(few);
        }
    }

    @Test
    default void the_address_filters_the_list_and_opens_a_ticket_beside_it() {
        var number = openTicket("Zebra stripes on every print");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("queues/it-intake?q=zebra");
            assertThat(screen.texts("ticket-row")).singleElement().asString().contains("Zebra stripes");
            assertThat(screen.typed("ticket.filter.text")).isEqualTo("zebra");

            screen.open(screen.linksIn("ticket-list").getFirst());
            assertThat(screen.address()).isEqualTo("queues/it-intake?q=zebra&ticket=" + number);
            assertThat(screen.texts("ticket-head").getFirst()).contains("Zebra stripes on every print");

            screen.open("queues/it-intake").choose("ticket.filter.status", "已解决");
            assertThat(screen.address()).isEqualTo("queues/it-intake?status=resolved");
            assertThat(screen.texts("ticket-row")).noneMatch(it -> it.contains("Zebra"));
        }
    }

    @Test
    default void an_agent_of_another_desk_sees_neither_queue_nor_ticket() {
        var number = openTicket("Not for human resources");
        try (var screen = Screen.of(Neighbours.HR_AGENT)) {
            screen.open("queues");
            assertThat(screen.linksIn("bench-queues"))
                    .contains("queues/hr-intake")
                    .doesNotContain("queues/it-intake", "queues/" + HARDWARE);

            screen.open("queues/it-intake");
            assertThat(screen.title()).isEqualTo("这里没有内容");
            screen.open("tickets/" + number);
            assertThat(screen.title()).isEqualTo("这里没有内容");
            screen.open("queues/hr-intake?ticket=" + number);
            assertThat(screen.text()).doesNotContain("Not for human resources");
            screen.open("queues/hr-intake?q=human");
            assertThat(screen.text()).doesNotContain("Not for human resources");
        }
    }

    @Test
    default void what_arrives_appears_by_itself_and_only_on_the_screens_of_its_desk() {
        try (var screen = Screen.of(Neighbours.HR_AGENT)) {
            screen.open("queues/hr-intake");
            elsewhere(SmallCompany.EMPLOYEE, () -> open("Cables under the desk", SmallCompany.DESK));
            elsewhere(SmallCompany.EMPLOYEE, () -> open("Holidays over the new year", Neighbours.HR));

            screen.awaits("the ticket", () -> screen.text().contains("Holidays over the new year"));
            assertThat(screen.text()).doesNotContain("Cables under the desk");
        }
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("queues/it-intake?q=cables");
            elsewhere(SmallCompany.EMPLOYEE, () -> open("More cables for human resources", Neighbours.HR));
            elsewhere(SmallCompany.EMPLOYEE, () -> open("Still more cables", SmallCompany.DESK));

            screen.awaits("the ticket", () -> screen.text().contains("Still more cables"));
            assertThat(screen.text()).contains("Cables under the desk").doesNotContain("for human resources");
        }
    }

    @Test
    default void what_somebody_else_has_finished_is_dimmed_and_nothing_jumps() {
        var number = openTicket("Quokka on the keyboard");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("queues/it-intake?q=quokka");
            elsewhere(Neighbours.SECOND_AGENT, () -> tickets().resolve(number, "It was hungry."));

            screen.awaits("the row is dimmed", () -> !screen.texts("gone").isEmpty());
            assertThat(screen.texts("ticket-row")).hasSize(1);
            screen.open("queues/it-intake?q=quokka");
            assertThat(screen.texts("ticket-row")).isEmpty();
            assertThat(screen.text()).contains(screen.word("ticket.list.nothing"));
        }
    }

    private void open(String subject, String desk) {
        tickets().open(NewTicket.of(subject, "Please look.", desk));
    }

    /** The least of three: who is acting is read anew every two seconds, and that is not the page's doing. */
    private static long statements(Runnable something) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = StatementCount.here();
            something.run();
            least = Math.min(least, StatementCount.here() - before);
        }
        return least;
    }
}
