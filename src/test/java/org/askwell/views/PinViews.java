package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.askwell.ask.Answer;
import org.askwell.ask.AskService;
import org.askwell.ask.PinDraft;
import org.askwell.ask.PinId;
import org.askwell.ask.PinService;
import org.askwell.ask.PinState;
import org.askwell.ask.Recommendation;
import org.askwell.common.Refusal;
import org.askwell.common.db.StatementCount;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Questions that a desk answers with a passage of its choice: for its owner, and for everybody else. */
interface PinViews extends PageCase {

    PersonId OWNER = new PersonId("gu.lan");
    String BADGES = "badges";
    String OPEN = "badge-shelf";
    String CLOSED = "badge-vault";
    String LOST = "A lost badge is replaced at the gate within ten minutes.";
    String TEXT = "# Badges\n\nEverybody has one.\n\n## Lost\n\n" + LOST + " Bring your passport.\n";

    @Test
    default void an_owner_pins_a_passage_and_whoever_presses_or_types_the_question_gets_it() {
        var article = badges("en", TEXT);
        try (var screen = Screen.of(OWNER)) {
            screen.open("desks/" + BADGES);
            assertThat(screen.link(screen.word("ask.pins.manage"))).isEqualTo("desks/badges/pins");
            screen.open("desks/badges/pins").press("ask.pins.add");
            screen.type("ask.pins.question.zh", "工牌丢了怎么办？").type("ask.pins.question.en", "I lost my badge, what now?");
            screen.press("ask.pins.save");
            assertThat(screen.refusals()).containsExactly("没有选中完整的句子。至少勾选文章的一个段落。");
            choose(article);
            LocatorJ._setValue(
                    LocatorJ._get(
                            Checkbox.class,
                            spec -> spec.withPredicate(it -> it.getLabel().contains(LOST))),
                    true);
            screen.press("ask.pins.save");
            assertThat(screen.text()).contains("已保存。", "工牌丢了怎么办？", LOST, "30 天内显示 0 次");
        }

        try (var screen = Screen.of(SmallCompany.EMPLOYEE)) {
            screen.open("desks/badges/pins");
            assertThat(screen.status()).isEqualTo(404);

            screen.open("").type("ask.home.title", "工牌丢了 怎么办").press("ask.send");
            assertThat(screen.texts("proof")).singleElement().asString().contains(LOST, "Bring your passport.");
            assertThat(screen.texts("proof-foot")).singleElement().asString().startsWith("由服务台指定");
            screen.open(screen.link(screen.word("ask.answer.open")));
            assertThat(screen.marked()).contains(LOST);

            screen.open("desks/badges");
            press("工牌丢了怎么办？");
            assertThat(screen.address()).startsWith("questions/Q-");
            assertThat(screen.texts("proof").getFirst()).contains(LOST);
        }
        try (var screen = Screen.of(Neighbours.ENGLISH_EMPLOYEE)) {
            press("I lost my badge, what now?");
            assertThat(screen.texts("proof-foot")).singleElement().asString().startsWith("chosen by the desk");
            var question = screen.address().substring("questions/".length());
            var view = as(
                    Neighbours.ENGLISH_EMPLOYEE,
                    () -> the(AskService.class)
                            .question(org.askwell.ask.QuestionId.parse(question).orElseThrow()));
            assertThat(view.why()).isEqualTo(Answer.Why.PINNED);
            assertThat(view.desk()).isEqualTo(BADGES);
        }
        var row = as(OWNER, () -> the(PinService.class).rows(BADGES).getFirst());
        assertThat(row.hits()).isEqualTo(3);
        assertThat(row.days())
                .singleElement()
                .satisfies(it -> assertThat(it.hits()).isEqualTo(3));
        as(OWNER, () -> the(PinService.class).remove(BADGES, row.id()));
        assertThat(as(SmallCompany.EMPLOYEE, () -> the(AskService.class).ask("工牌丢了怎么办？", null, null))
                        .why())
                .isNotEqualTo(Answer.Why.PINNED);
    }

