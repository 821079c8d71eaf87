package org.askwell.common;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by cursor.
 *
 * @param nextCursor what to pass for the following page, or null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** Cuts a list that was fetched with {@code limit + 1} rows. */
    public static <T> Slice<T> of(List<T> fetched, int limit, Function<T, String> cursor) {
        if (fetched.size() <= limit) {
            return new Slice<>(List.copyOf(fetched), null);
        }
        var items = List.copyOf(fetched.subList(0, limit));
        return new Slice<>(items, cursor.apply(items.getLast()));
    }

    /** How many rows a caller gets who asked for that many; refuses nonsense. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Refusal.invalid("limit-out-of-range", MAX_LIMIT);
        }
        return asked;
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), nextCursor);
    }
}
