package org.askwell.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.askwell.ai.Embedder;
import org.askwell.ai.Meaning;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.askwell.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GapTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T01:00:00Z");
    private static final PersonId CURATOR = new PersonId("priya.nair");
    private static final PersonId OWNER = new PersonId("wang.hai");
    private static final ArticleId ARTICLE = new ArticleId("A-12");

    private final Gap gap =
            new Gap(17, Meaning.of("Where do I park?", "en", Embedder.NONE), "Where do I park?", Gap.NO_DESK, MONDAY);

    @Test
    void its_numbers_are_those_of_its_questions() {
        gap.count(tally(MONDAY, new Tally.Department("sales", 3, 40), new Tally.Department("it", 5, 12)));

        assertThat(gap.row().questions()).isEqualTo(9);
        assertThat(gap.row().people()).isEqualTo(8);
        assertThat(gap.row().askedBy()).containsExactly("it", "sales");
        assertThat(gap.row().id()).isEqualTo(new GapId("G-17"));
    }

    @Test
    void a_department_is_named_only_where_that_does_not_tell_who_asked() {
        assertThat(shown(new Tally.Department("board", 1, 4))).isEmpty();
        assertThat(shown(new Tally.Department("it", 1, 5))).containsExactly("it");
        assertThat(shown(new Tally.Department("board", 2, 4))).containsExactly("board");
        assertThat(shown(new Tally.Department("board", 1, 3), new Tally.Department("it", 2, 30)))
                .containsExactly("it");
        assertThat(shown(new Tally.Department("", 9, 0))).isEmpty();
    }

    @Test
    void writing_shows_and_publishing_closes_it() {
        assertThat(gap.writeInto(ARTICLE)).isEqualTo(new GapEvent.WritingBegun(gap.id(), ARTICLE));
        assertThat(gap.row().isBeingWritten()).isTrue();

        assertThat(gap.close(ARTICLE, MONDAY)).isEqualTo(new GapEvent.Closed(gap.id()));
        assertThat(gap.row().state()).isEqualTo(GapState.CLOSED);
        assertThatThrownBy(() -> gap.writeInto(ARTICLE)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_the_article_does_not_answer_is_said_until_something_new_is_tried() {
        gap.writeInto(ARTICLE);
        gap.leaveOpen(ARTICLE, "Where do I park a lorry?");

        assertThat(gap.isOpen()).isTrue();
        assertThat(gap.row().unprovenArticle()).isEqualTo(ARTICLE);
        assertThat(gap.row().unprovenWording()).isEqualTo("Where do I park a lorry?");
        assertThat(gap.row().isBeingWritten()).isFalse();

        gap.writeInto(new ArticleId("A-13"));
        assertThat(gap.row().unprovenArticle()).isNull();
    }

    @Test
    void who_asks_after_it_was_closed_opens_it_again_and_who_asked_before_does_not() {
        gap.close(ARTICLE, MONDAY);

        gap.count(tally(MONDAY.minus(Duration.ofHours(1)), new Tally.Department("it", 1, 12)));
        assertThat(gap.isOpen()).isFalse();

        gap.count(tally(MONDAY.plus(Duration.ofHours(1)), new Tally.Department("it", 2, 12)));
        assertThat(gap.isOpen()).isTrue();
    }

    @Test
    void it_is_put_aside_with_a_reason_counts_on_silently_and_can_be_taken_up_again() {
        assertThatThrownBy(() -> gap.dismiss(CURATOR, " ", MONDAY)).isInstanceOf(Refusal.class);
        gap.dismiss(CURATOR, "The landlord answers this.", MONDAY);
        gap.count(tally(MONDAY.plus(Duration.ofDays(1)), new Tally.Department("it", 1, 12)));

        assertThat(gap.row().state()).isEqualTo(GapState.DISMISSED);
        assertThat(gap.row().dismissedWhy()).isEqualTo("The landlord answers this.");

        gap.reopen(CURATOR);
        assertThat(gap.isOpen()).isTrue();
        assertThat(gap.row().dismissedWhy()).isNull();
        assertThatThrownBy(() -> gap.reopen(CURATOR)).isInstanceOf(Refusal.class);
    }

    @Test
    void the_owner_of_an_article_is_asked() {
        assertThat(gap.askOwner(ARTICLE, OWNER, CURATOR, MONDAY))
                .isEqualTo(new GapEvent.OwnerAsked(gap.id(), ARTICLE, OWNER, CURATOR));
        assertThat(gap.askedOwner()).contains(OWNER);
        assertThat(gap.isUntouched()).isFalse();
    }

    @Test
    void it_learns_its_place_once() {
        gap.place("it", ARTICLE, "it");
        gap.place("hr", new ArticleId("A-13"), "hr");

        assertThat(gap.desk()).isEqualTo("it");
        assertThat(gap.nearest()).contains(ARTICLE);
        assertThat(gap.space()).isEqualTo("it");
    }

    private static List<String> shown(Tally.Department... departments) {
        return tally(MONDAY, departments).shownDepartments();
    }

    private static Tally tally(Instant last, Tally.Department... departments) {
        return new Tally(Map.of(InVain.UNANSWERED, 7, InVain.UNHELPFUL, 2), List.of(departments), MONDAY, last);
    }
}
