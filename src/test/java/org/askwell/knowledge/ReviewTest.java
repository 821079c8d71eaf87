package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewTest {

    static final PersonId AUTHOR = new PersonId("li.wei");
    static final PersonId HELPER = new PersonId("tom.baker");
    static final PersonId REVIEWER = new PersonId("curator");

    final ArticleAccess access = new ArticleAccess();
    final Article article =
            new Article(ArticleId.numbered(318), "it", "en", ArticleDetails.ownedBy(AUTHOR), ArticleTest.MONDAY);
    final Revision revision = article.write(0, ArticleTest.text("Printer"), AUTHOR, ArticleTest.MONDAY, "");
    final Review review = new Review(1, revision, HELPER, " The tray has moved. ", ArticleTest.MONDAY);

    @Test
    void it_keeps_why_it_was_handed_in_and_tells_both_who_wrote_and_who_asked() {
        assertThat(review.handedIn()).isEqualTo(new ReviewEvent.HandedIn(article.id(), 1, 1, HELPER));
        assertThat(review.reason()).isEqualTo("The tray has moved.");

        var event = review.approve(REVIEWER, ArticleTest.MONDAY);

        assertThat(event.to()).containsExactlyInAnyOrder(AUTHOR, HELPER);
        assertThat(review.state()).isEqualTo(ReviewState.APPROVED);
        assertThat(review.decidedBy()).contains(REVIEWER);
    }

    @Test
    void it_ends_once() {
        review.sendBack(REVIEWER, "Which tray?", ArticleTest.MONDAY);

        assertThat(review.answer()).contains("Which tray?");
        assertThatThrownBy(() -> review.approve(REVIEWER, ArticleTest.MONDAY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> review.withdraw(HELPER, ArticleTest.MONDAY)).isInstanceOf(Refusal.class);
        assertThat(review.state()).isEqualTo(ReviewState.SENT_BACK);
    }

    @Test
    void nobody_hands_in_or_sends_back_without_a_word() {
        assertThatThrownBy(() -> new Review(1, revision, AUTHOR, " ", ArticleTest.MONDAY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("review-reason-missing"));
        assertThatThrownBy(() -> review.sendBack(REVIEWER, "\n", ArticleTest.MONDAY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> review.sendBack(REVIEWER, "x".repeat(Review.LONGEST_REASON + 1), ArticleTest.MONDAY))
                .isInstanceOf(Refusal.class);
        assertThat(review.isWaiting()).isTrue();
    }

    @Test
    void the_author_decides_only_where_the_space_does_not_ask_for_other_eyes() {
        var space = ArticleAccessTest.space("it", "everyone");
        var author = ArticleAccessTest.caller("it", Set.of(), new Caller.Grant(Role.CURATOR, "it"));
        var reader = ArticleAccessTest.caller("it", Set.of());
        assertThat(author.id()).isEqualTo(AUTHOR);
        space.ask(ReviewRule.REVIEWED);
        assertThat(access.mayDecide(author, space, review)).isTrue();
        assertThat(access.mayDecide(reader, space, review)).isFalse();

        space.ask(ReviewRule.FOUR_EYES);
        assertThat(access.mayDecide(author, space, review)).isFalse();
        assertThat(access.mayDecide(author, space, new Review(2, written(HELPER), AUTHOR, "Look.", ArticleTest.MONDAY)))
                .isTrue();
    }

    private Revision written(PersonId by) {
        return article.write(1, ArticleTest.text("Printer again"), by, ArticleTest.MONDAY, "");
    }
}
