package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.askwell.routing.assignment.AssignmentPlan;
import org.askwell.routing.assignment.AssignmentService;
import org.askwell.routing.assignment.LadderAct;
import org.askwell.routing.assignment.LadderStep;
import org.askwell.routing.assignment.QueuePlan;
import org.askwell.routing.assignment.Strategy;
import org.jspecify.annotations.Nullable;

/** How a desk shares out its work: read and replaced as a whole, by its owners. */
@Path("desks/{desk}/assignment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignmentResource {

    @Inject
    AssignmentService assignments;

    @GET
    public AssignmentBody get(@PathParam("desk") String desk) {
        var saved = assignments.plan(desk);
        var by = saved.by();
        return new AssignmentBody(
                saved.version(),
                by == null ? null : by.value(),
                saved.at(),
                saved.plan().queues().stream().map(QueueHandling::of).toList(),
                saved.plan().ladder().stream()
                        .map(it -> new LadderLine(it.after(), it.act()))
                        .toList());
    }

    /** Counts from now on, also for what waits; no step of the ladder that was due before is taken by it. */
    @PUT
    public AssignmentBody put(@PathParam("desk") String desk, @Valid @NotNull AssignmentOrder order) {
        assignments.save(
                desk,
                order.version(),
                new AssignmentPlan(
                        order.queues() == null
                                ? List.of()
                                : order.queues().stream()
                                        .map(QueueHandling::plan)
                                        .toList(),
                        order.ladder() == null
                                ? List.of()
                                : order.ladder().stream()
                                        .map(it -> new LadderStep(it.after(), it.act()))
                                        .toList()));
        return get(desk);
    }

    public record AssignmentBody(
            int version,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            List<QueueHandling> queues,
            List<LadderLine> ladder) {}

    /** @param version the one that was read; another one meanwhile is a 409. May be left out */
    public record AssignmentOrder(
            @Nullable Integer version,
            @Nullable @Size(max = 200) List<@Valid @NotNull QueueHandling> queues,
            @Nullable @Size(max = AssignmentPlan.MOST_STEPS) List<@Valid @NotNull LadderLine> ladder) {}

    /**
     * @param byLanguage only who speaks the requester's language
     * @param bySkill only who has the skill of the category
     * @param returnAfter working minutes without an answer of whoever has it; left out: never
     */
    public record QueueHandling(
            @NotBlank String queue,
            @NotNull Strategy strategy,
            @Nullable Boolean byLanguage,
            @Nullable Boolean bySkill,
            @Nullable Integer returnAfter) {

        static QueueHandling of(QueuePlan it) {
            return new QueueHandling(it.queue(), it.strategy(), it.byLanguage(), it.bySkill(), it.returnAfter());
        }

        QueuePlan plan() {
            return new QueuePlan(
                    queue, strategy, Boolean.TRUE.equals(byLanguage), Boolean.TRUE.equals(bySkill), returnAfter);
        }
    }

    /** @param after working minutes without a first answer */
    public record LadderLine(int after, @NotNull LadderAct act) {}
}
