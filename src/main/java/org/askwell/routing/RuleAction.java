package org.askwell.routing;

import java.io.Serializable;
import java.util.List;
import org.askwell.people.PersonId;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does with a ticket it fits; null and empty leave a thing as it is.
 *
 * @param desk for rules of the company
 * @param queue for rules of a desk, as are priority, tags and assignee
 * @param assignee a sign-in name
 */
public record RuleAction(
        @Nullable String desk,
        @Nullable String queue,
        @Nullable Priority priority,
        @Nullable List<String> tags,
        @Nullable String assignee)
        implements Serializable {

    public static RuleAction toDesk(String desk) {
        return new RuleAction(desk, null, null, null, null);
    }

    public static RuleAction toQueue(String queue) {
        return new RuleAction(null, queue, null, null, null);
    }

    public List<String> addedTags() {
        return tags == null ? List.of() : tags;
    }

    @Nullable
    PersonId assignedTo() {
        return PersonId.parse(assignee).orElse(null);
    }

    boolean doesNothing() {
        return desk == null && queue == null && priority == null && addedTags().isEmpty() && assignee == null;
    }
}
