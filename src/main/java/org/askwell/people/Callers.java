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
        var caller = loader.load(id);
        remembered.put(id, new Remembered(caller, now));
        return caller;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleEvent change) {
        remembered.clear();
    }
}
