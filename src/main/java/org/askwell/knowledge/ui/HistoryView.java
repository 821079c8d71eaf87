package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleService.ArticleDiff;
import org.askwell.knowledge.RevisionRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/** What an article said and when it changed; any two revisions side by side. Route: {@code articles/A-318/history?from=&to=}. */
@Route("articles/:article/history")
@CdiComponent
public class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final ArticleService articles;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Clock clock;
    private final Feedback refusal = new Feedback();
    private @Nullable ArticlePage page;

    @Inject
    HistoryView(ArticleService articles, PeopleService people, CurrentPerson current, Clock clock) {
        this.articles = articles;
        this.people = people;
        this.current = current;
        this.clock = clock;
        addClassNames("column", "article-history");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("article")
                .flatMap(ArticleId::parse)
                .orElseThrow(NotFoundException::new);
        var query = event.getLocation().getQueryParameters();
        try {
            var shown = articles.read(id, null);
            page = shown;
            removeAll();
            refusal.clear();
            add(refusal, new H1(word("knowledge.history.title", shown.text().title())));
            add(new Paragraph(new Anchor(Places.article(id.value()), word("knowledge.writing.close"))));
            var from = number(query.getSingleParameter("from"));
            var to = number(query.getSingleParameter("to"));
            if (from.isPresent() && to.isPresent()) {
                show(articles.diff(id, from.get(), to.get()));
            }
            add(new H2(word("knowledge.history.list")));
            var list = Pieces.plainList("revisions");
            add(list);
            more(list, shown, null);
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
    }

    private static Optional<Integer> number(Optional<String> parameter) {
        return parameter.filter(it -> it.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private void show(ArticleDiff diff) {
        add(new H2(word("knowledge.history.from") + " " + diff.from() + " " + word("knowledge.history.to") + " "
                + diff.to()));
        add(new Changes(diff));
    }

    private void more(UnorderedList list, ArticlePage shown, @Nullable String cursor) {
        var slice = articles.history(shown.id(), cursor, PAGE);
        var names = people.named(slice.items().stream().map(RevisionRow::author).toList());
        var rows = slice.items();
        for (int at = 0; at < rows.size(); at++) {
            var older = at + 1 < rows.size()
                    ? rows.get(at + 1).number()
                    : shown.mayWrite() ? rows.get(at).number() - 1 : 0;
            list.add(line(rows.get(at), older, shown, names));
        }
        var next = slice.nextCursor();
        if (next != null) {
            var item = new ListItem();
            item.add(Pieces.button("knowledge.more", "plain", () -> {
                list.remove(item);
                more(list, shown, next);
            }));
            list.add(item);
        }
    }

    private ListItem line(RevisionRow row, int older, ArticlePage shown, Map<PersonId, PersonRow> names) {
        var author = names.get(row.author());
        var what = new Div(new Span(row.number() + " · " + row.title()));
        what.addClassName("what");
        var by = new Span((author == null ? row.author().value() : author.name())
                + (row.note().isEmpty() ? "" : " · " + row.note()) + " · ");
        by.add(Times.ago(row.at(), current.get().zone(), clock));
        by.addClassName("quiet-text");
        what.add(new Div(by));
        var item = new ListItem(what);
        if (row.publishedAt() != null) {
            var badge = new Span(word("knowledge.history.published"));
            badge.addClassNames("badge", "published");
            item.add(badge);
        }
        var id = shown.id().value();
        if (older > 0) {
            item.add(new Anchor(
                    Places.articleHistory(id) + "?from=" + older + "&to=" + row.number(),
                    word("knowledge.history.changes")));
        }
        item.add(new Anchor(Places.article(id) + "?revision=" + row.number(), word("knowledge.history.read")));
        var newest = shown.draftRevision();
        if (shown.mayWrite() && newest != null && row.number() != newest) {
            item.add(Pieces.button("knowledge.history.restore", "quiet", () -> restore(shown.id(), row.number())));
        }
        return item;
    }

    private void restore(ArticleId id, int revision) {
        refusal.around(() -> {
            articles.restore(id, revision, word("knowledge.history.restored", revision));
            UI.getCurrent().navigate(Places.editArticle(id.value()));
        });
    }

    @Override
    public String getPageTitle() {
        return page == null
                ? word("knowledge.history")
                : word("knowledge.history.title", page.text().title());
    }
}
