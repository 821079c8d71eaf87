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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.AttachmentRef;
import org.askwell.knowledge.AttachmentRow;
import org.askwell.knowledge.PublishedText;
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
    private final ArticleAttachments attachments;
    private String text = "";

    @Inject
    SearchView(
            SearchService search,
            ReadableArticles articles,
            ArticleAttachments attachments,
            SpaceService spaces,
            SearchLog log) {
        this.search = search;
        this.articles = articles;
        this.spaces = spaces;
        this.log = log;
        this.attachments = attachments;
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
        var found = search.pagesAndFiles(text, space, limit);
        var files = attachments.among(found.stream()
                .flatMap(it -> AttachmentRef.of(it.page()).stream())
                .toList());
        var hits = readable(found, files.keySet());
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
        var titles = articles.published(
                files.keySet().stream().map(AttachmentRef::article).collect(Collectors.toSet()));
        for (var hit : hits) {
            var file = AttachmentRef.of(hit.page()).map(files::get).orElse(null);
            list.add(file == null ? line(hit, names) : fileLine(hit, file, titles.get(file.article())));
        }
        add(list);
        if (hits.size() >= limit && limit < MOST) {
            add(Pieces.button("knowledge.more", "plain", () -> show(space, MOST)));
        }
    }

    /** The index may lag behind by a moment; the database has the last word on what may be read. */
    private List<PageHit> readable(List<PageHit> hits, Set<AttachmentRef> files) {
        var open = articles.among(hits.stream()
                .map(it -> ArticleId.parse(it.page().id()).orElse(null))
                .filter(Objects::nonNull)
                .toList());
        return hits.stream()
                .filter(it -> ArticleId.parse(it.page().id())
                                .filter(open::contains)
                                .isPresent()
                        || AttachmentRef.of(it.page()).filter(files::contains).isPresent())
                .toList();
    }

    /** A file leads to itself, and to the article that it belongs to. */
    private static ListItem fileLine(PageHit hit, AttachmentRow file, @Nullable PublishedText article) {
        var id = file.article().value();
        var link = new Anchor("/" + Places.articleFile(id, file.number(), file.name()), file.name());
        link.getElement().setAttribute("router-ignore", true);
        var where = new Span(word("knowledge.files.in") + " ");
        where.add(new Anchor(Places.article(id), article == null ? id : article.title()));
        where.add(" · " + AttachedFiles.size(file.size()));
        where.addClassName("quiet-text");
        return new ListItem(link, where, snippet(hit.snippet(), hit.best().language()));
    }

    private static ListItem line(PageHit hit, Map<String, String> spaces) {
        var passage = hit.best();
        var place = Places.article(hit.page().id()) + (passage.anchor().isEmpty() ? "" : "#" + passage.anchor());
        var link = new Anchor(place, passage.title());
        link.getElement().setAttribute("lang", passage.language());
        var where = new Span(spaces.getOrDefault(passage.space(), passage.space())
                + (passage.headings().isEmpty() ? "" : " · " + String.join(" › ", passage.headings())));
        where.addClassName("quiet-text");
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
