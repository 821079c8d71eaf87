package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.knowledge.KnowledgeRepository.Housed;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/** What one can do with articles. One public method is one transaction; everything asks who is acting. */
@ApplicationService
public class ArticleService {

    private static final int LONGEST_NOTE = 300;

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    ArticleFiles files;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<KnowledgeEvent> events;

    /** Begins an article as a draft. */
    public ArticleId create(NewArticle begun) {
        var caller = current.get();
        var space = library.requireSpace(begun.space());
        access.requireMayWrite(caller, space);
        var details = begun.details() == null ? ArticleDetails.ownedBy(caller.id()) : begun.details();
        var article = new Article(library.nextArticleId(), space.slug(), begun.language(), details, clock.instant());
        if (begun.parent() != null) {
            events.fire(article.place(parentIn(space, begun.parent()), 0));
        }
        begun.original()
                .ifPresent(original -> pair(article, library.require(original).article()));
        var first = article.write(0, begun.text(), caller.id(), clock.instant(), note(begun.note()));
        library.add(article);
        library.add(first);
        events.fire(new KnowledgeEvent.DraftSaved(article.id(), 1, caller.id()));
        return article.id();
    }

    /**
     * Saves a changed text as a new revision.
     *
     * @param base the revision that the writer began with; a conflict when somebody has saved another one since
     * @return the number of the new revision, or the base when nothing was changed
     */
    public int saveDraft(ArticleId id, int base, ArticleText text, String note) {
        var caller = current.get();
        return write(caller, writable(caller, id), base, text, note);
    }

    /** Shows a revision to readers; the newest one when none is named. */
    public void publish(ArticleId id, @Nullable Integer revision) {
        var article = writable(current.get(), id);
        int number = revision == null ? article.draftRevision() : revision;
        if (article.isPublished() && article.publishedRevision().orElse(0) == number) {
            return;
        }
        events.fire(article.publish(library.requireRevision(id, number), clock.instant()));
    }

    /** Takes the article away from readers; its text stays with the curators. */
    public void withdraw(ArticleId id) {
        events.fire(writable(current.get(), id).withdraw(clock.instant()));
    }

    /** Makes an old revision the newest draft again. */
    public int restore(ArticleId id, int revision, String note) {
        var caller = current.get();
        var article = writable(caller, id);
        return write(
                caller,
                article,
                article.draftRevision(),
                library.requireRevision(id, revision).text(),
                note);
    }

    /** Somebody has looked and it is still right. */
    public void markChecked(ArticleId id) {
        var caller = current.get();
        events.fire(writable(caller, id).check(LocalDate.ofInstant(clock.instant(), caller.zone())));
    }

    /**
     * Says who answers for the article, when it was checked and what it is about.
     *
     * @param base the arrangement that the change was made from, or null to change whatever stands there
     */
    public void describe(ArticleId id, @Nullable Integer base, ArticleDetails details) {
        var caller = current.get();
        var article = writable(caller, id);
        article.requireArrangement(base);
        if (!details.owner().equals(article.details().owner())) {
            requireColleague(details.owner());
        }
        var checked = details.checkedOn();
        if (checked != null && checked.isAfter(LocalDate.ofInstant(clock.instant(), caller.zone()))) {
            throw Refusal.invalid("article-checked-ahead", checked.toString());
        }
        events.fire(article.describe(details));
    }

    /**
     * Gives the article its place: in the tree of its space, or in another one, and with that other readers. One has to
     * curate both spaces. Its translation goes with it, what stands below it stays and moves up one step.
     *
     * @param base the arrangement that the change was made from, or null to change whatever stands there
     */
    public void place(ArticleId id, @Nullable Integer base, ArticlePlace place) {
        var caller = current.get();
        var article = writable(caller, id);
        article.requireArrangement(base);
        var space = library.requireSpace(place.space());
        access.requireMayWrite(caller, space);
        if (!article.space().equals(space.slug())) {
            move(article, space.slug());
        }
        var parent = place.parent();
        if (parent != null) {
            refuseCircle(id, parentIn(space, parent));
        }
        events.fire(article.place(parent, place.position()));
    }

    /** Says that two articles are the same text in two languages. */
    public void pair(ArticleId id, ArticleId other) {
        var caller = current.get();
        pair(writable(caller, id), writable(caller, other));
    }

    /**
     * The article as the acting person may see it.
     *
     * @param revision null shows what is published, or to those who may write the draft of an unpublished one
     */
    public ArticlePage read(ArticleId id, @Nullable Integer revision) {
        var caller = current.get();
        var housed = library.require(id);
        var article = housed.article();
        requireSeen(caller, housed);
        int number = revision != null ? revision : article.publishedRevision().orElse(article.draftRevision());
        var shown = library.requireRevision(id, number);
        if (!access.mayRead(caller, housed.space(), article, shown)) {
            throw Refusal.notFound("revision-unknown", id, Integer.toString(number));
        }
        boolean mayWrite = access.mayWrite(caller, housed.space());
        var published = article.publishedRevision();
        return new ArticlePage(
                id,
                ArticlePage.SpaceName.of(housed.space()),
                above(article, mayWrite),
                article.position(),
                article.arrangement(),
                article.language(),
                article.status(),
                number,
                shown.text(),
                article.details(),
                published.isPresent() ? published.getAsInt() : null,
                mayWrite ? article.draftRevision() : null,
                article.publishedAt().orElse(article.updatedAt()),
                housed.space().visibility(),
                twin(article, mayWrite),
                mayWrite);
    }

    /** Which of these articles the acting person may read as published ones. */
    public Set<ArticleId> readable(Collection<ArticleId> ids) {
        return Set.copyOf(library.publishedAmong(ids, openSpaces(current.get())));
    }

