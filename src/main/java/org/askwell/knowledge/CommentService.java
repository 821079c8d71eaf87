package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.Texts;
import org.askwell.common.markdown.CodePoints;
import org.askwell.common.markdown.Passages;
import org.askwell.knowledge.KnowledgeRepository.Housed;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * Comments on passages: readers make them, the owner and the curators of an article answer them.
 *
 * <p>Nobody else sees them. One public method is one transaction.
 */
@ApplicationService
public class CommentService {

    /** So many open ones of a person an article bears; then its owner is to answer first. */
    private static final int MOST_OPEN = 20;

    @Inject
    KnowledgeRepository library;

    @Inject
    CommentRepository comments;

    @Inject
    ArticleService articles;

    @Inject
    ReviewRepository turns;

    @Inject
    ArticleAccess access;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<CommentEvent> events;

    /** A passage of a revision: code points into its Markdown, and what stands there. */
    public record Passage(int revision, int start, int end, String quote) {}

    /**
     * The passage that somebody has selected of an article as it is shown.
     *
     * @param selected the words as they are shown
     * @param near how many characters, white space not counted, are shown before them
     */
    public Passage find(ArticleId id, int revision, String selected, int near) {
        var markdown = articles.read(id, revision).text().markdown();
        var found = Passages.find(markdown, selected, near)
                .orElseThrow(() -> Refusal.invalid("comment-passage", id, revision));
        int start = CodePoints.of(markdown, found.start());
        int end = CodePoints.of(markdown, found.end());
        if (end - start > NewComment.LONGEST_PASSAGE) {
            throw Refusal.invalid("comment-passage-too-long", NewComment.LONGEST_PASSAGE);
        }
        return new Passage(revision, start, end, markdown.substring(found.start(), found.end()));
    }

    /**
     * Says something about a passage.
     *
     * @param revision one that the caller may read
     * @param start code points into its Markdown
     */
    public CommentId add(ArticleId id, int revision, int start, int end, NewComment said) {
        var caller = current.get();
        var housed = library.require(id);
        access.requireMaySee(caller, housed);
        var text = library.requireRevision(id, revision);
        if (!access.mayRead(caller, housed.space(), housed.article(), text)) {
            throw Refusal.notFound("revision-unknown", id, Integer.toString(revision));
        }
        if (comments.countOpen(id, caller.id()) >= MOST_OPEN) {
            throw Refusal.tooMany("comments-too-many", MOST_OPEN);
        }
        var comment = new Comment(comments.nextNumber(), text, start, end, said, caller.id(), clock.instant());
        comments.add(comment);
        events.fire(comment.made());
        return comment.id();
    }

    /**
     * The comments on an article, the youngest first: all for those who answer for it, for everybody else the own ones.
     */
    public Slice<CommentSheet> list(ArticleId id, @Nullable CommentState state, @Nullable String cursor, int limit) {
        var caller = current.get();
        var housed = library.require(id);
        access.requireMaySee(caller, housed);
        boolean answers = answers(caller, housed);
        boolean writes = access.mayWrite(caller, housed.space());
        var before =
                cursor == null ? null : CommentId.parse(cursor).orElseThrow(() -> Refusal.invalid("cursor-unreadable"));
        var rows = comments.of(id, answers ? null : caller.id(), state, before, limit + 1).stream()
                .map(it -> CommentSheet.of(it, answers, writes))
                .toList();
        return Slice.of(rows, limit, row -> row.id().value());
    }

    public CommentSheet comment(CommentId id) {
        var caller = current.get();
        var found = visible(caller, id);
        return CommentSheet.of(
                found.comment(),
                answers(caller, found.housed()),
                access.mayWrite(caller, found.housed().space()));
    }

    /**
     * Puts the suggested wording into the article, as a new revision. Readers see it at once where they saw the newest
     * revision before and no review is asked for; otherwise it is the newest draft.
     *
     * @return the number of the new revision
     */
    public int accept(CommentId id) {
        var caller = current.get();
        var article = visible(caller, id).comment().article();
        turns.takeTurn(article);
        var found = visible(caller, id);
        access.requireMayWrite(caller, found.housed());
        var comment = found.comment();
        comment.requireOpen();
        var now = found.housed().article();
        int base = now.draftRevision();
        boolean seen = now.isPublished() && now.publishedRevision().orElse(0) == base;
        var newest = library.requireRevision(article, base);
        var text = ArticleText.of(newest.title(), comment.appliedTo(newest), newest.wordings());
        var name = people.find(comment.author())
                .map(PersonRow::name)
                .orElse(comment.author().value());
        int revision =
                articles.saveDraft(article, base, text, Texts.in(caller.locale(), "knowledge.comment.note", id, name));
        if (seen && revision != base && !found.housed().space().review().asks()) {
            articles.publish(article, revision);
        }
        events.fire(comment.accept(caller.id(), revision, clock.instant()));
        return revision;
    }

    /** Answers a comment, whatever that leads to; the owner and the curators may. */
    public void close(CommentId id, String reply) {
        var caller = current.get();
        var found = visible(caller, id);
        if (!answers(caller, found.housed())) {
            throw Refusal.forbidden("owner-or-curators-comment", found.comment().article());
        }
        events.fire(found.comment().close(caller.id(), reply, clock.instant()));
    }

    private record Found(Comment comment, Housed housed) {}

    /** Whoever may not see a comment does not learn that there is one. */
    private Found visible(Caller caller, CommentId id) {
        return comments.named(List.of(id)).stream()
                .map(row -> new Found((Comment) row[0], new Housed((Article) row[1], (Space) row[2])))
                .filter(it -> maySee(caller, it.comment(), it.housed()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("comment-unknown", id));
    }

    boolean maySee(Caller caller, Comment comment, Housed housed) {
        return answers(caller, housed)
                || comment.author().equals(caller.id())
                        && access.mayRead(caller, housed.space())
                        && housed.article().isPublished();
    }

    /** Those who write the article, and its owner as long as it is open to the owner. */
    private boolean answers(Caller caller, Housed housed) {
        var owner = housed.article().details().owner();
        return access.mayWrite(caller, housed.space())
                || owner.equals(caller.id())
                        && access.mayRead(caller, housed.space())
                        && housed.article().isPublished();
    }
}
