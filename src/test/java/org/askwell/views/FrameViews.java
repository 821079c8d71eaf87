package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.junit.jupiter.api.Test;

/** The frame around every page: the menu, the language, and where there is nothing. */
interface FrameViews extends PageCase {

    @Test
    default void a_wrong_address_says_that_there_is_nothing_and_keeps_the_frame() {
        var notMine = openTicket("Nobody else's business");
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            for (var address : List.of(
                    "no/such/page",
                    "questions/Q-22222222",
                    "questions/rubbish",
                    "tickets/IT-999999",
                    "tickets/rubbish",
                    "tickets/" + notMine,
                    "articles/A-999999",
                    "articles/rubbish",
                    "knowledge/nowhere",
                    "desks/nowhere")) {
                isNothing(screen, address, "Nothing here");
            }
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            isNothing(screen, "tickets/IT-999999", "这里没有内容");
        }
    }

    @Test
    default void who_lacks_the_role_is_told_that_there_is_nothing() {
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            for (var address : List.of("admin/desks", "admin/routing", "admin/spaces", "queues", "queues/it-intake")) {
                isNothing(screen, address, "Nothing here");
            }
            assertThat(screen.linksIn("menu")).containsExactly("", "my", "knowledge");
        }
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            isNothing(screen, "admin/desks", "这里没有内容");
            assertThat(screen.linksIn("menu")).contains("queues").doesNotContain("admin/desks");
        }
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("admin/desks");
            assertThat(screen.title()).isNotEqualTo("Nothing here");
            assertThat(screen.linksIn("menu")).contains("admin/desks");
        }
    }

    private static void isNothing(Screen screen, String address, String title) {
        screen.open(address);
        assertThat(screen.status()).as(address).isEqualTo(404);
        assertThat(screen.title()).as(address).isEqualTo(title);
        assertThat(screen.text()).as(address).contains(title);
        assertThat(LocatorJ._find(Nav.class)).as("the menu at " + address).isNotEmpty();
    }

    @Test
    default void the_other_language_is_one_press_away_and_back() {
        var person = new PersonId("bilingual");
        as(SmallCompany.ADMIN, () -> the(PeopleService.class).put(person, Profile.named("Robin", "en")));
        try (var screen = Screen.of(person)) {
            assertThat(screen.text()).contains("What do you need?", "Knowledge");
            screen.press("shell.language.other");

            assertThat(screen.text()).contains("你需要什么？", "知识").doesNotContain("What do you need?");
            screen.open("my");
            assertThat(screen.title()).isEqualTo("我的");

            screen.press("shell.language.other");
            assertThat(screen.title()).isEqualTo("My things");
        }
    }
}
