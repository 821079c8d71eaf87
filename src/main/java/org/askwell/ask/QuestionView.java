package org.askwell.ask;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answer, as its asker sees it.
 *
 * @param desk the desk that a person would answer it at, as far as the rules can tell; null when they cannot
 */
public record QuestionView(
        QuestionId name,
        QuestionId conversation,
        String text,
        String language,
        Outcome outcome,
        String reason,
        double confidence,
        String origin,
        Instant askedAt,
        List<ShownSentence.Part> sentences,
        List<OfferedArticle.Part> offered,
        @Nullable Boolean helpful,
        @Nullable String ticket,
        @Nullable String desk) {}
