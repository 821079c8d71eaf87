package org.askwell.ask;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a list of questions. */
public record QuestionRow(
        QuestionId name,
        String text,
        Answer.Outcome outcome,
        @Nullable Boolean helpful,
        @Nullable String ticket,
        Instant askedAt)
        implements Serializable {}
