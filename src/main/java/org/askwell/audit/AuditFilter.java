package org.askwell.audit;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.common.Deed;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit; what is null lets every line through.
 *
 * @param by who did it
 * @param object the public id of what it was done to
 * @param since from this moment on
 * @param until before this moment
 */
public record AuditFilter(
        @Nullable PersonId by,
        Deed.@Nullable Kind kind,
        @Nullable String object,
        @Nullable Instant since,
        @Nullable Instant until)
        implements Serializable {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    public AuditFilter {
        object = object == null || object.isBlank() ? null : object.strip();
    }
}
