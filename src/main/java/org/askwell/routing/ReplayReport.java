package org.askwell.routing;

import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How a replay is getting on, and what has come of it.
 *
 * @param desk whose rules are tried; null: the company's
 * @param percent of the span of time that has been looked through
 * @param result null until it is done
 */
public record ReplayReport(
        ReplayId id,
        @Nullable String desk,
        ReplaySource source,
        PersonId askedBy,
        Instant askedAt,
        Instant from,
        Instant until,
        ReplayState state,
        int percent,
        @Nullable ReplayResult result) {}