    @Test
    default void a_pin_follows_its_words_and_pauses_when_they_are_gone() {
        var article = badges("en", TEXT);
        var pin = as(OWNER, () -> pin("我的工牌呢？", "Where is my badge?", article, 1, TEXT, LOST, null));
        try (var screen = Screen.of(OWNER)) {
            screen.open("desks/badges/pins");
            publish(article, 1, "# Badges\n\nNew.\n\n## Gate\n\n" + LOST + "\n");
            Awaitility.await()
                    .pollInSameThread()
                    .until(() -> as(
                                    OWNER,
                                    () -> the(PinService.class).row(BADGES, pin).revision())
                            == 2);
            assertThat(asked("Where is my badge?")).isEqualTo(Answer.Why.PINNED);

            publish(article, 2, "# Badges\n\nNew.\n\n## Gate\n\n" + LOST.replace("ten", "twenty") + "\n");
            assertThat(asked("Where is my badge?")).isNotEqualTo(Answer.Why.PINNED);
            assertThat(as(SmallCompany.EMPLOYEE, () -> the(PinService.class).recommended(BADGES, 9, 9)))
                    .noneMatch(it -> it.kind() == Recommendation.Kind.PINNED);
            screen.awaits("the mark", () -> screen.text().contains("这段文字已不在其中"));
            assertThat(screen.texts("pin-quote")).containsExactly(LOST);
            screen.open("inbox");
            assertThat(screen.text()).contains("置顶问题“我的工牌呢？”已暂停");
            screen.open("desks/badges");
            assertThat(screen.text()).contains("暂停的置顶问题：1 个");

            publish(article, 3, TEXT);
            assertThat(asked("Where is my badge?")).isEqualTo(Answer.Why.PINNED);
            Awaitility.await()
                    .pollInSameThread()
                    .until(() -> as(
                            SmallCompany.EMPLOYEE,
                            () -> the(PinService.class).recommended(BADGES, 9, 9).stream()
                                    .anyMatch(it -> it.question().equals("我的工牌呢？"))));
        }
        as(SmallCompany.ADMIN, () -> the(ArticleService.class).withdraw(article));
        assertThat(as(OWNER, () -> the(PinService.class).row(BADGES, pin).state()))
                .isEqualTo(PinState.WITHDRAWN);
        assertThat(asked("Where is my badge?")).isNotEqualTo(Answer.Why.PINNED);
        as(OWNER, () -> the(PinService.class).remove(BADGES, pin));
    }

