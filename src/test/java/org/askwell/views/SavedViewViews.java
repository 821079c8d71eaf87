package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.askwell.common.Refusal;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.Role;
import org.askwell.ticket.saved.SavedViewRow;
import org.askwell.ticket.saved.SavedViews;
import org.junit.jupiter.api.Test;

/** Lists that agents come back to. */
interface SavedViewViews extends PageCase {

    @Test
    default void a_list_is_saved_shared_with_the_desk_and_found_by_a_colleague() {
        openTicket("The pangolin scanner");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("queues/it-intake");
            assertThat(screen.offers("view.save")).isFalse();
            screen.open("queues/it-intake?q=pangolin").press("view.save");
            screen.type("view.name", "Pangolins").press("ticket.save");
            assertThat(screen.asks()).isFalse();
            assertThat(screen.texts("bench-views").getFirst()).contains("Pangolins");
        }
        var own = view("Pangolins");
        var shared = as(
                SmallCompany.AGENT,
                () -> views().save("Shared pangolins", "it-intake", "q=pangolin", SmallCompany.DESK));
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("queues/mine");
            assertThat(screen.texts("bench-views").getFirst())
                    .contains("Shared pangolins")
                    .contains(screen.word("view.shared"));
            assertThat(screen.linksIn("bench-views")).containsExactly("queues/it-intake?q=pangolin");
            screen.open("queues/it-intake?q=pangolin");
            assertThat(screen.texts("ticket-row")).isNotEmpty();
        }
        assertThatThrownBy(() -> as(Neighbours.SECOND_AGENT, () -> views().delete(shared.id())))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Neighbours.HR_AGENT, () -> views().delete(own.id())))
                .isInstanceOf(Refusal.class);
        assertThat(as(Neighbours.HR_AGENT, () -> views().list())).isEmpty();
        as(SmallCompany.AGENT, () -> views().delete(own.id()));
        as(SmallCompany.AGENT, () -> views().delete(shared.id()));
    }

    @Test
    default void who_has_left_a_desk_reads_so_and_sees_nothing_of_it() {
        as(SmallCompany.ADMIN, () -> grants().grant(Neighbours.HR_AGENT, Role.AGENT, SmallCompany.DESK));
        var saved = as(Neighbours.HR_AGENT, () -> views().save("From my time at IT", "it-intake", "", null));
        as(SmallCompany.ADMIN, () -> grants().revoke(Neighbours.HR_AGENT, Role.AGENT, SmallCompany.DESK));
        try (var screen = Screen.of(Neighbours.HR_AGENT)) {
            screen.open("queues/mine");
            assertThat(screen.texts("bench-views").getFirst())
                    .contains(screen.word("view.closed", "From my time at IT"));
            assertThat(screen.linksIn("bench-views")).isEmpty();
        }
        assertThatThrownBy(() -> as(Neighbours.HR_AGENT, () -> views().save("Again", "it-intake", "", null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Neighbours.HR_AGENT, () -> views().save("Again", "mine", "", SmallCompany.DESK)))
                .isInstanceOf(Refusal.class);
        as(Neighbours.HR_AGENT, () -> views().delete(saved.id()));
    }

    private SavedViews views() {
        return the(SavedViews.class);
    }

    private org.askwell.people.PeopleService grants() {
        return the(org.askwell.people.PeopleService.class);
    }

    private SavedViewRow view(String name) {
        return as(SmallCompany.AGENT, () -> views().list()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
