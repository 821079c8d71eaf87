package org.askwell.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Keeps for a moment what every request would ask the database for. Only what was found is kept; it is gone after
 * {@link #LIFE}, or when it is told to {@link #forget}.
 */
public final class Remembered<K, V> {

    public static final Duration LIFE = Duration.ofSeconds(2);
    private static final int MOST = 20_000;

    private record Kept<V>(V value, Instant at) {}

    private final ConcurrentHashMap<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Clock clock;
    private final Function<K, Optional<V>> read;

    /** @param read asks the database */
    public Remembered(Clock clock, Function<K, Optional<V>> read) {
        this.clock = clock;
        this.read = read;
    }

    public Optional<V> find(K key) {
        var now = clock.instant();
        var known = kept.get(key);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(LIFE) < 0) {
            return Optional.of(known.value());
        }
        if (kept.size() > MOST) {
            kept.clear();
        }
        long before = changes.get();
        var found = read.apply(key);
        if (found.isEmpty()) {
            kept.remove(key);
            return found;
        }
        var fresh = new Kept<>(found.get(), now);
        kept.put(key, fresh);
        // What was read while something changed may be of before; the next request shall not find it.
        if (changes.get() != before) {
            kept.remove(key, fresh);
        }
        return found;
    }

    public void forget() {
        changes.incrementAndGet();
        kept.clear();
    }
}
