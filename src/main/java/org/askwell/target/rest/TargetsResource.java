package org.askwell.target.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.List;
import org.askwell.people.EmploymentType;
import org.askwell.target.Promise;
import org.askwell.target.TargetPlan;
import org.askwell.target.TargetService;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/** What a desk promises: read and replaced as a whole, by its owners. */
@Path("targets/{desk}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TargetsResource {

    @Inject
    TargetService targets;

    @GET
    public Targets get(@PathParam("desk") String desk) {
        var saved = targets.targets(desk);
        var by = saved.by();
        return new Targets(
                saved.desk(),
                saved.version(),
                by == null ? null : by.value(),
                saved.at(),
                saved.plan().region(),
                saved.plan().workedSaturday(),
                saved.plan().saturdayHours(),
                saved.plan().requesterZone(),
                saved.plan().promises().stream().map(Promised::of).toList());
    }

    /** New targets count for what is opened, prioritised or transferred from now on; another calendar also for what runs. */
    @PUT
    public Targets put(@PathParam("desk") String desk, @Valid @NotNull TargetsBody body) {
        targets.save(
                desk,
                body.version(),
                new TargetPlan(
                        body.promises().stream().map(Promised::promise).toList(),
                        body.region(),
                        body.workedSaturday(),
                        body.saturdayHours(),
                        Boolean.TRUE.equals(body.requesterZone())));
        return get(desk);
    }

    public record Targets(
            String desk,
            int version,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            @Nullable String region,
            @Nullable LocalDate workedSaturday,
            @Nullable String saturdayHours,
            boolean requesterZone,
            List<Promised> promises) {}

    /**
     * @param version the one that was read; another one meanwhile is a 409. May be left out
     * @param region whose holidays count
     * @param workedSaturday a Saturday on which the desk works, as every second one
     * @param requesterZone the hours are meant as the clock shows them where the requester is; left out: where the desk is
     */
    public record TargetsBody(
            @Nullable Integer version,
            @Nullable @Size(max = 20) String region,
            @Nullable LocalDate workedSaturday,
            @Nullable @Size(max = 200) String saturdayHours,
            @Nullable Boolean requesterZone,
            @NotNull @Size(max = TargetPlan.MOST_PROMISES) List<@Valid @NotNull Promised> promises) {}

    /**
     * Working minutes; what is left out is not promised.
     *
     * @param person how the requester is employed; left out: everybody else
     */
    public record Promised(
            @NotNull Priority priority,
            @Nullable EmploymentType person,
            @Nullable Integer firstResponse,
            @Nullable Integer nextResponse,
            @Nullable Integer resolution) {

        static Promised of(Promise it) {
            return new Promised(it.priority(), it.person(), it.firstResponse(), it.nextResponse(), it.resolution());
        }

        Promise promise() {
            return new Promise(priority, person, firstResponse, nextResponse, resolution);
        }
    }
}
