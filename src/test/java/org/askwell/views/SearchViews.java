package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import org.askwell.inside.Ground;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.search.FoundGroup;
import org.askwell.search.SearchEverywhere;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketSearch;
import org.junit.jupiter.api.Test;

/** One search over articles and tickets. */
interface SearchViews extends PageCase {

    int DOUBLINGS = 16;
    long FIRST = 500_000_000_000L;

    @Test
    default void one_search_finds_own_requests_by_subject_by_what_was_said_and_by_number_but_never_a_note() {
        var number = as(
                Neighbours.ENGLISH_EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("The xylophone hums", "It stands in the atrium.", SmallCompany.DESK))
                        .number());
        as(SmallCompany.AGENT, () -> {
            tickets().reply(number, "We call the tuner on Friday.", List.of());
            tickets().note(number, "She plays it herself, badly.", List.of());
        });

        for (var text : List.of(
                "xylophone", "XYLOPHONE atrium", "tuner friday", number.value().toLowerCase(), digits(number))) {
            assertThat(found(Neighbours.ENGLISH_EMPLOYEE, text, "requests"))
                    .as(text)
                    .contains(number.value());
            assertThat(found(SmallCompany.EMPLOYEE, text, "requests")).as(text).doesNotContain(number.value());
            assertThat(found(Neighbours.HR_AGENT, text, "tickets")).as(text).doesNotContain(number.value());
        }
        assertThat(found(Neighbours.ENGLISH_EMPLOYEE, "badly", "requests")).isEmpty();
        assertThat(found(Neighbours.ENGLISH_EMPLOYEE, "xylophone", "tickets")).isEmpty();
        assertThat(found(SmallCompany.AGENT, "xylophone", "tickets")).containsExactly(number.value());
        assertThat(found(SmallCompany.AGENT, digits(number), "tickets")).containsExactly(number.value());
        assertThat(found(SmallCompany.ADMIN, "xylophone", "tickets")).isEmpty();
        assertThat(found(Neighbours.ENGLISH_EMPLOYEE, "100%' or 1=1 --", "requests"))
                .isEmpty();
    }

    @Test
    default void the_page_and_the_reply_show_the_groups_with_their_counts() {
        as(
                Neighbours.ENGLISH_EMPLOYEE,
                () -> tickets().open(NewTicket.of("Who pays the hotel night in Reykjavik?", "Me?", SmallCompany.DESK)));
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.open("search?q=hotel%20night");
            assertThat(screen.texts("chips")).singleElement().asString().contains("Articles · ", "My requests · 1");
            assertThat(screen.text()).contains("Who pays the hotel night in Reykjavik?", "差旅报销");
        }
        var reply = fetch(Neighbours.ENGLISH_EMPLOYEE, "/api/search/groups?q=hotel%20night")
                .body();
        assertThat(reply).contains("\"name\":\"articles\"", "\"name\":\"requests\"", "Reykjavik");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/search/groups?q=Reykjavik")
                        .body())
                .doesNotContain("\"requests\"", "\"tickets\"");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/search/groups?q=").body()).isEqualTo("{\"groups\":[]}");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/search?q=hotel").statusCode())
                .isEqualTo(200);
    }

    @Test
    default void a_desk_of_many_thousand_tickets_is_looked_through_at_once() throws Exception {
        manyTickets();
        var agent = new PersonId("busy.agent");
        as(SmallCompany.ADMIN, () -> {
            the(PeopleService.class).put(agent, Profile.named("Busy", "en"));
            the(PeopleService.class).grant(agent, Role.AGENT, "busy");
        });
        for (var text : List.of("eats paper", "nowhere")) {
            assertThat(PageCase.statements(
                            () -> as(agent, () -> the(TicketSearch.class).atMyDesks(text, 8))))
                    .as(text)
                    .isLessThanOrEqualTo(2);
        }
        assertThat(as(agent, () -> the(TicketSearch.class).atMyDesks("paper", 8)))
                .satisfies(it -> {
                    assertThat(it.tickets()).hasSize(8);
                    assertThat(it.since()).isNotNull();
                });
    }

    private List<String> found(PersonId person, String text, String group) {
        return as(person, () -> the(SearchEverywhere.class).find(text, 10, Set.of())).stream()
                .filter(it -> it.name().equals(group))
                .flatMap(it -> it.items().stream())
                .map(FoundGroup.FoundThing::id)
                .toList();
    }

    private static String digits(TicketNumber number) {
        return number.value().substring(number.value().indexOf('-') + 1);
    }

    private void manyTickets() throws Exception {
        var transaction = CDI.current().select(UserTransaction.class).get();
        var em = the(Ground.class).entities();
        var columns = "subject, requester, opened_by, desk, queue, status, priority, tags, language, confidential,"
                + " messages";
        transaction.begin();
        em.createNativeQuery("insert into ticket (id, version, number, " + columns + ", opened_at, updated_at) values"
                        + " (?1, 1, 'BUSY-1', 'The printer eats paper 吃纸', 'colleague3', 'colleague3', 'busy', 'busy',"
                        + " 'CLOSED', 'NORMAL', '', 'en', false, 1, cast('2026-01-01T00:00:00Z' as timestamp with time"
                        + " zone), cast('2026-01-01T00:00:00Z' as timestamp with time zone))")
                .setParameter(1, FIRST)
                .executeUpdate();
        for (int i = 0; i < DOUBLINGS; i++) {
            long ahead = 1L << i;
            em.createNativeQuery("insert into ticket (id, version, number, " + columns
                            + ", opened_at, updated_at) select id + " + ahead + ", 1, 'BUSY-' || cast(id - " + FIRST
                            + " + 1 + " + ahead + " as varchar(20)), " + columns
                            + ", opened_at + interval '1' second, updated_at from ticket where id >= " + FIRST)
                    .executeUpdate();
        }
        em.createNativeQuery("update ticket set requester = 'colleague4' where id >= " + FIRST + " and mod(id, 8) > 0")
                .executeUpdate();
        em.createNativeQuery(
                        "insert into ticket_message (id, ticket, position, author, visibility, text, at) select id,"
                                + " number, 1, requester, 'PUBLIC', 'It eats every second sheet of paper since Monday.',"
                                + " opened_at from ticket where id >= " + FIRST)
                .executeUpdate();
        transaction.commit();
    }
}
