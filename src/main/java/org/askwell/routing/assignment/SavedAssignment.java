package org.askwell.routing.assignment;

import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How a desk shares out its work now.
 *
 * @param version 0 when nothing was ever planned
 */
public record SavedAssignment(
        String desk,
        int version,
        @Nullable PersonId by,
        @Nullable Instant at,
        AssignmentPlan plan) {

    static SavedAssignment none(String desk) {
        return new SavedAssignment(desk, 0, null, null, AssignmentPlan.NOTHING);
    }

    /** What was due before that does not become due by it. */
    boolean countsAt(Instant due) {
        return at == null || !due.isBefore(at);
    }
}
