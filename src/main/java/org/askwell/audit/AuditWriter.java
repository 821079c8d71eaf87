package org.askwell.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.askwell.common.Deed;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;

/** Writes down what was done, in the transaction that did it: neither is there without the other. */
@ApplicationScoped
class AuditWriter {

    /** A page that repaints itself reads again; who reads again within this time has looked once. */
    private static final Duration ONE_LOOK = Duration.ofHours(1);

    @Inject
    AuditRepository audit;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    void write(@Observes Deed deed) {
        var by = current.findId().orElse(PersonId.PORTAL);
        var now = clock.instant();
        if (deed.what().isLook() && audit.isKnown(deed, by, now.minus(ONE_LOOK))) {
            return;
        }
        audit.add(new AuditEntry(deed, by, now));
    }
}
