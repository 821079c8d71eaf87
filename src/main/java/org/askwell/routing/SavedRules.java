package org.askwell.routing;

import java.time.Instant;
import java.util.List;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the company or of a desk, as they count now.
 *
 * @param version 0 when none were ever saved
 */
public record SavedRules(
        int version, @Nullable PersonId by, @Nullable Instant at, List<RoutingRule> rules) {

    static final SavedRules NONE = new SavedRules(0, null, null, List.of());
}
