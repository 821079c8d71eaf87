package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.askwell.common.Refusal;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.Directory;
import org.askwell.people.EmploymentType;
import org.askwell.people.Particulars;
import org.askwell.people.PersonCard;
import org.askwell.people.PersonCards;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.ticket.NewTicket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may be introduced to whom, and what they learn. */
interface CardViews extends PageCase {

    @Test
    default void an_agent_sees_who_asks_to_whom_they_report_and_what_they_wait_for_at_this_desk_alone() {
        var boss = admitted("card.boss", null);
        var chief = admitted("card.chief", boss);
        var asker = admitted("card.asker", chief);
        var number = as(
                asker,
                () -> tickets()
                        .open(NewTicket.of("The card reader sleeps", "Wake it.", SmallCompany.DESK))
                        .number());
        var other = as(
                asker,
                () -> tickets()
                        .open(NewTicket.of("My payslip", "It is empty.", Neighbours.HR))
                        .number());

        var card = card(SmallCompany.AGENT, asker);
        assertThat(card.managers()).extracting(PersonCard.Colleague::id).containsExactly(chief, boss);
        assertThat(card.office()).isEqualTo("Chengdu");
        assertThat(card.open()).extracting(it -> it.id()).containsExactly(number.value());
        assertThat(card(Neighbours.HR_AGENT, asker).open())
                .extracting(it -> it.id())
                .containsExactly(other.value());
        assertThat(card(asker, asker).open()).hasSize(2);

        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number);
            assertThat(screen.linksIn("message-head")).containsOnly("people/card.asker");
            assertThat(screen.linksIn("side-card")).contains("people/card.asker");
            screen.open("people/card.asker");
            assertThat(screen.title()).isEqualTo("card.asker");
            assertThat(screen.text()).contains("Chengdu", "card.chief", "The card reader sleeps", "Europe/Berlin");
            assertThat(screen.text()).doesNotContain("My payslip", "card.asker@example.com");
        }
        assertThat(fetch(SmallCompany.AGENT, "/api/people/card.asker/card").body())
                .contains("\"managers\":[{\"id\":\"card.chief\"", number.value())
                .doesNotContain("example.com", other.value());
    }

    @Test
    default void an_employee_meets_who_answers_and_who_is_above_and_nobody_else() {
        var boss = admitted("meets.boss", null);
        var me = admitted("meets.me", boss);
        var stranger = admitted("meets.stranger", boss);

        var agent = card(me, SmallCompany.AGENT);
        assertThat(agent.works()).contains("Agent · IT");
        assertThat(agent.managers()).isEmpty();
        assertThat(agent.open()).isEmpty();
        assertThat(card(me, boss).name()).isEqualTo("meets.boss");
        assertThat(card(me, me).managers()).extracting(PersonCard.Colleague::id).containsExactly(boss);

        for (var unknown : new PersonId[] {stranger, new PersonId("nobody.at.all")}) {
            assertThatThrownBy(() -> card(me, unknown))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("person-unknown"));
            assertThat(fetch(me, "/api/people/" + unknown + "/card").statusCode())
                    .isEqualTo(404);
            try (var screen = Screen.of(me)) {
                assertThat(screen.open("people/" + unknown).status()).isEqualTo(404);
            }
        }
    }

    @Test
    default void of_whom_has_left_only_the_name_is_told() {
        var gone = admitted("card.gone", null);
        as(SmallCompany.ADMIN, () -> the(Directory.class).close(gone));

        assertThat(card(SmallCompany.AGENT, gone)).satisfies(it -> {
            assertThat(it.name()).isEqualTo("card.gone");
            assertThat(it.active()).isFalse();
            assertThat(it.office()).isNull();
        });
        assertThat(card(SmallCompany.ADMIN, gone).office()).isEqualTo("Chengdu");
    }

    private PersonCard card(PersonId viewer, PersonId person) {
        return as(viewer, () -> the(PersonCards.class).card(person));
    }

    private PersonId admitted(String login, @Nullable PersonId manager) {
        var id = new PersonId(login);
        var profile = new Profile(
                login,
                null,
                null,
                null,
                login + "@example.com",
                null,
                manager,
                "Chengdu",
                ZoneId.of("Europe/Berlin"),
                "en",
                EmploymentType.FULL_TIME);
        as(SmallCompany.ADMIN, () -> the(Directory.class).admit(id, Particulars.of(profile)));
        return id;
    }
}
