package org.askwell.knowledge;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A comment as one person may see it.
 *
 * @param start code points into the Markdown of that revision
 * @param quote what stood there, with its markup
 * @param reply how it was closed, or empty
 * @param became the revision that its wording came into
 * @param mayAnswer whether the one who asks may close it with a reply
 * @param mayAccept whether the one who asks may put its wording into the article
 */
public record CommentSheet(
        CommentId id,
        ArticleId article,
        int revision,
        int start,
        int end,
        String quote,
        String text,
        @Nullable String suggestion,
        PersonId author,
        Instant at,
        CommentState state,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt,
        String reply,
        @Nullable Integer became,
        boolean mayAnswer,
        boolean mayAccept)
        implements Serializable {

    static CommentSheet of(Comment comment, boolean answers, boolean writes) {
        boolean open = comment.state() == CommentState.OPEN;
        return new CommentSheet(
                comment.id(),
                comment.article(),
                comment.revision(),
                comment.start(),
                comment.end(),
                comment.quote(),
                comment.text(),
                comment.suggestion().orElse(null),
                comment.author(),
                comment.at(),
                comment.state(),
                comment.settledBy().orElse(null),
                comment.settledAt().orElse(null),
                comment.reply().orElse(""),
                comment.became().orElse(null),
                open && answers,
                open && writes && comment.suggestion().isPresent());
    }
}
