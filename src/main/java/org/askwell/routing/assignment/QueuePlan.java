package org.askwell.routing.assignment;

import java.io.Serializable;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How the tickets of one queue find somebody.
 *
 * @param byLanguage only who speaks the requester's language
 * @param bySkill only who has the category of the ticket, or the one above it, among the skills; a ticket without a
 *     category goes to anybody
 * @param returnAfter so many working minutes without an answer of whoever has it, and it is back in the queue; null: never
 */
public record QueuePlan(
        String queue,
        Strategy strategy,
        boolean byLanguage,
        boolean bySkill,
        @Nullable Integer returnAfter) implements Serializable {

    public QueuePlan {
        if (returnAfter != null && (returnAfter < 1 || returnAfter > LadderStep.LONGEST)) {
            throw Refusal.invalid("assignment-minutes", LadderStep.LONGEST);
        }
    }

    /** As every queue was before anybody planned anything. */
    public static QueuePlan taken(String queue) {
        return new QueuePlan(queue, Strategy.TAKE, false, false, null);
    }
}
