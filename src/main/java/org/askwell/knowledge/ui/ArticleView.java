package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
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
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.askwell.common.Refusal;
import org.askwell.common.markdown.CodePoints;
import org.askwell.common.markdown.Markdown;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Places;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticlePlace;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleStatus;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
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
    private final SpaceService spaces;
    private final PeopleService people;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;
    private final Instance<ArticlePanel> panels;
    private final Paragraph notice = Pieces.notice();
    private final Article text = new Article();
    private final Div prose = new Div();
    private final Div actions = new Div();
    private final Div facts = new Div();
    private final Div form = new Div();
    private final Div contents = new Div();
    private final Aside beside = new Aside(actions, facts, form, contents);

    private @Nullable ArticlePage shown;
    private @Nullable Location address;
    private @Nullable Registration following;

    @Inject
    ArticleView(
            ArticleService articles,
            SpaceService spaces,
            PeopleService people,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock,
            @Any Instance<ArticlePanel> panels) {
        this.articles = articles;
        this.spaces = spaces;
        this.people = people;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        this.panels = panels;
        addClassNames("wide", "article-page");
        prose.addClassName("prose");
        text.addClassName("reading");
        beside.addClassName("beside");
        add(text, beside);
        addDetachListener(detached -> leave());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("article")
                .flatMap(ArticleId::parse)
                .orElseThrow(NotFoundException::new);
        address = event.getLocation();
        form.removeAll();
        try {
            show(articles.read(id, number("revision")));
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
        leave();
        following = screens.join(event.getUI(), Topics.article(id), () -> repaint(id));
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
    private void repaint(ArticleId id) {
        try {
            show(articles.read(id, number("revision")));
        } catch (Refusal gone) {
            text.removeAll();
            beside.getChildren().forEach(it -> it.getElement().removeAllChildren());
            text.add(new H1(word("knowledge.gone.title")), new Paragraph(word("knowledge.gone.text")));
        }
    }

    private void show(ArticlePage page) {
        shown = page;
        text.removeAll();
        text.getElement().setAttribute("lang", page.language().equals("zh") ? "zh-CN" : "en");
        var title = new H1(page.text().title());
        text.add(path(page), title);
        state(page).ifPresent(text::add);
        text.add(notice, prose);
        Pieces.render(
                prose, page.id(), page.text().markdown(), cited(page.text().markdown()));
        actions.removeAll();
        if (page.mayWrite()) {
            actions.add(actions(page));
        }
        facts.removeAll();
        twin(page).ifPresent(facts::add);
        facts.add(facts(page));
        if (page.mayWrite()) {
            var arrange = Pieces.row(
                    Pieces.button("knowledge.arrange.details", "quiet", this::openDetails),
                    Pieces.button("knowledge.arrange.place", "quiet", this::openPlace));
            arrange.addClassName("arrange");
            facts.add(arrange);
        }
        panels.stream()
                .sorted(Comparator.comparingInt(ArticlePanel::place))
                .forEach(panel -> panel.build(page).ifPresent(facts::add));
        contents.removeAll();
        contents(page).ifPresent(contents::add);
    }

    /** The form stays as it is while others change the page around it. */
    private void openDetails() {
        var page = shown;
        if (page != null) {
            var base = new Base(page);
            form.removeAll();
            form.add(new DetailsForm(
                    page.details(),
                    people.find(page.details().owner()).orElse(null),
                    people::search,
                    details -> base.change(from -> articles.describe(page.id(), from, details)),
                    form::removeAll));
        }
    }

    private void openPlace() {
        var page = shown;
        if (page != null) {
            var base = new Base(page);
            form.removeAll();
            form.add(new PlaceForm(
                    page.id(),
                    new ArticlePlace(
                            page.space().slug(),
                            page.parent() == null ? null : page.parent().id(),
                            page.position()),
                    spaces.readable().stream().filter(SpaceRow::mayWrite).toList(),
                    page.parent(),
                    space -> (typed, offset, limit) -> articles.titled(space, typed, offset, limit).stream()
                            .map(it -> new ArticlePage.Above(it.id(), it.title()))
                            .toList(),
                    Pieces.readers(people, getLocale()),
                    place -> base.change(from -> articles.place(page.id(), from, place)),
                    form::removeAll));
        }
    }

    /** What the open form was filled from; after a refusal it is what the reader has been shown since. */
    private final class Base {
        private final ArticleId id;
        private int arrangement;

        Base(ArticlePage page) {
            id = page.id();
            arrangement = page.arrangement();
        }

        void change(IntConsumer action) {
            try {
                action.accept(arrangement);
                form.removeAll();
            } catch (Refusal no) {
                arrangement = articles.read(id, null).arrangement();
                throw no;
            } finally {
                show(articles.read(id, number("revision")));
            }
        }
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

    private Div actions(ArticlePage page) {
        var id = page.id();
        var row = Pieces.row(
                Pieces.link(Places.editArticle(id.value()), word("knowledge.edit"), "button"),
                Pieces.link(Places.articleHistory(id.value()), word("knowledge.history"), "button"));
        var draft = page.draftRevision();
        var published = page.publishedRevision();
        if (draft != null && (published == null || published < draft)) {
            row.add(Pieces.button("knowledge.publish", "plain", () -> act(() -> articles.publish(id, null))));
        }
        if (published != null) {
            row.add(Pieces.button("knowledge.checked", "plain", () -> act(() -> articles.markChecked(id))));
            row.add(Pieces.button("knowledge.withdraw", "quiet", () -> act(() -> articles.withdraw(id))));
        }
        return row;
    }

    private void act(Runnable action) {
        var page = shown;
        if (page == null) {
            return;
        }
        try {
            action.run();
            Pieces.show(notice, null);
            address = new Location(Places.article(page.id().value()));
            show(articles.read(page.id(), null));
        } catch (Refusal no) {
            Pieces.show(notice, Words.sentence(no));
        }
    }

    private Optional<Paragraph> twin(ArticlePage page) {
        return Optional.ofNullable(page.twin()).map(twin -> {
            var link = new Anchor(
                    Places.article(twin.id().value()),
                    twin.language().equals("zh") ? word("knowledge.twin.zh") : word("knowledge.twin.en"));
            link.getElement().setAttribute("title", twin.title());
            return new Paragraph(link);
        });
    }

    private DescriptionList facts(ArticlePage page) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        var details = page.details();
        fact(
                facts,
                "knowledge.owner",
                people.find(details.owner())
                        .map(PersonRow::name)
                        .orElse(details.owner().value()));
        if (details.checkedOn() != null) {
            fact(facts, "knowledge.checkedOn", Times.day(details.checkedOn()));
        }
        if (details.reviewOn() != null) {
            boolean late = details.reviewOn()
                    .isBefore(LocalDate.ofInstant(clock.instant(), current.get().zone()));
            fact(
                    facts,
                    "knowledge.reviewOn",
                    Times.day(details.reviewOn()) + (late ? " · " + word("knowledge.reviewOn.late") : ""));
        }
        if (!details.tags().isEmpty()) {
            fact(facts, "knowledge.tags", String.join(" · ", details.tags()));
        }
        fact(facts, "knowledge.readers", Pieces.readers(people, getLocale()).apply(page.visibility()));
        fact(facts, "knowledge.number", page.id() + " · " + word("knowledge.revision", page.revision()));
        return facts;
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(word(key)), new DescriptionList.Description(value));
    }

    private static Optional<Nav> contents(ArticlePage page) {
        var headings = Markdown.contents(page.text().markdown()).stream()
                .filter(it -> it.level() <= DEEPEST_IN_CONTENTS)
                .toList();
        if (headings.size() < 2) {
            return Optional.empty();
        }
        var list = Pieces.plainList("contents");
        for (var heading : headings) {
            var link = new Anchor("/" + Places.article(page.id().value()) + "#" + heading.anchor(), heading.text());
            link.getElement().setAttribute("router-ignore", true);
            var item = new ListItem(link);
            item.addClassName("level-" + heading.level());
            list.add(item);
        }
        var nav = new Nav(new H2(word("knowledge.contents")), list);
        nav.getElement().setAttribute("aria-label", word("knowledge.contents"));
        return Optional.of(nav);
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
