package org.askwell.ask;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answer, as the reader may see it now: what cites an article that the reader may not read is gone.
 *
 * @param ticket the number of the ticket it was handed over to
 * @param stale the articles cited that somebody should have looked at again by now
 * @param desk the desk that a person would answer it at, as far as the rules can tell; null when they cannot
 */
public record QuestionView(
        QuestionId name,
        QuestionId conversation,
        PersonId asker,
        String text,
        String language,
        Answer.Outcome outcome,
        Answer.Why why,
        double confidence,
        Instant askedAt,
        List<ShownSentence.Part> sentences,
        List<OfferedArticle.Part> offered,
        @Nullable Boolean helpful,
        @Nullable String ticket,
        @Nullable String desk,
        Set<String> stale) {}
