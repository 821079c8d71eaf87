package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.people.PersonId;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketRow;
import org.junit.jupiter.api.Test;

/** Asking on the home page, what is answered, and the way to a person. */
interface AskingViews extends PageCase {

    String ABOUT_PAY_ZH = "工资条上的扣款为什么变了颜色？";
    String ABOUT_PAY_EN = "Why is my payslip in a green envelope?";

    @Test
    default void an_empty_question_is_refused_in_a_sentence_and_what_was_typed_stays() {
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.type("ask.home.title", " ？！ ").press("ask.send");

            assertThat(screen.refusals()).containsExactly("这里没有问题。用自己的话写下来。");
            assertThat(screen.typed("ask.home.title")).isEqualTo(" ？！ ");
            assertThat(screen.address()).isEmpty();
        }
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.type("ask.home.title", "...").press("ask.send");

            assertThat(screen.refusals()).containsExactly("There is no question in this. Write it in your own words.");
            assertThat(screen.typed("ask.home.title")).isEqualTo("...");
        }
    }

    @Test
    default void an_answer_shows_its_sentence_and_leads_to_the_passage_that_proves_it() {
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            isAnswered(screen, Neighbours.QUESTION_ZH, Neighbours.PROOF_ZH);
            assertThat(screen.texts("answer-origin")).containsExactly("自动回答 · 摘自《差旅报销》“住宿”");
        }
    }

    private void isAnswered(Screen screen, String question, String proof) {
        screen.type("ask.home.title", question).press("ask.send");

        assertThat(screen.address()).startsWith("questions/Q-");
        assertThat(screen.title()).isEqualTo(question);
        assertThat(screen.texts("proof")).as(screen.text()).hasSize(1);
        assertThat(screen.texts("proof").getFirst()).contains(proof);
        var passage = screen.link(screen.word("ask.answer.open"));
        assertThat(passage).matches("articles/A-\\d+\\?revision=1&start=\\d+&end=\\d+");

        var answered = screen.address();
        screen.open(passage);
        assertThat(screen.marked()).contains(proof);
        screen.open(answered);
        assertThat(screen.texts("proof").getFirst()).contains(proof);
    }

    @Test
    default void an_answer_that_helped_is_thanked_for_and_one_that_did_not_opens_the_way_to_a_person() {
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.type("ask.home.title", Neighbours.QUESTION_ZH).press("ask.send");
            assertThat(screen.offers("ask.person.send")).isFalse();
            screen.press("ask.helped");

            assertThat(screen.text()).contains("好的，已记为解决。");
            assertThat(screen.offers("ask.helped")).isFalse();

            screen.open("").type("ask.home.title", Neighbours.QUESTION_ZH).press("ask.send");
            screen.press("ask.missed").type("ask.missed.why", "我说的是国外").press("ask.missed.send");
            assertThat(screen.offers("ask.person.send")).isTrue();
        }
    }

    @Test
    default void what_cannot_be_proven_is_not_answered_and_the_rules_have_chosen_the_desk_already() {
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.type("ask.home.title", ABOUT_PAY_ZH).press("ask.send");

            assertThat(screen.texts("proof")).isEmpty();
            assertThat(screen.text()).contains("在你能看的文章里，找不到能证明的答案。");
            assertThat(screen.offers("ask.person.send")).isTrue();
            assertThat(screen.chosen("ask.person.desk")).isEqualTo("人力资源");
        }
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.type("ask.home.title", ABOUT_PAY_EN).press("ask.send");

            assertThat(screen.texts("proof")).isEmpty();
            assertThat(screen.text()).contains("I could not prove an answer from what you may read.");
            assertThat(screen.chosen("ask.person.desk")).isEqualTo("Human resources");
        }
    }

    @Test
    default void handing_over_makes_one_ticket_however_often_it_is_pressed_and_goes_on_in_the_same_place() {
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            var before = ticketsOf(Neighbours.ENGLISH_EMPLOYEE).size();
            screen.type("ask.home.title", ABOUT_PAY_EN).press("ask.send");
            var question = screen.address();
            screen.type("ask.person.note", "The last one was white.").pressTwice("ask.person.send");

            var tickets = ticketsOf(Neighbours.ENGLISH_EMPLOYEE);
            assertThat(tickets).hasSize(before + 1);
            assertThat(tickets.getFirst().desk()).isEqualTo(Neighbours.HR);
            assertThat(screen.address()).isEqualTo(question);
            assertThat(screen.refusals()).isEmpty();
            assertThat(screen.texts("plain-status"))
                    .singleElement()
                    .asString()
                    .contains(tickets.getFirst().number().value(), "With Human resources. Nobody has taken it yet");
            assertThat(screen.offers("ask.person.send")).isFalse();
        }
    }

    @Test
    default void what_the_person_writes_appears_under_the_question_while_the_asker_is_writing() {
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.type("ask.home.title", ABOUT_PAY_EN).press("ask.send").press("ask.person.send");
            var number = ticketsOf(Neighbours.ENGLISH_EMPLOYEE).getFirst().number();
            screen.type("ticket.reply.mine", "By the way");

            elsewhere(Neighbours.HR_AGENT, () -> tickets().note(number, "She is colour-blind, I think.", List.of()));
            elsewhere(Neighbours.HR_AGENT, () -> tickets().reply(number, "Green means paid.", List.of()));

            screen.awaits("the reply", () -> screen.text().contains("Green means paid."));
            assertThat(screen.text()).doesNotContain("colour-blind");
            assertThat(screen.typed("ticket.reply.mine")).isEqualTo("By the way");

            elsewhere(Neighbours.HR_AGENT, () -> tickets().resolve(number, "It was a thank-you."));
            screen.awaits("the resolution", () -> screen.offers("ticket.confirm"));
            assertThat(screen.text()).contains("It was a thank-you.");
            screen.press("ticket.confirm");
            assertThat(screen.texts("plain-status")).singleElement().asString().contains("Closed");
            assertThat(screen.offers("ticket.confirm")).isFalse();
        }
    }

    @Test
    default void my_things_are_only_mine() {
        var hers = as(
                Neighbours.ENGLISH_EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("The lamp of Jane", "It hums.", SmallCompany.DESK))
                        .number());
        var his = openTicket("The chair of somebody else");
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            screen.open("my");

            assertThat(screen.linksIn("lines")).contains("tickets/" + hers).doesNotContain("tickets/" + his);
            assertThat(screen.text()).contains("The lamp of Jane").doesNotContain("The chair of somebody else");
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("my");

            assertThat(screen.linksIn("lines")).contains("tickets/" + his).doesNotContain("tickets/" + hers);
        }
    }

    private List<TicketRow> ticketsOf(PersonId person) {
        return as(person, () -> tickets().page(TicketFilter.ALL.requestedBy(person), 0, 100));
    }
}
