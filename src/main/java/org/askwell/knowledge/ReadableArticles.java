package org.askwell.knowledge;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * The articles that the acting person may read: in lists, as the tree of a space, and many texts at once. Changes
 * nothing. One public method is one transaction.
 */
@ApplicationService
public class ReadableArticles {

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /** Which of these articles the acting person may read as published ones. */
    public Set<ArticleId> among(Collection<ArticleId> ids) {
        return Set.copyOf(library.publishedAmong(ids, openSpaces(current.get())));
    }

    /** Which of these articles the acting person may read as published ones, and whether somebody should have looked again. */
    public Map<ArticleId, Boolean> staleAmong(Collection<ArticleId> ids) {
        var caller = current.get();
        var today = LocalDate.ofInstant(clock.instant(), caller.zone());
        var stale = new HashMap<ArticleId, Boolean>();
        for (var row : library.reviewDays(ids, openSpaces(caller))) {
            var day = (LocalDate) row[1];
            stale.put((ArticleId) row[0], day != null && !day.isAfter(today));
        }
        return stale;
    }

    /** The first curated wording of each of these articles that the acting person may read in that language, in order. */
    public List<ArticleWording> wordings(Collection<ArticleId> ids, String language) {
        var open = among(ids);
        var byArticle = new HashMap<ArticleId, String>();
        library.publishedRevisions(open, language).stream()
                .filter(it -> !it.wordings().isEmpty())
                .forEach(it -> byArticle.put(it.article(), it.wordings().getFirst()));
        var wordings = new ArrayList<ArticleWording>();
        for (var id : ids) {
            var wording = byArticle.get(id);
            if (wording != null) {
                wordings.add(new ArticleWording(id, wording));
            }
        }
        return wordings;
    }

    /** A way of asking for an article, as its curators wrote it down. */
    public record ArticleWording(ArticleId article, String wording) {}

    /**
     * How one would ask for these articles: the first wording their curators wrote down, else their title. Only those
     * that the acting person may read and that are written in that language, in order.
     *
     * @param spaces only articles of these, or null
     */
    public List<ArticleWording> asked(
            Collection<ArticleId> ids, @Nullable Collection<String> spaces, String language, int atMost) {
        var open = openSpaces(current.get());
        if (spaces != null) {
            open = open.stream().filter(spaces::contains).collect(Collectors.toSet());
        }
        return library.wordings(ids, open, language, atMost);
    }

    /** Those of these articles that stand in a space the acting person may read, published or not. */
    public Set<ArticleId> inOpenSpaces(Collection<ArticleId> ids) {
        return Set.copyOf(library.standingIn(ids, openSpaces(current.get())));
    }

    /** The published texts of these articles, as far as the acting person may read them, in one go. */
    public Map<ArticleId, PublishedText> published(Collection<ArticleId> ids) {
        var open = openSpaces(current.get());
        var texts = new HashMap<ArticleId, PublishedText>();
        library.published(ids, open).forEach(it -> texts.put(it.id(), it));
        return texts;
    }

    /**
     * Articles one may see, the youngest first: of the spaces one curates all, of the others what is published.
     */
    public Slice<ArticleRow> list(
            @Nullable String space, @Nullable ArticleStatus status, @Nullable String cursor, int limit) {
        var caller = current.get();
        var before =
                cursor == null ? null : ArticleId.parse(cursor).orElseThrow(() -> Refusal.invalid("cursor-unreadable"));
        var spaces = space == null ? library.spaces() : List.of(readableSpace(caller, space));
        var writable =
                slugs(spaces.stream().filter(it -> access.mayWrite(caller, it)).toList());
        var readable = slugs(spaces.stream()
                .filter(it -> access.mayRead(caller, it) && !access.mayWrite(caller, it))
                .toList());
        return Slice.of(
                library.articles(writable, readable, status, before, limit + 1),
                limit,
                row -> row.id().value());
    }

    /** What was published last in the spaces one may read, in the reader's language where it is there. */
    public List<ArticleRow> newest(int limit) {
        var caller = current.get();
        return library.newest(openSpaces(caller), caller.language(), limit);
    }

    /** The branch of a space's tree below an article, or its trunk. */
    public List<Branch> tree(String space, @Nullable ArticleId parent, int offset, int limit) {
        var caller = current.get();
        var shown = readableSpace(caller, space);
        boolean drafts = access.mayWrite(caller, shown);
        var rows = library.children(space, parent, caller.language(), drafts, offset, limit);
        var parents = library.withChildren(rows.stream().map(ArticleRow::id).toList(), drafts);
        return rows.stream()
                .map(row -> new Branch(row, parents.contains(row.id())))
                .toList();
    }

    /** A row of the tree. */
    public record Branch(ArticleRow article, boolean hasMore) {}

    private Space readableSpace(Caller caller, String slug) {
        var space = library.requireSpace(slug);
        access.requireMayRead(caller, space);
        return space;
    }

    private Set<String> openSpaces(Caller caller) {
        return slugs(library.spaces().stream()
                .filter(it -> access.mayRead(caller, it))
                .toList());
    }

    private static Set<String> slugs(Collection<Space> spaces) {
        return spaces.stream().map(Space::slug).collect(Collectors.toSet());
    }
}
