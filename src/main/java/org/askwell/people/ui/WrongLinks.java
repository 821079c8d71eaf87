package org.askwell.people.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the links that open nothing, by where they come from. Whoever tries many is told to wait, even when the next
 * one is as wrong; a right one is let in always, so that nobody can shut others out of the house.
 */
@ApplicationScoped
class WrongLinks {

    static final int MOST = 20;
    static final Duration WHILE = Duration.ofMinutes(10);
    private static final int MOST_PLACES = 10_000;

    private record Tries(int count, Instant since) {}

    private final ConcurrentHashMap<String, Tries> byPlace = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    /** Notes another one; tells whether there were too many. */
    boolean note(String place) {
        var now = clock.instant();
        if (byPlace.size() > MOST_PLACES) {
            byPlace.clear();
        }
        return byPlace.merge(
                                place,
                                new Tries(1, now),
                                (before, one) -> now.isAfter(before.since().plus(WHILE))
                                        ? one
                                        : new Tries(before.count() + 1, before.since()))
                        .count()
                > MOST;
    }
}
