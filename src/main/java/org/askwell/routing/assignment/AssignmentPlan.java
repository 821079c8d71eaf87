package org.askwell.routing.assignment;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.askwell.common.Refusal;

/**
 * How a desk shares out its work.
 *
 * @param queues those of which something else is said than that whoever wants takes
 * @param ladder what happens to a ticket without a first answer, the earliest step first
 */
public record AssignmentPlan(List<QueuePlan> queues, List<LadderStep> ladder) implements Serializable {

    public static final AssignmentPlan NOTHING = new AssignmentPlan(List.of(), List.of());
    public static final int MOST_STEPS = 10;

    public AssignmentPlan {
        queues = List.copyOf(queues);
        ladder = ladder.stream()
                .sorted(Comparator.comparingInt(LadderStep::after).thenComparing(LadderStep::act))
                .toList();
        if (ladder.size() > MOST_STEPS) {
            throw Refusal.invalid("assignment-steps", MOST_STEPS);
        }
        if (new HashSet<>(ladder).size() < ladder.size()) {
            throw Refusal.invalid("assignment-step-twice");
        }
        var seen = new HashSet<String>();
        for (var queue : queues) {
            if (!seen.add(queue.queue())) {
                throw Refusal.invalid("assignment-queue-twice", queue.queue());
            }
        }
    }

    public QueuePlan queue(String slug) {
        return queues.stream().filter(it -> it.queue().equals(slug)).findFirst().orElseGet(() -> QueuePlan.taken(slug));
    }

    /** Whether a ticket has to be looked at again after a while. */
    boolean watches() {
        return !ladder.isEmpty() || queues.stream().anyMatch(it -> it.returnAfter() != null);
    }
}
