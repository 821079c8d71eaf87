package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownProblemTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant WEDNESDAY = NOW.plus(Duration.ofDays(2));
    private static final TicketNumber TICKET = new TicketNumber("IT-7");
    private static final PersonId AGENT = new PersonId("wang.hai");

    @Test
    void it_is_said_in_both_languages_and_until_a_time_that_lies_ahead() {
        assertThat(code(() -> text("打印机卡纸", " ").checked(NOW))).isEqualTo("problem-title");
        assertThat(code(() -> text("？！", "The printer jams").checked(NOW))).isEqualTo("problem-title");
        assertThat(code(() -> text("x".repeat(121), "The printer jams").checked(NOW)))
                .isEqualTo("problem-title-too-long");
        for (var until : new Instant[] {null, NOW, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(400))}) {
            assertThat(code(() -> new KnownProblemText("卡纸", "Jams", "", "", until).checked(NOW)))
                    .isEqualTo("problem-until");
        }
        assertThat(code(() -> new KnownProblemText("卡纸", "Jams", "x".repeat(1001), "", WEDNESDAY).checked(NOW)))
                .isEqualTo("problem-text-too-long");
        assertThat(text(" 打印机\u0000\n卡纸 ", "The printer  jams").checked(NOW).titleZh())
                .isEqualTo("打印机 卡纸");
    }

    @Test
    void marking_it_again_after_it_was_ended_goes_on() {
        var problem = new KnownProblem(TICKET, text("打印机卡纸", "The printer jams"), AGENT, NOW);
        assertThat(problem.say()).isEqualTo(1);
        problem.unmark(NOW);
        assertThat(problem.isMarked()).isFalse();

        problem.mark(text("打印机又卡纸", "The printer jams again"), AGENT, NOW);

        assertThat(problem.isMarked()).isTrue();
        assertThat(problem.title("en")).isEqualTo("The printer jams again");
        assertThat(problem.title("zh")).isEqualTo("打印机又卡纸");
        assertThat(problem.say()).isEqualTo(2);
    }

    @Test
    void a_reply_in_one_language_reaches_those_who_read_the_other() {
        assertThat(new KnownProblemReply.Words("好了", "Done").in("zh")).isEqualTo("好了");
        assertThat(new KnownProblemReply.Words("好了", "Done").in("en")).isEqualTo("Done");
        assertThat(new KnownProblemReply.Words("", "Done").in("zh")).isEqualTo("Done");
    }

    private static KnownProblemText text(String zh, String en) {
        return new KnownProblemText(zh, en, "", "", WEDNESDAY);
    }

    private static String code(Runnable action) {
        try {
            action.run();
        } catch (Refusal no) {
            return no.code();
        }
        assertThatThrownBy(action::run).isInstanceOf(Refusal.class);
        return "";
    }
}
