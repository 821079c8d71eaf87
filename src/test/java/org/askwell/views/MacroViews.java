package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketStatus;
import org.askwell.ticket.macro.MacroEnding;
import org.askwell.ticket.macro.MacroRow;
import org.askwell.ticket.macro.MacroService;
import org.askwell.ticket.macro.MacroWords;
import org.junit.jupiter.api.Test;

/** Ready words of a desk, and what is done with them. */
interface MacroViews extends PageCase {

    @Test
    default void a_macro_says_it_in_the_language_of_whoever_asked_and_does_the_rest() {
        var macro = kept("Ask for the serial number", MacroEnding.ASK);
        var number = openTicket("The lamp flickers");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number).press("macro.menu");
            screen.pick("macro.which", "Ask for the serial number").press("macro.take");
            assertThat(screen.typed("ticket.reply.label")).isEqualTo("林小雨，你好：" + number + " 的序列号是多少？");
            assertThat(screen.texts("prepared").getFirst()).contains(screen.word("macro.ending.ask"));
            screen.type("ticket.reply.label", "序列号？").press("ticket.send");
            assertThat(screen.refusals()).isEmpty();
        }
        var ticket = sheet(number);
        assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
        assertThat(ticket.assignee()).isEqualTo(Neighbours.SECOND_AGENT);
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.tags()).containsExactly("serial");
        assertThat(messages(number)).contains("序列号？");
        as(SmallCompany.ADMIN, () -> macros().delete(SmallCompany.DESK, macro.id()));
    }

    @Test
    default void only_the_words_can_be_sent() {
        var macro = kept("Solved it", MacroEnding.RESOLVE);
        var number = openTicket("The fan sings");
        try (var screen = Screen.of(Neighbours.SECOND_AGENT)) {
            screen.open("tickets/" + number).press("macro.menu");
            screen.pick("macro.which", "Solved it").press("macro.take");
            screen.press("macro.without").press("ticket.send");
        }
        assertThat(sheet(number).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(messages(number)).hasSize(2);
        as(SmallCompany.ADMIN, () -> macros().delete(SmallCompany.DESK, macro.id()));
    }

    @Test
    default void owners_keep_macros_on_a_page_that_refuses_what_nobody_could_fill_in() {
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("desks/it/macros")
                    .press("macro.add")
                    .type("macro.name.en", "Greeting of the marmot")
                    .type("macro.text.en", "Hello {marmot}")
                    .press("macro.save");
            assertThat(screen.refusals()).singleElement().asString().contains("{marmot}");
            assertThat(screen.typed("macro.text.en")).isEqualTo("Hello {marmot}");
            screen.type("macro.text.en", "Hello {requester}").press("macro.save");
            assertThat(screen.text()).contains("Greeting of the marmot");
        }
        var kept = as(SmallCompany.AGENT, () -> macros().of(SmallCompany.DESK)).stream()
                .filter(it -> it.words().nameEn().equals("Greeting of the marmot"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() ->
                        as(SmallCompany.AGENT, () -> macros().rewrite(SmallCompany.DESK, kept.id(), kept.words())))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(SmallCompany.AGENT, () -> macros().delete(SmallCompany.DESK, kept.id())))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(Neighbours.HR_AGENT, () -> macros().of(SmallCompany.DESK)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(SmallCompany.ADMIN, () -> macros().delete(Neighbours.HR, kept.id())))
                .as("it is another desk's")
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("macro-unknown"));
        var number = openTicket("The marmot again");
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> macros().use(kept.id(), number, null, List.of())))
                .isInstanceOf(Refusal.class);
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/desks/it/macros").statusCode())
                .isEqualTo(403);
        assertThat(fetch(SmallCompany.AGENT, "/api/tickets/" + number + "/macros/" + kept.id())
                        .body())
                .contains("Hello 林小雨");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            assertThat(screen.open("desks/it/macros").status()).isNotEqualTo(200);
        }
        as(SmallCompany.ADMIN, () -> macros().delete(SmallCompany.DESK, kept.id()));
    }

    private MacroService macros() {
        return the(MacroService.class);
    }

    private MacroRow kept(String name, MacroEnding ending) {
        return as(
                SmallCompany.ADMIN,
                () -> macros().add(
                                SmallCompany.DESK,
                                new MacroWords(
                                        "",
                                        name,
                                        "{requester}，你好：{number} 的序列号是多少？",
                                        "Hello {requester}",
                                        true,
                                        Priority.HIGH,
                                        List.of("serial"),
                                        ending)));
    }
}
