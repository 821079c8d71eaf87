package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleTest {

    static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    static final PersonId CURATOR = new PersonId("curator");
    static final PersonId OTHER = new PersonId("li.wei");

    final Article article = new Article(ArticleId.numbered(318), "it", "en", ArticleDetails.ownedBy(CURATOR), MONDAY);

    @Test
    void every_saved_text_is_a_revision_of_its_own() {
        var first = article.write(0, text("Printer"), CURATOR, MONDAY, "");
        var second = article.write(1, text("Printer that eats paper"), OTHER, MONDAY.plusSeconds(60), "clearer");

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.title()).isEqualTo("Printer");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.author()).isEqualTo(OTHER);
        assertThat(article.draftRevision()).isEqualTo(2);
        assertThat(article.title()).isEqualTo("Printer that eats paper");
    }

    @Test
    void whoever_wrote_on_an_older_revision_is_told_and_nothing_is_overwritten() {
        article.write(0, text("Printer"), CURATOR, MONDAY, "");
        article.write(1, text("Their printer"), OTHER, MONDAY, "");

        assertThatThrownBy(() -> article.write(1, text("My printer"), CURATOR, MONDAY, ""))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.code()).isEqualTo("article-changed-meanwhile");
                    assertThat(refusal.getMessage()).contains("A-318").contains("revision 2");
                });
        assertThat(article.title()).isEqualTo("Their printer");
    }

    @Test
    void readers_keep_the_published_title_while_a_draft_has_another() {
        var first = article.write(0, text("Printer"), CURATOR, MONDAY, "");
        var event = article.publish(first, MONDAY);
        article.write(1, text("Secret reorganisation"), CURATOR, MONDAY, "");

        assertThat(event).isEqualTo(new KnowledgeEvent.Published(article.id(), 1));
        assertThat(article.publishedTitle()).contains("Printer");
        assertThat(article.publishedRevision()).hasValue(1);
        assertThat(first.wasPublished()).isTrue();
    }

    @Test
    void a_withdrawn_article_is_seen_no_more_and_may_come_back() {
        var first = article.write(0, text("Printer"), CURATOR, MONDAY, "");
        article.publish(first, MONDAY);
        assertThat(article.withdraw(MONDAY)).isEqualTo(new KnowledgeEvent.Withdrawn(article.id()));
        assertThat(article.isPublished()).isFalse();
        assertThat(article.publishedTitle()).isEmpty();
        assertThatThrownBy(() -> article.withdraw(MONDAY)).isInstanceOf(Refusal.class);

        article.publish(first, MONDAY);
        assertThat(article.isPublished()).isTrue();
    }

    @Test
    void whoever_arranged_an_older_state_is_told_and_saving_a_text_in_between_does_no_harm() {
        int before = article.arrangement();
        article.write(0, text("Printer"), CURATOR, MONDAY, "");
        article.requireArrangement(before);
        article.check(LocalDate.of(2026, 11, 2));

        assertThatThrownBy(() -> article.requireArrangement(before))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("article-arranged-meanwhile"));
        article.requireArrangement(article.arrangement());
        article.requireArrangement(null);
    }

    @Test
    void an_article_that_goes_to_another_space_leaves_its_ties_behind() {
        article.place(ArticleId.numbered(7), 3);
        article.cameFrom("it/printer.en.md");
        article.isTranslation("it/printer.md");

        assertThat(article.move("hr")).isEqualTo(new KnowledgeEvent.Moved(article.id(), "it", "hr"));

        assertThat(article.space()).isEqualTo("hr");
        assertThat(article.parent()).isEmpty();
        assertThat(article.importPath()).isEmpty();
        assertThat(article.translationKey()).isEmpty();
    }

    @Test
    void nobody_has_checked_an_article_tomorrow() {
        var today = LocalDate.of(2026, 11, 2);
        var tomorrow = new ArticleDetails(OTHER, today.plusDays(1), null, List.of());

        assertThatThrownBy(() -> article.describe(tomorrow, today))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("article-checked-ahead"));
        assertThat(article.details().owner()).isEqualTo(CURATOR);

        article.describe(tomorrow, today.plusDays(1));
        assertThat(article.details().owner()).isEqualTo(OTHER);
    }

    @Test
    void a_translation_shares_the_key_of_its_original() {
        var chinese = chinese("it");
        chinese.translates(article, null);

        assertThat(article.translationKey()).contains("A-318");
        assertThat(chinese.translationKey()).contains("A-318");
    }

    @Test
    void a_translation_is_in_another_language_and_the_same_space_and_the_only_one() {
        var second = chinese("it");
        assertThat(refusal(() -> chinese("it").translates(second, null))).isEqualTo("article-same-language");
        assertThat(refusal(() -> chinese("hr").translates(article, null))).isEqualTo("article-other-space");
        assertThat(refusal(() -> chinese("it").translates(article, second))).isEqualTo("article-has-twin");
        assertThat(article.translationKey()).isEmpty();
    }

    @Test
    void an_article_stands_below_one_of_its_own_space_and_not_below_itself() {
        var above = chinese("it");
        article.placeBelow(above, 2);

        assertThat(article.parent()).contains(above.id());
        assertThat(article.position()).isEqualTo(2);
        assertThat(refusal(() -> article.placeBelow(chinese("hr"), 1))).isEqualTo("article-other-space");
        assertThat(refusal(() -> article.placeBelow(article, 1))).isEqualTo("article-own-parent");
    }

    @Test
    void tags_that_would_not_be_kept_are_refused() {
        assertThat(ArticleDetails.of(CURATOR, null, null, List.of(" printers ", "", "printers"))
                        .tags())
                .containsExactly("printers");
        assertThatThrownBy(() -> ArticleDetails.of(CURATOR, null, null, List.of("x".repeat(61))))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("article-tags"));
    }

    @Test
    void an_empty_text_is_not_published() {
        var empty = article.write(0, ArticleText.of("Printer", " \n", List.of()), CURATOR, MONDAY, "");
        assertThatThrownBy(() -> article.publish(empty, MONDAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void checking_moves_the_review_date_by_its_own_rhythm() {
        article.describe(
                new ArticleDetails(CURATOR, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1), List.of("printers")));
        article.check(LocalDate.of(2026, 7, 10));
        assertThat(article.details().checkedOn()).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(article.details().reviewOn()).isEqualTo(LocalDate.of(2027, 1, 7));
    }

    @Test
    void characters_that_a_database_would_change_are_taken_out_before() {
        var text = ArticleText.of("  Two\n lines ", "a\u0000b\r\nc\uD83D\uDE00 \uD83D", List.of(" x ", "x", ""));
        assertThat(text.title()).isEqualTo("Two lines");
        assertThat(text.markdown()).isEqualTo("ab\nc\uD83D\uDE00 \uFFFD");
        assertThat(text.wordings()).containsExactly("x");
    }

    @Test
    void titles_and_wordings_have_bounds() {
        assertThatThrownBy(() -> ArticleText.of(" ", "x", List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ArticleText.of("x".repeat(201), "x", List.of()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ArticleText.of("x", "x".repeat(500_001), List.of()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ArticleText.of("x", "x", List.of("y".repeat(201))))
                .isInstanceOf(Refusal.class);
    }

    private static Article chinese(String space) {
        return new Article(ArticleId.numbered(319), space, "zh", ArticleDetails.ownedBy(CURATOR), MONDAY);
    }

    private static String refusal(Runnable action) {
        try {
            action.run();
        } catch (Refusal no) {
            return no.code();
        }
        throw new AssertionError("It was not refused");
    }

    @Test
    void its_owner_is_reminded_once_and_again_when_the_date_or_the_owner_is_another_one() {
        var day = LocalDate.of(2026, 11, 2);
        article.publish(article.write(0, text("Printer"), CURATOR, MONDAY, ""), MONDAY);
        assertThat(article.remind(day)).isEmpty();

        article.describe(new ArticleDetails(CURATOR, day.minusDays(90), day, List.of()));
        assertThat(article.remind(day.minusDays(1))).isEmpty();
        assertThat(article.details().isStale(day.minusDays(1))).isFalse();
        assertThat(article.details().isStale(day)).isTrue();
        assertThat(article.remind(day)).contains(new KnowledgeEvent.CheckDue(article.id(), CURATOR));
        assertThat(article.remind(day.plusDays(1))).isEmpty();

        article.passTo(OTHER);
        assertThat(article.remind(day)).contains(new KnowledgeEvent.CheckDue(article.id(), OTHER));

        article.check(day);
        assertThat(article.details().reviewOn()).isEqualTo(day.plusDays(90));
        assertThat(article.isReminded()).isFalse();
        assertThat(article.remind(day.plusDays(90))).isPresent();
        article.withdraw(MONDAY);
        assertThat(article.isReminded()).isFalse();
        assertThat(article.remind(day.plusDays(90))).isEmpty();
    }

    static ArticleText text(String title) {
        return ArticleText.of(title, "Open the tray and take the paper out.", List.of("The printer eats paper"));
    }
}
