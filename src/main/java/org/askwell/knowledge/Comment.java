package org.askwell.knowledge;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.common.markdown.CodePoints;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says about a passage of an article: that something is wrong or missing, or how it had better be worded.
 *
 * <p>It keeps the words it is about, and where they stood in which revision, so that it can be understood after they
 * have gone. It ends once: with its wording in the article, or with a reply. Only its author and those who answer for
 * the article ever see it.
 */
@Entity
@Table(name = "article_comment")
public class Comment {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_comment_seq")
    @SequenceGenerator(name = "article_comment_seq", sequenceName = "article_comment_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private long number;

    @Column(updatable = false)
    private ArticleId article;

    @Column(updatable = false)
    private int revision;

    @Column(name = "start_at", updatable = false)
    private int start;

    @Column(name = "end_at", updatable = false)
    private int end;

    @Column(updatable = false)
    private String quote;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private @Nullable String suggestion;

    @Column(updatable = false)
    private PersonId author;

    @Column(updatable = false)
    private Instant at;

    @Enumerated(STRING)
    private CommentState state;

    @Column(name = "settled_by")
    private @Nullable PersonId settledBy;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    private @Nullable String reply;

    /** The revision that its wording came into. */
    private @Nullable Integer became;

    protected Comment() {} // JPA

    /**
     * @param start code points into the Markdown of the revision
     * @param end the same, exclusive
     */
    Comment(long number, Revision revision, int start, int end, NewComment said, PersonId author, Instant at) {
        var markdown = revision.markdown();
        int length = markdown.codePointCount(0, markdown.length());
        if (start < 0 || end <= start || end > length) {
            throw Refusal.invalid("comment-passage", revision.article(), revision.number());
        }
        if (end - start > NewComment.LONGEST_PASSAGE) {
            throw Refusal.invalid("comment-passage-too-long", NewComment.LONGEST_PASSAGE);
        }
        this.number = number;
        this.article = revision.article();
        this.revision = revision.number();
        this.start = start;
        this.end = end;
        this.quote = markdown.substring(CodePoints.toUtf16(markdown, start), CodePoints.toUtf16(markdown, end));
        if (quote.equals(said.suggestion())) {
            throw Refusal.invalid("comment-same-wording");
        }
        this.text = said.text();
        this.suggestion = said.suggestion();
        this.author = author;
        this.at = at;
        this.state = CommentState.OPEN;
    }

    CommentEvent.Made made() {
        return new CommentEvent.Made(id(), article, author);
    }

    /**
     * The text with the suggested wording in the place of the passage.
     *
     * @param newest the revision to change; where it is another one than was commented on, the passage has to stand in
     *     it exactly once
     */
    String appliedTo(Revision newest) {
        var wording = suggestion;
        if (wording == null) {
            throw Refusal.invalid("comment-no-suggestion", id());
        }
        var markdown = newest.markdown();
        int from;
        if (newest.number() == revision) {
            from = CodePoints.toUtf16(markdown, start);
        } else {
            from = markdown.indexOf(quote);
            if (from < 0) {
                throw Refusal.conflict("comment-passage-gone", article, newest.number());
            }
            if (markdown.indexOf(quote, from + 1) >= 0) {
                throw Refusal.conflict("comment-passage-twice", article, newest.number());
            }
        }
        return markdown.substring(0, from) + wording + markdown.substring(from + quote.length());
    }

    CommentEvent.Accepted accept(PersonId by, int became, Instant at) {
        settle(CommentState.ACCEPTED, by, at);
        this.became = became;
        return new CommentEvent.Accepted(id(), article, by, author);
    }

    CommentEvent.Closed close(PersonId by, String answer, Instant at) {
        var said = ArticleText.clean(answer).strip();
        if (said.isEmpty()) {
            throw Refusal.invalid("comment-reply-missing");
        }
        if (said.length() > NewComment.LONGEST_TEXT) {
            throw Refusal.invalid("comment-too-long", NewComment.LONGEST_TEXT);
        }
        settle(CommentState.CLOSED, by, at);
        reply = said;
        return new CommentEvent.Closed(id(), article, by, author);
    }

    void requireOpen() {
        if (state != CommentState.OPEN) {
            throw Refusal.conflict("comment-settled", id());
        }
    }

    private void settle(CommentState end, PersonId by, Instant when) {
        requireOpen();
        state = end;
        settledBy = by;
        settledAt = when;
    }

    public CommentId id() {
        return CommentId.numbered(number);
    }

    long number() {
        return number;
    }

    public ArticleId article() {
        return article;
    }

    public int revision() {
        return revision;
    }

    /** Code points into the Markdown of the revision. */
    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** What stood there, with its markup. */
    public String quote() {
        return quote;
    }

    public String text() {
        return text;
    }

    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }

    public PersonId author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public CommentState state() {
        return state;
    }

    public Optional<PersonId> settledBy() {
        return Optional.ofNullable(settledBy);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public Optional<String> reply() {
        return Optional.ofNullable(reply);
    }

    public Optional<Integer> became() {
        return Optional.ofNullable(became);
    }
}
