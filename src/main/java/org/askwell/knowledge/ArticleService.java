package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles and reads them, one at a time. One public method is one transaction; everything asks who is acting.
 *
 * <p>What stands around a text is changed by {@link ArticleArrangement}; lists and trees are in {@link ReadableArticles}.
 */
@ApplicationService
public class ArticleService {

    private static final int LONGEST_NOTE = 300;

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAttachments attachments;

    @Inject
    ArticleAccess access;

    @Inject
    ReviewService reviews;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<KnowledgeEvent> events;

    @Inject
    ArticleDeeds deeds;

    /** Begins an article as a draft. */
    public ArticleId create(NewArticle begun) {
        var caller = current.get();
        var space = library.requireSpace(begun.space());
        access.requireMayWrite(caller, space);
        var details = begun.details() == null ? ArticleDetails.ownedBy(caller.id()) : begun.details();
        var article = new Article(library.nextArticleId(), space.slug(), begun.language(), details, clock.instant());
        if (begun.parent() != null) {
            events.fire(article.placeBelow(library.require(begun.parent()).article(), 0));
        }
        begun.original()
                .map(it -> library.require(it).article())
                .ifPresent(it ->
                        events.fire(article.translates(it, library.twin(it).orElse(null))));
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

    /** Shows a revision to readers, the newest one when none is named; where no review is asked for. */
    public void publish(ArticleId id, @Nullable Integer revision) {
        var caller = current.get();
        var housed = library.require(id);
        var article = access.requireMayWrite(caller, housed);
        int number = revision == null ? article.draftRevision() : revision;
        if (article.isPublished() && article.publishedRevision().orElse(0) == number) {
            attachments.show(id);
            return;
        }
        if (housed.space().review().asks()) {
            throw Refusal.forbidden("review-needed", housed.space().name(caller.locale()));
        }
        events.fire(article.publish(library.requireRevision(id, number), clock.instant()));
        reviews.overtaken(id, number, caller.id());
    }

    /** Shows a revision to readers, or where that is not for the caller alone to say, asks for a review of it. */
    public void publishOrHandIn(ArticleId id, int revision, String reason) {
        if (library.require(id).space().review().asks()) {
            reviews.handIn(id, revision, reason);
        } else {
            publish(id, revision);
        }
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

    /**
     * The article as the acting person may see it.
     *
     * @param revision null shows what is published, or to those who may write the draft of an unpublished one
     */
    public ArticlePage read(ArticleId id, @Nullable Integer revision) {
        var caller = current.get();
        var housed = library.require(id);
        var article = housed.article();
        access.requireMaySee(caller, housed);
        int number = revision != null ? revision : article.publishedRevision().orElse(article.draftRevision());
        var shown = library.requireRevision(id, number);
        if (!access.mayRead(caller, housed.space(), article, shown)) {
            throw Refusal.notFound("revision-unknown", id, Integer.toString(number));
        }
        deeds.opened(housed.space(), id, number);
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

    /** The revisions, newest first: all for those who may write, the published ones for readers. */
    public Slice<RevisionRow> history(ArticleId id, @Nullable String cursor, int limit) {
        var caller = current.get();
        var housed = library.require(id);
        access.requireMaySee(caller, housed);
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

    private Article writable(Caller caller, ArticleId id) {
        return access.requireMayWrite(caller, library.require(id));
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
}
