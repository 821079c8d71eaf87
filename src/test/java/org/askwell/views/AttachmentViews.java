package org.askwell.views;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.common.paste.Clipboard;
import org.askwell.inside.SmallCompany;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.AttachmentDesk;
import org.askwell.knowledge.AttachmentRef;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.Pasting;
import org.askwell.search.SearchService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Files that go with an article, in front of those who write it and of those who read it. */
interface AttachmentViews extends PageCase {

    @Test
    default void a_file_is_shown_with_the_next_publication_and_found_by_what_is_written_in_it() {
        var id = published("The stapler with a manual");
        attach(id, "手册.txt", "Zirconium staples only.");
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            assertThat(screen.open("articles/" + id).text()).doesNotContain("手册.txt");
        }
        assertThat(files(id)).isEmpty();
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("articles/" + id);
            assertThat(screen.text()).contains("手册.txt").contains(screen.word("knowledge.files.waits"));
            screen.press("knowledge.files.show");
            assertThat(screen.text()).doesNotContain(screen.word("knowledge.files.waits"));
        }
        assertThat(files(id)).containsExactly("手册.txt");
        Awaitility.await().until(() -> found("zirconium staples").contains(new AttachmentRef(id, 1)));
        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            assertThat(screen.open("search?q=zirconium").text())
                    .contains("手册.txt")
                    .contains("The stapler with a manual");
            assertThat(screen.open("articles/" + id).text()).contains("手册.txt");
        }
        var pages = as(SmallCompany.EMPLOYEE, () -> the(SearchService.class).pages("zirconium staples", null, 50));
        assertThat(pages)
                .as("what looks for articles")
                .noneMatch(it -> AttachmentRef.of(it.page()).isPresent());

        as(SmallCompany.ADMIN, () -> articles().withdraw(id));
        assertThatThrownBy(() -> as(
                        SmallCompany.EMPLOYEE,
                        () -> the(ArticleAttachments.class).one(id, 1)))
                .isInstanceOf(Refusal.class);
        assertThat(as(
                        SmallCompany.EMPLOYEE,
                        () -> the(ArticleAttachments.class).among(Set.of(new AttachmentRef(id, 1)))))
                .isEmpty();
        Awaitility.await().until(() -> !found("zirconium staples").contains(new AttachmentRef(id, 1)));
    }

    @Test
    default void a_removed_file_is_gone_for_all_and_can_be_put_back() {
        var id = published("The stapler with two manuals");
        attach(id, "old.txt", "Old.");
        as(SmallCompany.ADMIN, () -> articles().publish(id, 1));
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("articles/" + id + "/edit");
            screen.press("knowledge.files.remove");
            assertThat(files(id)).isEmpty();
            screen.press("knowledge.files.putBack");
            assertThat(files(id)).containsExactly("old.txt");
        }
        attach(id, "new.txt", "New.");
        as(SmallCompany.ADMIN, () -> the(ArticleAttachments.class).remove(id, 2));
        assertThatThrownBy(() -> as(
                        SmallCompany.ADMIN, () -> the(ArticleAttachments.class).remove(id, 2)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(
                        SmallCompany.EMPLOYEE,
                        () -> the(ArticleAttachments.class).remove(id, 1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> attach(id, "virus.exe", "MZ")).isInstanceOf(Refusal.class);
    }

    @Test
    default void a_file_can_be_taken_away_while_its_words_are_being_read() {
        var id = published("The stapler that is read");
        for (int number = 1; number <= 30; number++) {
            int taken = number;
            attach(id, number + ".txt", "Words ".repeat(1_000));
            as(SmallCompany.ADMIN, () -> the(ArticleAttachments.class).remove(id, taken));
        }
        assertThat(files(id)).isEmpty();
    }

    @Test
    default void only_who_may_write_an_article_pastes_into_it() throws IOException {
        var id = published("The stapler that pastes");
        var pasted = as(SmallCompany.ADMIN, () -> paste(id, "<p>Hold <b>it</b>.</p>"));

        assertThat(pasted).isEqualTo("Hold **it**.");
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> paste(id, "<p>x</p>")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(SmallCompany.ADMIN, () -> paste(id, "<br>".repeat(500_000))))
                .isInstanceOf(Refusal.class);
    }

    private String paste(ArticleId id, String html) {
        try {
            return the(Pasting.class).paste(id, () -> Clipboard.of(html)).markdown();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<AttachmentRef> found(String text) {
        return as(SmallCompany.EMPLOYEE, () -> the(SearchService.class).pagesAndFiles(text, null, 50)).stream()
                .flatMap(it -> AttachmentRef.of(it.page()).stream())
                .toList();
    }

    private List<String> files(ArticleId id) {
        return as(SmallCompany.EMPLOYEE, () -> the(ArticleAttachments.class).of(id)).stream()
                .map(it -> it.name())
                .toList();
    }

    private void attach(ArticleId id, String name, String text) {
        as(
                SmallCompany.ADMIN,
                () -> the(AttachmentDesk.class).receive(id, name, new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    private ArticleId published(String title) {
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
