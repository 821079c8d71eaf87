package org.askwell.views;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.askwell.inside.SmallCompany;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticleDetails;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.ImportDesk;
import org.askwell.knowledge.ImportService;
import org.askwell.knowledge.NewArticle;
import org.junit.jupiter.api.Test;

/** An article in front of its curator, while others work on it too. */
interface ArticleViews extends PageCase {

    @Test
    default void what_one_can_press_beside_an_article_stays_while_a_colleague_describes_it() {
        var id = publish("The stapler that bites");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("articles/" + id);

            assertThat(screen.stays("knowledge.arrange.details", () -> tagged(screen, id, "staplers")))
                    .isTrue();
            assertThat(screen.stays("knowledge.withdraw", () -> tagged(screen, id, "bites")))
                    .isTrue();

            screen.press("knowledge.arrange.details").type("knowledge.arrange.tags", "half typed");
            assertThat(screen.stays("knowledge.arrange.save", () -> tagged(screen, id, "paper")))
                    .isTrue();
            assertThat(screen.typed("knowledge.arrange.tags")).isEqualTo("half typed");
        }
    }

    @Test
    default void a_new_draft_can_be_published_by_whoever_has_the_article_open() {
        var id = publish("The stapler that barks");
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("articles/" + id);
            assertThat(screen.offers("knowledge.publish")).isFalse();

            elsewhere(
                    SmallCompany.ADMIN,
                    () -> articles()
                            .saveDraft(id, 1, ArticleText.of("The stapler that barks", "Hold it.", List.of()), ""));
            screen.awaits("the draft", () -> screen.offers("knowledge.publish"));
            screen.press("knowledge.publish");

            assertThat(screen.text()).contains("Hold it.");
            assertThat(screen.offers("knowledge.publish")).isFalse();
        }
    }

    @Test
    default void an_article_that_is_withdrawn_goes_from_its_readers_and_comes_back_whole() {
        var id = publish("The stapler that sleeps");
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("articles/" + id);
            elsewhere(SmallCompany.ADMIN, () -> articles().withdraw(id));
            screen.awaits("the end", () -> screen.text().contains(screen.word("knowledge.gone.title")));
            assertThat(screen.text()).doesNotContain("sleeps").doesNotContain("Open it.");
            assertThat(screen.texts("facts")).isEmpty();

            elsewhere(SmallCompany.ADMIN, () -> articles().publish(id, null));
            screen.awaits("the article", () -> screen.text().contains("Open it."));
            assertThat(screen.text()).contains("The stapler that sleeps");
            assertThat(screen.texts("facts")).hasSize(1);
        }
    }

    @Test
    default void the_report_of_an_import_that_the_address_names_leaves_the_address_alone() {
        var id = as(
                SmallCompany.ADMIN,
                () -> the(ImportDesk.class)
                        .receive(
                                SmallCompany.SPACE,
                                "stapler.md",
                                new ByteArrayInputStream("# The stapler that waits".getBytes(UTF_8)),
                                false));
        try (var screen = Screen.of(SmallCompany.AGENT)) {
            screen.open("")
                    .awaits(
                            "the end",
                            () -> the(ImportService.class).progress(id).state().isSettled());
            var ui = UI.getCurrent();
            var place = new Location("knowledge/" + SmallCompany.SPACE + "?import=" + id);
            ui.getInternals().getRouter().navigate(ui, place, NavigationTrigger.HISTORY);

            assertThat(ui.getInternals().dumpPendingJavaScriptInvocations())
                    .extracting(it -> it.getInvocation().getExpression())
                    .noneMatch(it -> it.contains("'vaadin-navigate'") || it.contains("replaceState"));
            assertThat(screen.text()).contains("stapler.md");
        }
    }

    private void tagged(Screen screen, ArticleId id, String tag) {
        elsewhere(
                SmallCompany.ADMIN,
                () -> the(ArticleArrangement.class)
                        .describe(id, null, ArticleDetails.of(SmallCompany.ADMIN, null, null, List.of(tag))));
        screen.awaits("the tag", () -> screen.texts("facts").toString().contains(tag));
    }

    private ArticleId publish(String title) {
        return as(SmallCompany.ADMIN, () -> {
            var id = articles()
                    .create(NewArticle.of(SmallCompany.SPACE, "en", ArticleText.of(title, "Open it.", List.of())));
            articles().publish(id, null);
            return id;
        });
    }

    private ArticleService articles() {
        return the(ArticleService.class);
    }
}
