package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.junit.jupiter.api.Test;

/** The way to a desk, on paper. */
interface PosterViews extends PageCase {

    @Test
    default void the_poster_of_a_desk_speaks_both_languages_and_leads_to_its_page() {
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("admin/desks/it");
            assertThat(screen.link("Poster with QR code")).isEqualTo("admin/desks/it/poster");
            screen.open("admin/desks/it/poster");
            assertThat(screen.text()).contains("信息技术", "扫码", "Scan", "/desks/it");
            assertThat(screen.linksIn("poster")).singleElement().asString().endsWith("/desks/it");
        }
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            assertThat(screen.open("admin/desks/it/poster").status()).isEqualTo(404);
        }
        var code = fetch(SmallCompany.EMPLOYEE, "/api/desks/it/qr");
        assertThat(code.statusCode()).isEqualTo(200);
        assertThat(code.body()).startsWith("<svg");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/desks/nowhere/qr").statusCode())
                .isEqualTo(404);
    }

    @Test
    default void who_asks_on_a_desk_s_page_and_gets_no_proof_is_led_to_that_desk() {
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.open("desks/hr");
            screen.type("ask.desk.title", "Where does the hare sleep?").press("ask.send");
            assertThat(screen.address()).startsWith("questions/Q-");
            assertThat(screen.chosen("ask.person.desk")).isEqualTo("Human resources");
        }
    }
}
