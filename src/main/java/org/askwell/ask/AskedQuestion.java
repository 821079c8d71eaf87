package org.askwell.ask;

import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was asked, for rooms that learn from what is asked. It names the asker: such a room shows that to
 * nobody.
 *
 * @param language of the question
 * @param desk where a person would answer it, or null when nothing tells
 */
public record AskedQuestion(
        QuestionId name,
        PersonId asker,
        String text,
        String language,
        @Nullable String desk,
        Answer.Outcome outcome,
        Answer.Why why,
        Instant askedAt) {}
