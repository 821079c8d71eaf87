package org.askwell.routing.assignment;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** How a desk shares out its work: read and saved by its owners. One public method is one transaction. */
@ApplicationService
public class AssignmentService {

    @Inject
    AssignmentRepository repository;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<AssignmentEvent> events;

    @Inject
    Event<Deed> deeds;

    public SavedAssignment plan(String desk) {
        var unused = desks.desk(desk);
        DeskAccess.requireMayChange(current.get(), desk);
        return repository.latest(desk).map(AssignmentSet::saved).orElseGet(() -> SavedAssignment.none(desk));
    }

    /**
     * Saves how a desk shares out its work as the next version, which counts from now on: also for what waits, but no step
     * of the ladder that was due before is taken by it.
     *
     * @param seen the version that was looked at when editing began; null: whatever it was
     * @return the new version
     */
    public int save(String desk, @Nullable Integer seen, AssignmentPlan plan) {
        int before = plan(desk).version();
        if (seen != null && seen != before) {
            throw Refusal.conflict("changed-meanwhile");
        }
        var known = desks.queuesOf(desk).stream().map(QueueRow::slug).collect(Collectors.toSet());
        for (var queue : plan.queues()) {
            if (!known.contains(queue.queue())) {
                throw Refusal.invalid("queue-of-other-desk", queue.queue(), desk);
            }
        }
        int version = before + 1;
        repository.add(new AssignmentSet(desk, version, plan, current.id(), clock.instant()));
        repository.beginTurns(desk);
        events.fire(new AssignmentEvent.PlanChanged(desk, version));
        deeds.fire(new Deed(
                Deed.Kind.QUEUE,
                Deed.What.CHANGED,
                desk,
                "assignment",
                before == 0 ? null : Integer.toString(before),
                Integer.toString(version)));
        return version;
    }
}
