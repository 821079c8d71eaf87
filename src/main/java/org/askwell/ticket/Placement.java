package org.askwell.ticket;

import java.util.List;
import java.util.Map;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where the rules want a ticket that has just arrived at a desk; null leaves a thing as it is. */
public record Placement(
        @Nullable String queue,
        @Nullable Priority priority,
        @Nullable PersonId assignee,
        List<String> tags,
        @Nullable String category,
        Map<String, String> fields) {

    public static final Placement NOWHERE = new Placement(null, null, null, List.of());

    public Placement {
        tags = List.copyOf(tags);
        fields = Map.copyOf(fields);
    }

    public Placement(
            @Nullable String queue, @Nullable Priority priority, @Nullable PersonId assignee, List<String> tags) {
        this(queue, priority, assignee, tags, null, Map.of());
    }

    /** The same, and nobody has it. */
    public Placement forNobody() {
        return new Placement(queue, priority, null, tags, category, fields);
    }
}