    /** The first curated wording of each of these articles that the acting person may read in that language, in order. */
    public List<ArticleWording> wordings(Collection<ArticleId> ids, String language) {
        var open = readable(ids);
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

    /** Articles of a space whose titles hold some letters, by title; for its curators, who choose a place among them. */
    public List<ArticleRow> titled(String space, String letters, int offset, int limit) {
        var caller = current.get();
        var shown = library.requireSpace(space);
        access.requireMayWrite(caller, shown);
        return library.titled(shown.slug(), ArticleText.oneLine(letters), offset, Math.min(limit, Slice.MAX_LIMIT));
    }

    /** The revisions, newest first: all for those who may write, the published ones for readers. */
    public Slice<RevisionRow> history(ArticleId id, @Nullable String cursor, int limit) {
        var caller = current.get();
        var housed = library.require(id);
        requireSeen(caller, housed);
        var rows = library.history(id, access.mayWrite(caller, housed.space()), revisionNumber(cursor), limit + 1);
        return Slice.of(rows, limit, row -> Integer.toString(row.number()));
    }

    /** What has changed from one revision to another. */
    public ArticleDiff diff(ArticleId id, int from, int to) {
        var before = read(id, from);
        var after = read(id, to);
        return new ArticleDiff(
                from,
                to,
                before.text().title(),
                after.text().title(),
                TextDiff.lines(before.text().markdown(), after.text().markdown()));
    }

    /** @param pieces of the Markdown, in order */
    public record ArticleDiff(int from, int to, String titleBefore, String titleAfter, List<TextDiff.Piece> pieces) {}

    /** Both languages of a text have the same readers, so that neither tells what the other keeps. */
    private void move(Article article, String space) {
        var twin = library.twin(article);
        carry(article, space);
        twin.ifPresent(it -> {
            carry(it, space);
            article.isTranslation(article.id().value());
            it.isTranslation(article.id().value());
        });
    }

    private void carry(Article article, String space) {
        var from = article.space();
        for (var child : library.below(article.id())) {
            events.fire(child.place(article.parent().orElse(null), child.position()));
        }
        events.fire(article.move(space));
        files.follow(article, from);
    }

    private void requireColleague(PersonId person) {
        if (people.find(person).filter(PersonRow::active).isEmpty()) {
            throw Refusal.invalid("person-unknown", person);
        }
    }

    private int write(Caller caller, Article article, int base, ArticleText text, String note) {
        if (base == article.draftRevision()
                && library.requireRevision(article.id(), base).text().equals(text)) {
            return base;
        }
        var revision = article.write(base, text, caller.id(), clock.instant(), note(note));
        // Whoever loses a race for the next number loses it on the article, as a conflict, not on a unique key.
        library.flush();
        library.add(revision);
        events.fire(new KnowledgeEvent.DraftSaved(article.id(), revision.number(), caller.id()));
        return revision.number();
    }

    private Article writable(Caller caller, ArticleId id) {
        var housed = library.require(id);
        requireSeen(caller, housed);
        access.requireMayWrite(caller, housed.space());
        return housed.article();
    }

    private void requireSeen(Caller caller, Housed housed) {
        boolean seen = access.mayWrite(caller, housed.space())
                || access.mayRead(caller, housed.space()) && housed.article().isPublished();
        if (!seen) {
            throw Refusal.notFound("article-unknown", housed.article().id());
        }
    }

    private Space readableSpace(Caller caller, String slug) {
        var space = library.requireSpace(slug);
        access.requireMayRead(caller, space);
        return space;
    }

    private void pair(Article article, Article original) {
        if (article.language().equals(original.language())) {
            throw Refusal.invalid("article-same-language");
        }
        if (!article.space().equals(original.space())) {
            throw Refusal.invalid("article-other-space");
        }
        if (original.translationKey().isEmpty()) {
            original.isTranslation(original.id().value());
        } else if (library.twin(original).isPresent()) {
            throw Refusal.conflict("article-has-twin", original.id());
        }
        article.isTranslation(original.translationKey().orElseThrow());
    }

    private ArticlePage.@Nullable Twin twin(Article article, boolean mayWrite) {
        return library.twin(article)
                .filter(it -> mayWrite || it.isPublished())
                .map(it -> new ArticlePage.Twin(
                        it.id(), it.language(), it.publishedTitle().orElse(it.title())))
                .orElse(null);
    }

    private ArticlePage.@Nullable Above above(Article article, boolean mayWrite) {
        return article.parent()
                .flatMap(library::find)
                .map(KnowledgeRepository.Housed::article)
                .filter(it -> mayWrite || it.isPublished())
                .map(it -> new ArticlePage.Above(
                        it.id(), mayWrite ? it.title() : it.publishedTitle().orElse(it.title())))
                .orElse(null);
    }

    private ArticleId parentIn(Space space, ArticleId parent) {
        var above = library.require(parent).article();
        if (!above.space().equals(space.slug())) {
            throw Refusal.invalid("article-other-space");
        }
        return parent;
    }

    private void refuseCircle(ArticleId id, ArticleId parent) {
        var above = Optional.of(parent);
        for (int height = 0; above.isPresent(); height++) {
            if (above.get().equals(id) || height > 50) {
                throw Refusal.invalid("article-own-parent");
            }
            above = library.require(above.get()).article().parent();
        }
    }

    private static String note(String text) {
        var line = ArticleText.oneLine(text);
        return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE);
    }

    private static @Nullable Integer revisionNumber(@Nullable String cursor) {
        try {
            return cursor == null ? null : Integer.valueOf(cursor);
        } catch (NumberFormatException unreadable) {
            throw Refusal.invalid("cursor-unreadable");
        }
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
