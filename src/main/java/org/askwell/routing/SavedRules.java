package org.askwell.routing;

import java.time.Instant;
import java.util.List;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of the company or of a desk.
 *
 * @param version 0 when none were ever saved
 * @param countsFrom null: since it was saved
 * @param restores the version whose rules they are once more, or null
 */
public record SavedRules(
        int version,
        @Nullable PersonId by,
        @Nullable Instant at,
        @Nullable Instant countsFrom,
        @Nullable Integer restores,
        List<RoutingRule> rules) {

    static final SavedRules NONE = new SavedRules(0, null, null, null, null, List.of());

    /** Whether tickets that are opened now can be judged by it. */
    public boolean countsAt(Instant now) {
        return countsFrom == null || !countsFrom.isAfter(now);
    }
}
