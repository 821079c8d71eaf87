package org.askwell.audit;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.common.Deed;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit as lists show it.
 *
 * @param by {@link PersonId#PORTAL} where no person acted
 * @param part which part of the thing; empty for the whole
 */
public record AuditRow(
        long place,
        Instant at,
        PersonId by,
        Deed.Kind kind,
        Deed.What what,
        String object,
        String part,
        @Nullable String from,
        @Nullable String to)
        implements Serializable {

    String cursor() {
        return at + "_" + place;
    }
}
