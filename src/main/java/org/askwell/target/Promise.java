package org.askwell.target;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.people.EmploymentType;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a desk promises for requests of one priority, in working minutes; null promises nothing.
 *
 * @param person only to people employed like this; null: to everyone whom no other promise names
 */
public record Promise(
        Priority priority,
        @Nullable EmploymentType person,
        @Nullable Integer firstResponse,
        @Nullable Integer nextResponse,
        @Nullable Integer resolution) {

    /** A year and a day of minutes. */
    public static final int MOST_MINUTES = 366 * 24 * 60;

    public Promise {
        Stream.of(Objects.requireNonNullElse(firstResponse, 1), Objects.requireNonNullElse(nextResponse, 1))
                .forEach(Promise::requireMinutes);
        requireMinutes(Objects.requireNonNullElse(resolution, 1));
    }

    private static void requireMinutes(int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw Refusal.invalid("target-minutes", MOST_MINUTES);
        }
    }

    public @Nullable Integer minutes(ClockKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> firstResponse;
            case NEXT_RESPONSE -> nextResponse;
            case RESOLUTION -> resolution;
        };
    }

    boolean promisesNothing() {
        return List.of(ClockKind.values()).stream().allMatch(it -> minutes(it) == null);
    }
}
