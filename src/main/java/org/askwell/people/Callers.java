package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers who may do what, so that a request does not ask the database for it five times.
 *
 * <p>Every change of people, groups or roles on this node empties it at commit: a right that was taken away is gone at
 * the next request. What another node changed is seen within {@link #LIFE}.
 */
@ApplicationScoped
class Callers {

    static final Duration LIFE = Duration.ofSeconds(2);
    private static final int MOST = 20_000;

    private record Remembered(Optional<Caller> caller, Instant at) {}

    private final ConcurrentHashMap<PersonId, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    @Inject
    CallerLoader loader;

    @Inject
    Clock clock;

    Optional<Caller> find(PersonId id) {
        var now = clock.instant();
        var known = remembered.get(id);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(LIFE) < 0) {
            return known.caller();
        }
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        long before = changes.get();
        var fresh = new Remembered(loader.load(id), now);
        remembered.put(id, fresh);
        // What was read while something changed may be of before; the next request shall not find it.
        if (changes.get() != before) {
            remembered.remove(id, fresh);
        }
        return fresh.caller();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleEvent change) {
        changes.incrementAndGet();
        remembered.clear();
    }
}
