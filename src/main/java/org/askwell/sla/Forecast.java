package org.askwell.sla;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * How long something like it takes, told by how long others took.
 *
 * <p>Between the first and the fourth fifth of those that took longer than has been spent already: what is over by now
 * says nothing about what is not. The ranks are the nearest ones, so both ends are times that something really took.
 *
 * @param early working time within which one in five of them was done
 * @param late working time within which four in five of them were done
 * @param sample how many they were
 */
public record Forecast(Duration early, Duration late, int sample) {

    /** From fewer nothing is foretold. */
    public static final int LEAST = 8;

    /**
     * @param took working time of others, in any order
     * @param spent working time spent so far
     * @return empty when there are fewer than {@value #LEAST} that took longer
     */
    public static Optional<Forecast> of(Collection<Duration> took, Duration spent) {
        var longer =
                took.stream().filter(it -> it.compareTo(spent) > 0).sorted().toList();
        int count = longer.size();
        return count < LEAST
                ? Optional.empty()
                : Optional.of(
                        new Forecast(longer.get((count + 4) / 5 - 1), longer.get((4 * count + 4) / 5 - 1), count));
    }
}
