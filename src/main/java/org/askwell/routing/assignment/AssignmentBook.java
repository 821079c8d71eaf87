package org.askwell.routing.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps plans between tickets. A change on this node counts from its commit; another node's is seen within {@link #LIFE}. */
@ApplicationScoped
class AssignmentBook {

    static final Duration LIFE = Duration.ofSeconds(2);

    /** Ages are of this machine, in nanoseconds: where the clock is wound, plans do not grow old by it. */
    private record Kept(SavedAssignment saved, long at) {}

    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    AssignmentRepository repository;

    SavedAssignment of(String desk) {
        long now = System.nanoTime();
        var known = kept.get(desk);
        if (known != null && now - known.at() < LIFE.toNanos()) {
            return known.saved();
        }
        var saved = repository.latest(desk).map(AssignmentSet::saved).orElseGet(() -> SavedAssignment.none(desk));
        kept.put(desk, new Kept(saved, now));
        return saved;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AssignmentEvent.PlanChanged change) {
        kept.remove(change.desk());
    }
}
