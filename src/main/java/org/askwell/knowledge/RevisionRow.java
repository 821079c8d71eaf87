package org.askwell.knowledge;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** One row of an article's history. */
public record RevisionRow(
        int number,
        String title,
        PersonId author,
        Instant at,
        String note,
        @Nullable Instant publishedAt) implements Serializable {}
