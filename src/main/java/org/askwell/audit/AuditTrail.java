package org.askwell.audit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** Reads the audit; for administrators. There is no way to change it. One public method is one transaction. */
@ApplicationService
public class AuditTrail {

    @Inject
    AuditRepository audit;

    @Inject
    CurrentPerson current;

    @Inject
    Event<Deed> deeds;

    /** The newest first. */
    public Slice<AuditRow> list(AuditFilter filter, @Nullable String cursor, int limit) {
        current.get().requireAdmin();
        var before = cursor == null || cursor.isEmpty() ? null : place(cursor);
        return Slice.of(audit.list(filter, before, 0, limit + 1), limit, AuditRow::cursor);
    }

    /** As {@link #list}, for pages that scroll. */
    public List<AuditRow> page(AuditFilter filter, int offset, int limit) {
        current.get().requireAdmin();
        return audit.list(filter, null, offset, limit);
    }

    /** Notes that the lines of that filter are being taken out; to be called before the first of them leaves. */
    public void noteExport(AuditFilter filter) {
        current.get().requireAdmin();
        var asked = Stream.of(filter.by(), filter.kind(), filter.object(), filter.since(), filter.until())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        deeds.fire(new Deed(Deed.Kind.EXPORT, Deed.What.DOWNLOADED, "audit", "", null, asked.isEmpty() ? null : asked));
    }

    private static AuditRepository.Place place(String cursor) {
        int cut = cursor.lastIndexOf('_');
        try {
            return new AuditRepository.Place(
                    Instant.parse(cursor.substring(0, Math.max(cut, 0))), Long.parseLong(cursor.substring(cut + 1)));
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw Refusal.malformed("cursor-unreadable");
        }
    }
}
