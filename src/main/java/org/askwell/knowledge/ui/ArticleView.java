package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.markdown.CodePoints;
import org.askwell.common.markdown.Markdown;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleStatus;
import org.askwell.knowledge.CommentService;
import org.askwell.knowledge.ReviewRule;
import org.askwell.knowledge.ReviewService;
import org.askwell.knowledge.ReviewSheet;
import org.askwell.knowledge.ReviewState;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonCards;
import org.jspecify.annotations.Nullable;

/**
 * An article to read: the text first, who answers for it beside. Route:
 * {@code articles/A-318?revision=&start=&end=}; start and end are code points and mark a cited passage.
 */
@Route("articles/:article")
@CdiComponent
public class ArticleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int DEEPEST_IN_CONTENTS = 3;

    private final ArticleService articles;
    private final ArticleArrangement arrangement;
    private final ReviewService reviews;
    private final SpaceService spaces;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;
    private final List<ArticlePanel> panels;
    private final Steady head = new Steady();
    private final Feedback feedback = new Feedback();
    private final Div prose = new Div();
    private final AttachedFiles files;
    private final Article text;
    private final Steady actions = new Steady();
    private final ArticleFacts facts;
    private final Arranging arranging;
    private final Commenting commenting;
    private final Steady related = new Steady();
    private final Steady contents = new Steady();
    private final Aside beside;

    private @Nullable ArticlePage shown;
    private @Nullable Location address;
    private @Nullable Registration following;

    @Inject
    ArticleView(
            ArticleService articles,
            ArticleArrangement arrangement,
            ArticleAttachments attachments,
            ReviewService reviews,
            CommentService comments,
            SpaceService spaces,
            PeopleService people,
            PersonCards cards,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock,
            @Any Instance<ArticlePanel> panels) {
        this.articles = articles;
        this.arrangement = arrangement;
        this.reviews = reviews;
        this.spaces = spaces;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ArticlePanel::place))
                .toList();
        files = new AttachedFiles(attachments);
        facts = new ArticleFacts(people, cards, current, clock);
        arranging = new Arranging(articles, arrangement, spaces, people, this::repaint);
        commenting = new Commenting(comments, people, current, clock, prose, this::repaint);
        text = new Article(head, feedback, commenting.picker(), prose, files);
        beside = new Aside(actions, facts, arranging, commenting, related, contents);
        addClassNames("wide", "article-page");
        prose.addClassName("prose");
        text.addClassName("reading");
        beside.addClassName("beside");
        addDetachListener(detached -> leave());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("article")
                .flatMap(ArticleId::parse)
                .orElseThrow(NotFoundException::new);
        address = event.getLocation();
        arranging.close();
        commenting.close();
        feedback.clear();
        try {
            show(articles.read(id, number("revision")));
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
        leave();
        following = screens.join(event.getUI(), Topics.article(id), this::repaint);
        // The text arrives after the browser has looked for the place in the address.
        getElement()
                .executeJs(
                        "const place = document.getElementById($0) ?? (location.hash.length > 1 &&"
                                + " document.getElementById(decodeURIComponent(location.hash.slice(1))));"
                                + " if (place) place.scrollIntoView({ block: 'center' });",
                        Markdown.CITED);
    }

    private void leave() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    /** Somebody has published, withdrawn or arranged it meanwhile. */
    private void repaint() {
        var page = shown;
        if (page == null) {
            return;
        }
        try {
            show(articles.read(page.id(), number("revision")));
        } catch (Refusal gone) {
            removeAll();
            var nothing = new Article(new H1(word("knowledge.gone.title")), new Paragraph(word("knowledge.gone.text")));
            nothing.addClassName("reading");
            add(nothing);
        }
    }

    private void show(ArticlePage page) {
        shown = page;
        if (text.getParent().isEmpty()) {
            removeAll();
            add(text, beside);
        }
        text.getElement().setAttribute("lang", page.language().equals("zh") ? "zh-CN" : "en");
        var review = page.mayWrite() ? reviews.of(page.id()).orElse(null) : null;
        boolean stale = page.status() == ArticleStatus.PUBLISHED
                && page.details()
                        .isStale(LocalDate.ofInstant(
                                clock.instant(), current.get().zone()));
        boolean mayVouch = page.mayWrite() || page.details().owner().equals(current.id());
        head.show(
                Arrays.asList(
                        stale,
                        page.details().reviewOn(),
                        mayVouch,
                        review,
                        page.id(),
                        page.space(),
                        page.parent(),
                        page.text().title(),
                        page.status(),
                        page.revision(),
                        page.publishedRevision(),
                        page.draftRevision()),
                () -> head(page, review, stale, mayVouch));
        Pieces.render(
                prose, page.id(), page.text().markdown(), cited(page.text().markdown()));
        files.show(page, () -> act(() -> articles.publish(page.id(), page.publishedRevision())));
        var asked = page.mayWrite() ? spaces.read(page.space().slug()).review() : ReviewRule.NONE;
        actions.show(
                Arrays.asList(
                        page.id(),
                        page.mayWrite(),
                        mayVouch,
                        page.publishedRevision(),
                        page.draftRevision(),
                        asked,
                        stale),
                () -> page.mayWrite()
                        ? List.of(actions(page, asked, stale))
                        : mayVouch && !stale ? List.of(Pieces.row(stillTrue(page.id()))) : List.of());
        facts.show(page);
        arranging.show(page);
        commenting.show(page);
        related.show(
                page,
                () -> panels.stream()
                        .flatMap(panel -> panel.build(page).stream())
                        .toList());
        var headings = Markdown.contents(page.text().markdown()).stream()
                .filter(it -> it.level() <= DEEPEST_IN_CONTENTS)
                .toList();
        contents.show(
                Arrays.asList(page.id(), headings),
                () -> headings.size() < 2 ? List.of() : List.of(contents(page.id(), headings)));
    }

    private List<Component> head(ArticlePage page, @Nullable ReviewSheet review, boolean stale, boolean mayVouch) {
        var head =
                new ArrayList<Component>(List.of(path(page), new H1(page.text().title())));
        var due = page.details().reviewOn();
        if (stale && due != null) {
            head.add(overdue(page.id(), due, mayVouch));
        }
        state(page).ifPresent(head::add);
        if (review != null) {
            inReview(page, review).ifPresent(head::add);
        }
        return head;
    }

    private Nav path(ArticlePage page) {
        var path = new Nav(
                new Anchor(Places.KNOWLEDGE, word("knowledge.title")),
                new Anchor(Places.space(page.space().slug()), page.space().in(getLocale())));
        var above = page.parent();
        if (above != null) {
            path.add(new Anchor(Places.article(above.id().value()), above.title()));
        }
        path.addClassName("path");
        path.getElement()
                .setAttribute("aria-label", word("knowledge.path"))
                .setAttribute("lang", Words.locale().getLanguage());
        return path;
    }

    /** What is special about what one sees, if anything is. */
    private Optional<Div> state(ArticlePage page) {
        var published = page.publishedRevision();
        if (page.status() == ArticleStatus.WITHDRAWN) {
            return Optional.of(new Div(Pieces.hint(word("knowledge.state.withdrawn"))));
        }
        if (published == null) {
            return Optional.of(new Div(Pieces.hint(word("knowledge.state.draft"))));
        }
        if (!page.isCurrent()) {
            var hint = Pieces.hint(word("knowledge.state.other", page.revision(), published) + " ");
            hint.add(new Anchor(Places.article(page.id().value()), word("knowledge.state.current")));
            return Optional.of(new Div(hint));
        }
        var draft = page.draftRevision();
        return draft != null && draft > published
                ? Optional.of(new Div(Pieces.hint(word("knowledge.state.changed", draft))))
                : Optional.empty();
    }

    /** That somebody should have looked again, and for whoever may, the one press that says it still holds. */
    private Div overdue(ArticleId id, LocalDate since, boolean mayVouch) {
        var line = Pieces.row(Pieces.stale(), Pieces.quiet(word("knowledge.stale.since", Times.day(since))));
        line.addClassName("overdue");
        if (mayVouch) {
            line.add(stillTrue(id));
        }
        return line;
    }

    private NativeButton stillTrue(ArticleId id) {
        return Pieces.button("knowledge.checked", "plain", () -> act(() -> arrangement.markChecked(id)));
    }

    /** That somebody is asked to look at it, or has sent it back. */
    private Optional<Div> inReview(ArticlePage page, ReviewSheet review) {
        boolean back = review.state() == ReviewState.SENT_BACK
                && (page.publishedRevision() == null || page.publishedRevision() < review.revision());
        if (!review.isWaiting() && !back) {
            return Optional.empty();
        }
        var hint = Pieces.hint(
                word(back ? "knowledge.review.hint.back" : "knowledge.review.hint", review.revision()) + " ");
        hint.add(new Anchor(
                Places.articleReview(page.id().value()),
                word(review.mayDecide() ? "knowledge.review.look" : "knowledge.review.see")));
        return Optional.of(new Div(hint));
    }

    private Div actions(ArticlePage page, ReviewRule asked, boolean stale) {
        var id = page.id();
        var row = Pieces.row(
                Pieces.link(Places.editArticle(id.value()), word("knowledge.edit"), "button"),
                Pieces.link(Places.articleHistory(id.value()), word("knowledge.history"), "button"));
        var draft = page.draftRevision();
        var published = page.publishedRevision();
        if (draft != null && (published == null || published < draft)) {
            if (!asked.asks()) {
                row.add(Pieces.button("knowledge.publish", "plain", () -> act(() -> articles.publish(id, null))));
            }
            row.add(Pieces.link(Places.articleReview(id.value()), word("knowledge.review"), "button"));
        }
        if (published != null) {
            if (!stale) {
                row.add(stillTrue(id));
            }
            row.add(Pieces.button("knowledge.withdraw", "quiet", () -> act(() -> articles.withdraw(id))));
        }
        return row;
    }

    private void act(Runnable action) {
        var page = shown;
        if (page == null) {
            return;
        }
        feedback.around(() -> {
            action.run();
            address = new Location(Places.article(page.id().value()));
            show(articles.read(page.id(), null));
        });
    }

    private static Nav contents(ArticleId id, List<MarkdownText.Heading> headings) {
        var list = Pieces.plainList("contents");
        for (var heading : headings) {
            var link = new Anchor("/" + Places.article(id.value()) + "#" + heading.anchor(), heading.text());
            link.getElement().setAttribute("router-ignore", true);
            var item = new ListItem(link);
            item.addClassName("level-" + heading.level());
            list.add(item);
        }
        var nav = new Nav(new H2(word("knowledge.contents")), list);
        nav.getElement().setAttribute("aria-label", word("knowledge.contents"));
        return nav;
    }

    /** The passage that the address names; nonsense marks nothing. */
    private Markdown.@Nullable Stretch cited(String markdown) {
        var start = number("start");
        var end = number("end");
        if (start == null || end == null || start < 0 || end <= start) {
            return null;
        }
        int length = markdown.codePointCount(0, markdown.length());
        if (start >= length) {
            return null;
        }
        return new Markdown.Stretch(
                CodePoints.toUtf16(markdown, start), CodePoints.toUtf16(markdown, Math.min(end, length)));
    }

    private @Nullable Integer number(String name) {
        return Optional.ofNullable(address)
                .flatMap(it -> it.getQueryParameters().getSingleParameter(name))
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    @Override
    public String getPageTitle() {
        return shown == null ? word("knowledge.title") : shown.text().title();
    }
}
