package org.askwell.search;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one room has found.
 *
 * @param more whether there is more than that
 * @param since only what is not older was looked through; null when everything was
 */
public record FoundGroup(
        String name,
        List<FoundThing> items,
        boolean more,
        @Nullable Instant since) implements Serializable {

    /** @param fetched with one more than {@code limit}, to know whether there is more */
    public static FoundGroup of(String name, List<FoundThing> fetched, int limit, @Nullable Instant since) {
        boolean more = fetched.size() > limit;
        return new FoundGroup(name, List.copyOf(more ? fetched.subList(0, limit) : fetched), more, since);
    }

    /** How many there are, as far as it is known: {@code 20+}. */
    public String count() {
        return items.size() + (more ? "+" : "");
    }

    /**
     * @param id the public id of the thing
     * @param about a few words in the reader's language that say what it is; may be empty
     * @param snippet plain text around what was found; may be empty
     * @param place path of its page, without a leading slash
     */
    public record FoundThing(String id, String title, String about, String snippet, String place)
            implements Serializable {}
}
