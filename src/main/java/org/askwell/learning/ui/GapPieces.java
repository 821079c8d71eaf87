package org.askwell.learning.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.learning.GapRow;
import org.askwell.learning.GapService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.search.SearchService;

/** Makes the lines of gaps for whoever looks. */
@ApplicationScoped
class GapPieces {

    private static final int NEWEST = 200;

    @Inject
    GapService gaps;

    @Inject
    PeopleService people;

    @Inject
    DeskService desks;

    @Inject
    SearchService search;

    @Inject
    ReadableArticles articles;

    @Inject
    ArticleService writing;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    GapLine.Names names(Locale locale) {
        var departments = new HashMap<String, String>();
        people.departments().forEach(it -> departments.put(it.slug(), it.name(locale)));
        var deskNames = new HashMap<String, String>();
        desks.desks().forEach(it -> deskNames.put(it.slug(), it.name(locale)));
        return new GapLine.Names(departments, deskNames);
    }

    GapLine line(GapRow row, GapLine.Names names, boolean alone) {
        return new GapLine(gaps, row, this::articles, names, current.get().zone(), clock, alone);
    }

    /** By number, by words, or the newest when nothing was typed. */
    private List<GapLine.Choice> articles(String typed, int offset, int limit) {
        var text = typed.strip();
        var named = ArticleId.parse(text.toUpperCase(Locale.ROOT));
        Stream<GapLine.Choice> found;
        if (named.isPresent()) {
            found = numbered(named.get()).stream();
        } else if (text.isEmpty()) {
            found = articles.list(null, null, null, NEWEST).items().stream()
                    .map(it -> new GapLine.Choice(it.id(), it.title()));
        } else {
            found = search.pages(text, null, offset + limit).stream()
                    .map(it -> ArticleId.parse(it.page().id())
                            .map(id -> new GapLine.Choice(id, it.best().title()))
                            .orElse(null))
                    .filter(Objects::nonNull);
        }
        return found.skip(offset).limit(limit).toList();
    }

    private List<GapLine.Choice> numbered(ArticleId id) {
        try {
            return List.of(new GapLine.Choice(id, writing.read(id, null).text().title()));
        } catch (Refusal unknown) {
            return List.of();
        }
    }
}
