package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.SearchLog;
import org.askwell.knowledge.SpaceService;
import org.askwell.search.PageHit;
import org.askwell.search.SearchService;
import org.askwell.search.Snippet;
import org.jspecify.annotations.Nullable;

/** What was found among the articles one may read. Route: {@code search?q=&space=}. */
@Route("search")
@CdiComponent
public class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int FIRST = 20;
    private static final int MOST = 100;

    private final SearchService search;
    private final ReadableArticles articles;
    private final SpaceService spaces;
    private final SearchLog log;
    private String text = "";

    @Inject
    SearchView(SearchService search, ReadableArticles articles, SpaceService spaces, SearchLog log) {
        this.search = search;
        this.articles = articles;
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
        var hits = readable(search.pages(text, space, limit));
        if (hits.isEmpty()) {
            log.foundNothing(text, space);
            add(new Paragraph(word("knowledge.search.none", text)));
            add(Pieces.row(Pieces.link(Places.HOME, word("knowledge.search.ask"), "button")));
            return;
        }
        var names = new HashMap<String, String>();
        spaces.readable().forEach(it -> names.put(it.slug(), it.name(getLocale())));
        var list = new OrderedList();
        list.addClassNames("plain-list", "hits");
        hits.forEach(it -> list.add(line(it, names)));
        add(list);
        if (hits.size() >= limit && limit < MOST) {
            add(Pieces.button("knowledge.more", "plain", () -> show(space, MOST)));
        }
    }

    private record Line(PageHit hit, boolean stale) {}

    /** The index may lag behind by a moment; the database has the last word on what may be read. */
    private List<Line> readable(List<PageHit> hits) {
        var open = articles.staleAmong(
                hits.stream().flatMap(it -> article(it).stream()).toList());
        return hits.stream()
                .flatMap(hit -> article(hit).map(open::get).map(stale -> new Line(hit, stale)).stream())
                .toList();
    }

    private static Optional<ArticleId> article(PageHit hit) {
        return ArticleId.parse(hit.page().id());
    }

    private static ListItem line(Line line, Map<String, String> spaces) {
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