    @Test
    default void who_may_not_read_the_article_never_meets_the_pin() {
        badgesDesk();
        var article = as(OWNER, () -> written(CLOSED, "en", TEXT));
        var pin = as(OWNER, () -> pin("保险柜里的工牌？", "Badges in the vault?", article, 1, TEXT, LOST, null));

        assertThat(as(OWNER, () -> the(AskService.class).ask("badges in the vault", null, null))
                        .why())
                .isEqualTo(Answer.Why.PINNED);
        assertThat(asked("Badges in the vault?")).isNotEqualTo(Answer.Why.PINNED);
        for (var desk : new String[] {null, BADGES}) {
            assertThat(as(SmallCompany.EMPLOYEE, () -> the(PinService.class).recommended(desk, 50, 50)))
                    .noneMatch(it -> it.question().contains("保险柜"));
        }
        // An administrator owns every desk and may not read every article.
        var hidden = as(SmallCompany.ADMIN, () -> the(PinService.class).row(BADGES, pin));
        assertThat(hidden.state()).isEqualTo(PinState.NOT_YOURS);
        assertThat(hidden.questionEn() + hidden.questionZh() + hidden.quote() + hidden.title())
                .isEmpty();
        assertThatThrownBy(() -> as(
                        SmallCompany.ADMIN,
                        () -> the(PinService.class).change(BADGES, pin, draft("", "x", article, 1, TEXT, LOST, null))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        as(SmallCompany.EMPLOYEE, () -> the(PinService.class).rows(BADGES)))
                .isInstanceOf(Refusal.class);
        as(SmallCompany.ADMIN, () -> the(PinService.class).remove(BADGES, pin));
    }

    @Test
    default void pins_stand_in_the_order_of_the_desk_end_on_their_last_day_and_come_before_what_is_computed() {
        var article = badges("zh", "# 工牌\n\n工牌丢失后在大门口十分钟补办。带上护照。\n");
        var text = "# 工牌\n\n工牌丢失后在大门口十分钟补办。带上护照。\n";
        var words = "工牌丢失后在大门口十分钟补办。";
        var first = as(OWNER, () -> pin("第一个工牌问题", "", article, 1, text, words, null));
        var second = as(OWNER, () -> pin("第二个工牌问题", "", article, 1, text, words, null));
        var over = as(OWNER, () -> pin("过期的工牌问题", "", article, 1, text, words, LocalDate.of(2020, 1, 1)));
        as(OWNER, () -> the(PinService.class).move(BADGES, second, 1));
        as(SmallCompany.EMPLOYEE, () -> the(AskService.class).ask(Neighbours.QUESTION_ZH, null, null));

        var shown = as(SmallCompany.EMPLOYEE, () -> the(PinService.class).recommended(BADGES, 50, 50));
        assertThat(shown).extracting(Recommendation::question).startsWith("第二个工牌问题", "第一个工牌问题");
        assertThat(shown).extracting(Recommendation::question).doesNotContain("过期的工牌问题");
        assertThat(as(SmallCompany.EMPLOYEE, () -> the(AskService.class).ask("过期的工牌问题", null, null))
                        .why())
                .isNotEqualTo(Answer.Why.PINNED);
        assertThat(as(OWNER, () -> the(PinService.class).row(BADGES, over).state()))
                .isEqualTo(PinState.EXPIRED);
        assertThat(as(Neighbours.ENGLISH_EMPLOYEE, () -> the(PinService.class).recommended(BADGES, 50, 50)))
                .noneMatch(it -> it.kind() == Recommendation.Kind.PINNED);

        var everywhere = as(SmallCompany.EMPLOYEE, () -> the(PinService.class).recommended(null, 1, 50));
        assertThat(everywhere.getFirst().kind()).isEqualTo(Recommendation.Kind.PINNED);
        assertThat(everywhere)
                .anyMatch(it -> it.kind() == Recommendation.Kind.COMPUTED
                        && it.question().equals(Neighbours.QUESTION_ZH));
        assertThatThrownBy(() -> as(OWNER, () -> pin("第一个 工牌问题！", "", article, 1, text, words, null)))
                .isInstanceOf(Refusal.class)
                .extracting(it -> ((Refusal) it).code())
                .isEqualTo("pin-question-taken");
        for (var pin : List.of(first, second, over)) {
            as(OWNER, () -> the(PinService.class).remove(BADGES, pin));
        }
    }

    @Test
    default void what_is_recommended_costs_the_same_with_one_pin_and_with_thirty() {
        var article = badges("en", TEXT);
        var pins = new java.util.ArrayList<PinId>();
        pins.add(as(OWNER, () -> pin("", "Costly question 0", article, 1, TEXT, LOST, null)));
        Supplier<?> page = () ->
                as(Neighbours.ENGLISH_EMPLOYEE, () -> the(PinService.class).recommended(BADGES, 50, 50));
        Supplier<?> home = () ->
                as(Neighbours.ENGLISH_EMPLOYEE, () -> the(PinService.class).recommended(null, 50, 50));
        Supplier<?> owners = () -> as(OWNER, () -> the(PinService.class).rows(BADGES));
        long onPage = statements(page);
        long atHome = statements(home);
        long forOwner = statements(owners);
        for (int i = 1; i < 30; i++) {
            var words = "Costly question " + i;
            pins.add(as(OWNER, () -> pin("", words, article, 1, TEXT, LOST, null)));
        }
        assertThat(statements(page)).isEqualTo(onPage).isBetween(1L, 7L);
        assertThat(statements(home)).isBetween(atHome, atHome + 1).isBetween(1L, 8L);
        assertThat(statements(owners)).isEqualTo(forOwner).isBetween(1L, 7L);
        pins.forEach(it -> as(OWNER, () -> the(PinService.class).remove(BADGES, it)));
    }

    private void choose(ArticleId article) {
        @SuppressWarnings("unchecked")
        var box = (ComboBox<Object>) LocatorJ._get(ComboBox.class);
        LocatorJ._setValue(
                box,
                box.getDataProvider()
                        .fetch(new com.vaadin.flow.data.provider.Query<>(0, 10, List.of(), null, null))
                        .filter(it -> it.toString().contains(article + "]")
                                || it.toString().contains(article + ","))
                        .findFirst()
                        .orElseThrow());
    }

    private static void press(String words) {
        LocatorJ._click(LocatorJ._get(NativeButton.class, spec -> spec.withText(words)));
    }

    private Answer.Why asked(String question) {
        return as(SmallCompany.EMPLOYEE, () -> the(AskService.class).ask(question, null, null))
                .why();
    }

    private PinId pin(
            String zh, String en, ArticleId article, int revision, String text, String words, LocalDate until) {
        return the(PinService.class).pin(BADGES, draft(zh, en, article, revision, text, words, until));
    }

    private static PinDraft draft(
            String zh, String en, ArticleId article, int revision, String text, String words, LocalDate until) {
        int at = text.indexOf(words);
        return new PinDraft(zh, en, article, revision, at, at + words.length(), words, until, null);
    }

    private ArticleId badges(String language, String text) {
        badgesDesk();
        return as(SmallCompany.ADMIN, () -> written(OPEN, language, text));
    }

    private ArticleId written(String space, String language, String text) {
        var article = the(ArticleService.class)
                .create(NewArticle.of(space, language, ArticleText.of("Badges", text, List.of())));
        the(ArticleService.class).publish(article, null);
        return article;
    }

    private void publish(ArticleId article, int base, String text) {
        as(SmallCompany.ADMIN, () -> {
            the(ArticleService.class).saveDraft(article, base, ArticleText.of("Badges", text, List.of()), "");
            the(ArticleService.class).publish(article, null);
        });
    }

    private void badgesDesk() {
        if (as(SmallCompany.ADMIN, () -> the(DeskService.class).find(BADGES)).isPresent()) {
            return;
        }
        as(SmallCompany.ADMIN, () -> {
            var people = the(PeopleService.class);
            people.put(OWNER, Profile.named("顾岚", "zh"));
            the(SpaceService.class).create(OPEN, SpaceSettings.of("工牌架", "Badge shelf", "", "", List.of("everyone")));
            the(SpaceService.class).create(CLOSED, SpaceSettings.of("工牌柜", "Badge vault", "", "", List.of()));
            people.grant(SmallCompany.ADMIN, Role.CURATOR, OPEN);
            people.revoke(SmallCompany.ADMIN, Role.CURATOR, CLOSED);
            people.grant(OWNER, Role.CURATOR, CLOSED);
            the(DeskService.class)
                    .open(new DeskProfile(
                            BADGES,
                            "BAD",
                            "工牌",
                            "Badges",
                            "",
                            "",
                            "badge-intake",
                            List.of(OPEN),
                            BusinessHours.always(ZoneId.of("Asia/Shanghai")),
                            DeskProfile.CLOSE_AFTER));
            people.grant(OWNER, Role.DESK_OWNER, BADGES);
        });
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
}
