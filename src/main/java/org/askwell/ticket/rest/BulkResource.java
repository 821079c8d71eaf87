package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.bulk.BulkAction;
import org.askwell.ticket.bulk.BulkId;
import org.askwell.ticket.bulk.BulkKind;
import org.askwell.ticket.bulk.BulkReport;
import org.askwell.ticket.bulk.BulkService;
import org.askwell.ticket.bulk.BulkState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** One deed for many tickets. It is done in the background; one reads how far it is, stops it, or undoes it. */
@Path("tickets/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BulkResource {

    @Inject
    BulkService bulks;

    @Inject
    Idempotency idempotency;

    @POST
    @APIResponseSchema(value = BulkBody.class, responseCode = "202")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response begin(@Valid @NotNull BulkOrder order) {
        return idempotency.once(
                order,
                () -> accepted(bulks.begin(
                        new BulkAction(order.kind(), order.value() == null ? "" : order.value()), order.tickets())));
    }

    @GET
    @Path("{id}")
    public BulkBody read(@PathParam("id") BulkId id) {
        return BulkBody.of(bulks.report(id));
    }

    /** Stops; what was done until then stays. */
    @DELETE
    @Path("{id}")
    public void cancel(@PathParam("id") BulkId id) {
        bulks.cancel(id);
    }

    /** Puts back what it has changed, except where somebody has done something else since. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = BulkBody.class, responseCode = "202")
    public Response undo(@PathParam("id") BulkId id) {
        return accepted(bulks.undo(id));
    }

    private static Response accepted(BulkReport report) {
        return Response.accepted(BulkBody.of(report))
                .location(URI.create("/api/tickets/bulk/" + report.id()))
                .build();
    }

    public record BulkOrder(
            @NotNull BulkKind kind,

            @Schema(
                    description = "What the kind asks for: a sign-in name, a priority, a tag, a queue, or the words of"
                            + " a resolution")
            @Nullable
            @Size(max = 20_000)
            String value,

            @NotNull @Size(min = 1, max = BulkService.MOST_TICKETS)
            List<@NotNull TicketNumber> tickets) {}

    public record BulkBody(
            String id,
            BulkKind kind,
            String value,
            BulkState state,
            int total,
            int changed,
            int same,
            int refused,
            int undone,
            int kept,
            boolean undoable,
            List<BulkRefusal> refusals) {

        static BulkBody of(BulkReport it) {
            return new BulkBody(
                    it.id().value(),
                    it.action().kind(),
                    it.action().value(),
                    it.state(),
                    it.total(),
                    it.changed(),
                    it.same(),
                    it.refused(),
                    it.undone(),
                    it.kept(),
                    it.undoable(),
                    it.refusals().stream()
                            .map(refused -> new BulkRefusal(refused.ticket().value(), refused.reason()))
                            .toList());
        }
    }

    public record BulkRefusal(String ticket, String reason) {}
}
