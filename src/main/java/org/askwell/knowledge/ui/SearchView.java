package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askwell.common.Places;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ArticleFinder;
import org.askwell.knowledge.ArticleFinder.ArticleHit;
import org.askwell.knowledge.AttachmentFinder;
import org.askwell.knowledge.SearchLog;
import org.askwell.knowledge.SpaceService;
import org.askwell.search.FoundGroup;
import org.askwell.search.SearchEverywhere;
import org.askwell.search.Snippet;
import org.jspecify.annotations.Nullable;

/** What was found among everything one may see, in groups. Route: {@code search?q=&space=}. */
@Route("search")
@CdiComponent
public class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int FIRST = 20;
    private static final int MOST = 100;

    /** Of each group beside the articles. */
    private static final int OTHERS = 8;

    private final ArticleFinder articles;
    private final AttachmentFinder files;
    private final SearchEverywhere everywhere;
    private final SpaceService spaces;
    private final SearchLog log;
    private String text = "";

    @Inject
    SearchView(
            ArticleFinder articles,
            AttachmentFinder files,
            SearchEverywhere everywhere,
            SpaceService spaces,
            SearchLog log) {
        this.articles = articles;
        this.files = files;
        this.everywhere = everywhere;
        this.spaces = spaces;
        this.log = log;
        addClassNames("column", "found");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        text = parameters.getSingleParameter("q").orElse("").strip();
        show(parameters.getSingleParameter("space").filter(it -> !it.isEmpty()).orElse(null), FIRST);
    }

    private void show(@Nullable String space, int limit) {
        removeAll();
        add(new H1(word("knowledge.search")), new SearchBox(text, space));
        if (text.isEmpty()) {
            add(Pieces.quiet(word("knowledge.search.empty")));
            return;
        }
        var hits = articles.hits(text, space, limit);
        var others = space == null ? everywhere.find(text, OTHERS, Set.of(ArticleFinder.GROUP)) : filesIn(space);
        if (hits.isEmpty() && others.isEmpty()) {
            log.foundNothing(text, space);
            add(new Paragraph(word("knowledge.search.none", text)));
            add(Pieces.row(Pieces.link(Places.HOME, word("knowledge.search.ask"), "button")));
            return;
        }
        boolean more = hits.size() >= limit && limit < MOST;
        if (!others.isEmpty()) {
            add(groups(hits.size() + (more ? "+" : ""), others));
        }
        add(articles(hits, others.isEmpty()));
        if (more) {
            add(Pieces.button("knowledge.more", "plain", () -> show(space, MOST)));
        }
        others.forEach(it -> add(section(it)));
    }

    /** Of what is looked for in one space, files are the only other kind. */
    private List<FoundGroup> filesIn(String space) {
        var group = files.find(text, space, OTHERS);
        return group.items().isEmpty() ? List.of() : List.of(group);
    }

    /** How much there is of each kind, and the way there. */
    private Nav groups(String hits, List<FoundGroup> others) {
        var nav = new Nav(jump(ArticleFinder.GROUP, hits));
        others.forEach(it -> nav.add(jump(it.name(), it.count())));
        nav.addClassName("chips");
        nav.setAriaLabel(word("search.groups"));
        return nav;
    }

    private Anchor jump(String group, String count) {
        var link =
                new Anchor(Places.search(text) + "#found-" + group, word("search.group.counted", name(group), count));
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    private Section articles(List<ArticleHit> hits, boolean alone) {
        var section = new Section();
        section.setId("found-" + ArticleFinder.GROUP);
        if (!alone) {
            section.add(new H2(name(ArticleFinder.GROUP)));
        }
        if (hits.isEmpty()) {
            section.add(Pieces.quiet(word("search.group.none")));
            return section;
        }
        var names = new HashMap<String, String>();
        spaces.readable().forEach(it -> names.put(it.slug(), it.name(getLocale())));
        var list = new OrderedList();
        list.addClassNames("plain-list", "hits");
        hits.forEach(it -> list.add(line(it, names)));
        section.add(list);
        return section;
    }

    private static Section section(FoundGroup group) {
        var list = new UnorderedList();
        list.addClassNames("plain-list", "hits");
        for (var thing : group.items()) {
            var about = new Span(thing.about());
            about.addClassName("quiet-text");
            var link = new Anchor(thing.place(), thing.title());
            if (group.name().equals(AttachmentFinder.GROUP)) {
                link.getElement().setAttribute("router-ignore", true);
            }
            var item = new ListItem(link, about);
            if (!thing.snippet().isEmpty()) {
                item.add(new Paragraph(thing.snippet()));
            }
            list.add(item);
        }
        var section = new Section(new H2(name(group.name())), list);
        section.setId("found-" + group.name());
        if (group.more()) {
            section.add(Pieces.quiet(word("search.group.more", group.items().size())));
        }
        var since = group.since();
        if (since != null) {
            section.add(
                    Pieces.quiet(word("search.group.since", Times.day(LocalDate.ofInstant(since, ZoneOffset.UTC)))));
        }
        return section;
    }

    private static String name(String group) {
        return word("search.group." + group);
    }

    private static ListItem line(ArticleHit line, Map<String, String> spaces) {
        var hit = line.hit();
        var passage = hit.best();
        var place = Places.article(hit.page().id()) + (passage.anchor().isEmpty() ? "" : "#" + passage.anchor());
        var link = new Anchor(place, passage.title());
        link.getElement().setAttribute("lang", passage.language());
        var where = new Span(spaces.getOrDefault(passage.space(), passage.space())
                + (passage.headings().isEmpty() ? "" : " · " + String.join(" › ", passage.headings())));
        where.addClassName("quiet-text");
        if (line.stale()) {
            where.add(Pieces.stale());
        }
        return new ListItem(link, where, snippet(hit.snippet(), passage.language()));
    }

    private static Paragraph snippet(Snippet snippet, String language) {
        var paragraph = new Paragraph();
        paragraph.getElement().setAttribute("lang", language);
        int at = 0;
        for (var mark : snippet.marks()) {
            paragraph.getElement().appendChild(Element.createText(snippet.text().substring(at, mark.start())));
            paragraph
                    .getElement()
                    .appendChild(new Element("mark").setText(snippet.text().substring(mark.start(), mark.end())));
            at = mark.end();
        }
        paragraph.getElement().appendChild(Element.createText(snippet.text().substring(at)));
        return paragraph;
    }

    @Override
    public String getPageTitle() {
        return text.isEmpty() ? word("knowledge.search") : word("knowledge.search.title", text);
    }
}
