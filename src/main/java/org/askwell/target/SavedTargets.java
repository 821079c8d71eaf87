package org.askwell.target;

import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a desk promises, as it counts now.
 *
 * @param version 0 when nothing was ever promised
 */
public record SavedTargets(
        String desk,
        int version,
        @Nullable PersonId by,
        @Nullable Instant at,
        TargetPlan plan) {

    static SavedTargets none(String desk) {
        return new SavedTargets(desk, 0, null, null, TargetPlan.NOTHING);
    }
}
