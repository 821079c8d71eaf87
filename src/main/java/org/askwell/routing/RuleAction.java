package org.askwell.routing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.askwell.people.PersonId;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does with a ticket it fits; null and empty leave a thing as it is.
 *
 * @param desk for rules of the company
 * @param queue for rules of a desk, as are priority, tags and assignee
 * @param assignee a sign-in name
 * @param category one of the desk's
 * @param fields what is put into the desk's own fields, by their keys
 */
public record RuleAction(
        @Nullable String desk,
        @Nullable String queue,
        @Nullable Priority priority,
        @Nullable List<String> tags,
        @Nullable String assignee,
        @Nullable String category,
        @Nullable Map<String, String> fields)
        implements Serializable {

    public static RuleAction toDesk(String desk) {
        return new RuleAction(desk, null, null, null, null, null, null);
    }

    public static RuleAction toQueue(String queue) {
        return new RuleAction(null, queue, null, null, null, null, null);
    }

    public List<String> addedTags() {
        return tags == null ? List.of() : tags;
    }

    /** What it puts into the desk's own fields, by their keys. */
    public Map<String, String> filledIn() {
        return fields == null ? Map.of() : fields;
    }

    @Nullable
    PersonId assignedTo() {
        return PersonId.parse(assignee).orElse(null);
    }

    boolean onlyChoosesDesk() {
        return desk != null && new RuleAction(null, queue, priority, tags, assignee, category, fields).doesNothing();
    }

    boolean doesNothing() {
        return desk == null
                && queue == null
                && priority == null
                && addedTags().isEmpty()
                && assignee == null
                && category == null
                && filledIn().isEmpty();
    }
}
