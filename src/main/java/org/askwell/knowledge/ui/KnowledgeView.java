package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askwell.common.Places;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.ReviewService;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/** The shelves of the library that one may read, and what is new on them. Route: {@code knowledge}. */
@Route(Places.KNOWLEDGE)
@CdiComponent
public class KnowledgeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int NEWEST = 12;

    private final SpaceService spaces;
    private final ReadableArticles articles;
    private final CurrentPerson current;
    private final ReviewService reviews;
    private final PeopleService people;
    private final Clock clock;
    private @Nullable WaitingReviews waiting;

    @Inject
    KnowledgeView(
            SpaceService spaces,
            ReadableArticles articles,
            ReviewService reviews,
            PeopleService people,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock) {
        this.spaces = spaces;
        this.articles = articles;
        this.reviews = reviews;
        this.people = people;
        this.current = current;
        this.clock = clock;
        addClassNames("column", "library");
        screens.follow(this, Topics.REVIEWS, this::reload);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var title = new H1(word("knowledge.title"));
        var head = new Div(title);
        head.addClassName("library-head");
        if (current.get().isAdmin()) {
            head.add(Pieces.link(Places.ADMIN_SPACES, word("knowledge.arrange"), "button"));
        }
        if (current.get().hasAnywhere(Role.CURATOR)) {
            head.add(Pieces.link(Places.GAPS, word("learning.gaps.title"), "button"));
        }
        add(head, new SearchBox("", null));
        var shelves = Pieces.plainList("shelves");
        var open = spaces.readable();
        waiting = null;
        if (current.get().hasAnywhere(Role.CURATOR)) {
            var section = new WaitingReviews(reviews, people, current, clock, names(open));
            add(section);
            waiting = section;
        }
        for (var space : open) {
            var link = new Anchor(Places.space(space.slug()), space.name(getLocale()));
            var item = new ListItem(link);
            if (!space.description(getLocale()).isEmpty()) {
                item.add(Pieces.quiet(space.description(getLocale())));
            }
            shelves.add(item);
        }
        if (shelves.getChildren().findAny().isEmpty()) {
            add(new Paragraph(word(current.get().isAdmin() ? "knowledge.empty.admin" : "knowledge.empty")));
            return;
        }
        add(new H2(word("knowledge.spaces")), shelves, new H2(word("knowledge.newest")), newest(open));
    }

    private void reload() {
        if (waiting != null) {
            waiting.load();
        }
    }

    private Div newest(List<SpaceRow> open) {
        var names = names(open);
        var list = Pieces.plainList("article-lines");
        for (var row : articles.newest(NEWEST)) {
            var link = new Anchor(Places.article(row.id().value()), row.title());
            link.getElement().setAttribute("lang", row.language());
            var beside = new Span(names.getOrDefault(row.space(), row.space()) + " · ");
            beside.add(Times.ago(row.updatedAt(), current.get().zone(), clock));
            beside.addClassName("quiet-text");
            list.add(new ListItem(link, beside));
        }
        return list.getChildren().findAny().isEmpty()
                ? new Div(new Paragraph(word("knowledge.newest.none")))
                : new Div(list);
    }

    private Map<String, String> names(List<SpaceRow> open) {
        var names = new HashMap<String, String>();
        open.forEach(it -> names.put(it.slug(), it.name(getLocale())));
        return names;
    }

    @Override
    public String getPageTitle() {
        return word("knowledge.title");
    }
}
