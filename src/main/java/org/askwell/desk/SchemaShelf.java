package org.askwell.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in mind what all desks want to know, so that a ticket costs no statement more for it.
 *
 * <p>A change on this node counts from its commit; what another node changed is seen within {@link #LIFE}.
 */
@ApplicationScoped
class SchemaShelf {

    static final Duration LIFE = Duration.ofSeconds(2);

    private record Kept(Map<String, DeskSchema> schemas, long at) {}

    private volatile @Nullable Kept kept;

    @Inject
    DeskRepository desks;

    Map<String, DeskSchema> all() {
        var known = kept;
        if (known != null && System.nanoTime() - known.at() < LIFE.toNanos()) {
            return known.schemas();
        }
        var fresh = new Kept(desks.schemas(), System.nanoTime());
        kept = fresh;
        return fresh.schemas();
    }

    DeskSchema of(String desk) {
        return all().getOrDefault(desk, DeskSchema.none(desk));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DeskEvent.SchemaChanged change) {
        kept = null;
    }
}
