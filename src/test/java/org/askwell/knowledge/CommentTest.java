package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommentTest {

    static final PersonId READER = new PersonId("lin.xiaoyu");
    static final PersonId OWNER = new PersonId("curator");

    final Article article =
            new Article(ArticleId.numbered(318), "it", "en", ArticleDetails.ownedBy(OWNER), ArticleTest.MONDAY);
    final Revision first = write("😀 Open the left tray. Close the tray.");

    @Test
    void it_keeps_the_words_it_is_about_counted_in_code_points() {
        var comment = comment(2, 21, "Which?", null);

        assertThat(comment.quote()).isEqualTo("Open the left tray.");
        assertThat(comment.made()).isEqualTo(new CommentEvent.Made(comment.id(), article.id(), READER));
    }

    @Test
    void a_passage_that_is_not_there_or_says_nothing_new_is_refused() {
        refused(() -> comment(5, 5, "x", null), "comment-passage");
        refused(() -> comment(5, 500, "x", null), "comment-passage");
        refused(() -> comment(2, 6, "", "Open"), "comment-same-wording");
        refused(() -> NewComment.of(" ", null), "comment-empty");
        refused(() -> NewComment.of("x".repeat(2_001), null), "comment-too-long");
    }

    @Test
    void its_wording_goes_where_the_passage_stands_also_after_the_text_around_it_has_changed() {
        var comment = comment(11, 15, "", "right");

        assertThat(comment.appliedTo(first)).isEqualTo("😀 Open the right tray. Close the tray.");
        assertThat(comment.appliedTo(write("First breathe. Open the left tray.")))
                .isEqualTo("First breathe. Open the right tray.");
    }

    @Test
    void where_the_passage_has_gone_or_stands_twice_nothing_is_changed() {
        var comment = comment(11, 15, "", "right");
        refused(() -> comment.appliedTo(write("Open the upper tray.")), "comment-passage-gone");
        refused(() -> comment.appliedTo(write("Open the left tray, the left one.")), "comment-passage-twice");
        refused(() -> comment(2, 6, "Why?", null).appliedTo(first), "comment-no-suggestion");
        assertThat(comment.state()).isEqualTo(CommentState.OPEN);
    }

    @Test
    void it_ends_once_and_never_without_a_word() {
        var comment = comment(2, 6, "Why?", null);
        refused(() -> comment.close(OWNER, " ", ArticleTest.MONDAY), "comment-reply-missing");

        assertThat(comment.close(OWNER, "So be it.", ArticleTest.MONDAY).author())
                .isEqualTo(READER);

        assertThat(comment.reply()).contains("So be it.");
        refused(() -> comment.close(OWNER, "Again.", ArticleTest.MONDAY), "comment-settled");
        refused(() -> comment.accept(OWNER, 2, ArticleTest.MONDAY), "comment-settled");
    }

    private Comment comment(int start, int end, String text, String suggestion) {
        return new Comment(17, first, start, end, NewComment.of(text, suggestion), READER, ArticleTest.MONDAY);
    }

    private Revision write(String markdown) {
        return article.write(
                article.draftRevision(), ArticleText.of("Printer", markdown, List.of()), OWNER, ArticleTest.MONDAY, "");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
