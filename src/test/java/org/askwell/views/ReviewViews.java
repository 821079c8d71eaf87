package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elemental.json.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.db.StatementCount;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticleChecks;
import org.askwell.knowledge.ArticleDetails;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.CommentService;
import org.askwell.knowledge.CommentSheet;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.NewComment;
import org.askwell.knowledge.ReviewRow;
import org.askwell.knowledge.ReviewRule;
import org.askwell.knowledge.ReviewService;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.notification.Inbox;
import org.askwell.people.PeopleService;
import org.askwell.people.Role;
import org.junit.jupiter.api.Test;

/** A text on its way through review, in front of those who wrote it and those who look at it. */
interface ReviewViews extends PageCase {

    String SPACE = "looked-at";

    @Test
    default void a_text_is_handed_in_sent_back_and_approved_on_its_page() {
        var id = begin("The hat rack that leans");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("articles/" + id);
            assertThat(screen.offers("knowledge.publish")).isFalse();
            screen.open("articles/" + id + "/review");
            screen.press("knowledge.review.handIn", 1);
            assertThat(screen.text()).contains(screen.word("refusal.review-reason-missing"));
            screen.type("knowledge.review.reason", "It leans to the left.").press("knowledge.review.handIn", 1);
            assertThat(screen.text()).contains(screen.word("knowledge.review.handedIn"));
            assertThat(screen.offers("knowledge.review.approve")).isFalse();
            assertThat(screen.offers("knowledge.review.withdraw")).isTrue();
        }
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("knowledge");
            assertThat(screen.text()).contains("The hat rack that leans").contains("It leans to the left.");
            screen.open("articles/" + id + "/review");
            screen.type("knowledge.review.answer", "To which side?");
            assertThat(screen.stays(
                            "knowledge.review.sendBack",
                            () -> elsewhere(
                                    SmallCompany.AGENT, () -> write(id, 1, "The hat rack that leans", "A new text."))))
                    .isTrue();
            assertThat(screen.typed("knowledge.review.answer")).isEqualTo("To which side?");
            screen.awaits(
                    "the newer text", () -> screen.text().contains(screen.word("knowledge.review.state.newer", 2, 1)));
            screen.press("knowledge.review.sendBack");
            assertThat(screen.text()).contains(screen.word("knowledge.review.sentBack"));
        }
        as(SmallCompany.AGENT, () -> reviews().handIn(id, 2, "To the left."));
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("articles/" + id);
            assertThat(screen.text()).contains(screen.word("knowledge.review.hint", 2));
            screen.open("articles/" + id + "/review");
            elsewhere(SmallCompany.AGENT, () -> reviews().withdraw(id));
            screen.awaits("the end", () -> !screen.offers("knowledge.review.approve"));
            elsewhere(SmallCompany.AGENT, () -> reviews().handIn(id, 2, "Now."));
            screen.awaits("the next round", () -> screen.offers("knowledge.review.approve"));
            screen.press("knowledge.review.approve");
            assertThat(screen.text()).contains(screen.word("knowledge.review.approved"));
        }
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            assertThat(screen.open("articles/" + id).text()).contains("A new text.");
            assertThat(screen.open("articles/" + id + "/review").status()).isEqualTo(404);
        }
    }

    @Test
    default void what_waits_for_review_costs_the_same_for_five_and_for_fifty() {
        var coats = new ArrayList<ArticleId>();
        for (int i = 0; i < 51; i++) {
            coats.add(begin("Coat " + i));
        }
        as(SmallCompany.AGENT, () -> coats.forEach(it -> reviews().handIn(it, 1, "A coat.")));
        Supplier<Slice<ReviewRow>> fifty =
                () -> as(SmallCompany.ADMIN, () -> reviews().waitingForMe(null, 50));
        assertThat(fifty.get().items()).hasSize(50);
        assertThat(as(SmallCompany.AGENT, () -> reviews().waitingForMe(null, 50))
                        .items())
                .isEmpty();
        var next =
                as(SmallCompany.ADMIN, () -> reviews().waitingForMe(fifty.get().nextCursor(), 50));
        assertThat(next.items())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(fifty.get().items());

        assertThat(statements(() -> as(SmallCompany.ADMIN, () -> reviews().waitingForMe(null, 5))))
                .isEqualTo(1);
        assertThat(statements(fifty)).isEqualTo(1);
        as(SmallCompany.AGENT, () -> coats.forEach(reviews()::withdraw));
    }

    @Test
    default void an_owner_who_does_not_write_is_reminded_and_says_with_one_press_that_it_still_holds() {
        var yesterday =
                LocalDate.ofInstant(the(Clock.class).instant(), ZoneOffset.UTC).minusDays(1);
        var id = as(SmallCompany.ADMIN, () -> {
            var articles = the(ArticleService.class);
            var begun = articles.create(NewArticle.of(
                    SmallCompany.SPACE, "en", ArticleText.of("The umbrella that drips", "Dry it.", List.of())));
            articles.publish(begun, null);
            the(ArticleArrangement.class)
                    .describe(
                            begun,
                            null,
                            new ArticleDetails(SmallCompany.EMPLOYEE, yesterday.minusDays(60), yesterday, List.of()));
            return begun;
        });
        the(ArticleChecks.class).remind(id);
        the(ArticleChecks.class).remind(id);
        assertThat(waiting("The umbrella that drips")).isEqualTo(1);

        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("articles/" + id);
            assertThat(screen.texts("overdue")).hasSize(1);
            screen.press("knowledge.checked");
            assertThat(screen.texts("overdue")).isEmpty();
        }
        assertThat(waiting("The umbrella that drips")).isZero();
        var details = as(
                SmallCompany.EMPLOYEE,
                () -> the(ArticleService.class).read(id, null).details());
        assertThat(details.checkedOn()).isAfter(yesterday);
        assertThat(details.reviewOn()).isEqualTo(details.checkedOn().plusDays(60));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("articles/" + id);
            assertThat(screen.texts("overdue")).isEmpty();
        }
    }

    @Test
    default void a_reader_comments_on_a_passage_and_hears_what_becomes_of_it() {
        var text = "Put the glove on the right hand.\n\nPut the other glove on the *right* hand, too.";
        var id = as(SmallCompany.ADMIN, () -> {
            var articles = the(ArticleService.class);
            var begun = articles.create(
                    NewArticle.of(SmallCompany.SPACE, "en", ArticleText.of("Gloves that match", text, List.of())));
            articles.publish(begun, null);
            return begun;
        });
        var chosen = Json.createObject();
        chosen.put("event.detail.quote", "right hand, too.");
        chosen.put("event.detail.near", 50);
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("articles/" + id).hears("passages", "passage-chosen", chosen);
            screen.press("knowledge.comment.send");
            assertThat(screen.text()).contains(screen.word("refusal.comment-empty"));
            screen.type("knowledge.comment.text", "A left hand is left.").press("knowledge.comment.suggest");
            assertThat(screen.typed("knowledge.comment.wording")).isEqualTo("*right* hand, too.");
            elsewhere(SmallCompany.AGENT, () -> the(ArticleArrangement.class).markChecked(id));
            screen.type("knowledge.comment.wording", "*left* hand.").press("knowledge.comment.send");
            assertThat(screen.text())
                    .contains(screen.word("knowledge.comment.sent"))
                    .contains("A left hand is left.");
            assertThat(screen.offers("knowledge.comment.accept")).isFalse();
        }
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("articles/" + id);
            screen.press("knowledge.comment.answer").type("knowledge.comment.reply", "half typed");
            assertThat(screen.stays("knowledge.comment.close", () -> {
                        elsewhere(
                                SmallCompany.EMPLOYEE,
                                () -> the(CommentService.class).add(id, 1, 0, 3, NewComment.of("Where?", null)));
                        screen.awaits(
                                "the second", () -> screen.texts("comment").size() == 2);
                    }))
                    .isTrue();
            assertThat(screen.typed("knowledge.comment.reply")).isEqualTo("half typed");
            screen.press("knowledge.comment.accept");
            assertThat(screen.text())
                    .contains(screen.word("knowledge.comment.applied", 2))
                    .contains("Put the other glove on the");
            assertThat(screen.texts("comment")).hasSize(1);
        }
        assertThat(as(SmallCompany.EMPLOYEE, () -> the(ArticleService.class).read(id, null))
                        .text()
                        .markdown())
                .isEqualTo(text.replace("*right* hand, too.", "*left* hand."));
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("articles/" + id);
            assertThat(screen.texts("comment")).hasSize(2);
            assertThat(screen.text()).contains(screen.word("knowledge.comment.accepted", "Ada", "2"));
        }
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            assertThat(screen.open("articles/" + id).texts("comment")).isEmpty();
        }
        for (int i = 0; i < 19; i++) {
            as(SmallCompany.EMPLOYEE, () -> the(CommentService.class).add(id, 1, 0, 3, NewComment.of("Which?", null)));
        }
        assertThatThrownBy(() -> as(
                        SmallCompany.EMPLOYEE,
                        () -> the(CommentService.class).add(id, 1, 0, 3, NewComment.of("Why?", null))))
                .hasMessageContaining("20");
        IntFunction<List<CommentSheet>> list = limit -> as(
                SmallCompany.ADMIN,
                () -> the(CommentService.class).list(id, null, null, limit).items());
        assertThat(list.apply(20)).hasSize(20);
        long few = statements(() -> list.apply(5));
        assertThat(few).isBetween(1L, 2L);
        assertThat(statements(() -> list.apply(20))).isEqualTo(few);
    }

    private long waiting(String title) {
        return as(SmallCompany.EMPLOYEE, () -> the(Inbox.class).lines(Inbox.Show.WAITING, null, 200)).items().stream()
                .filter(it -> it.told().sentence().contains(title))
                .count();
    }

    private static long statements(Supplier<?> something) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = StatementCount.here();
            something.get();
            least = Math.min(least, StatementCount.here() - before);
        }
        return least;
    }

    private ArticleId begin(String title) {
        as(SmallCompany.ADMIN, () -> {
            var spaces = the(SpaceService.class);
            try {
                spaces.read(SPACE);
            } catch (Refusal none) {
                spaces.create(SPACE, SpaceSettings.of("审核", "Looked at", "", "", List.of("everyone")));
                spaces.ask(SPACE, ReviewRule.FOUR_EYES);
                the(PeopleService.class).grant(SmallCompany.AGENT, Role.CURATOR, SPACE);
            }
        });
        return as(
                SmallCompany.AGENT,
                () -> the(ArticleService.class)
                        .create(NewArticle.of(SPACE, "en", ArticleText.of(title, "Hang it up.", List.of()))));
    }

    private void write(ArticleId id, int base, String title, String markdown) {
        the(ArticleService.class).saveDraft(id, base, ArticleText.of(title, markdown, List.of()), "");
    }

    private ReviewService reviews() {
        return the(ReviewService.class);
    }
}
