package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.checklist.ChecklistRow;
import org.askwell.ticket.checklist.Checklists;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What has to be done for a ticket, point by point. Its requester reads it, too. */
@Path("tickets/{number}/checklist")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChecklistResource {

    @Inject
    Checklists checklists;

    @GET
    public List<ChecklistLine> list(@PathParam("number") TicketNumber number) {
        return checklists.of(number).stream().map(ChecklistLine::of).toList();
    }

    @POST
    @APIResponseSchema(value = ChecklistLine.class, responseCode = "201")
    public Response add(@PathParam("number") TicketNumber number, @Valid @NotNull ChecklistOrder order) {
        var owner = order.owner() == null || order.owner().isBlank() ? null : TicketsResource.known(order.owner());
        var added = checklists.add(number, order.text(), owner, order.due());
        return Response.created(URI.create("/api/tickets/" + number + "/checklist/" + added.position()))
                .entity(ChecklistLine.of(added))
                .build();
    }

    @PUT
    @Path("{item}/done")
    @Consumes(MediaType.WILDCARD)
    public void done(@PathParam("number") TicketNumber number, @PathParam("item") int item) {
        checklists.done(number, item);
    }

    @DELETE
    @Path("{item}/done")
    public void undone(@PathParam("number") TicketNumber number, @PathParam("item") int item) {
        checklists.undone(number, item);
    }

    @DELETE
    @Path("{item}")
    public void remove(@PathParam("number") TicketNumber number, @PathParam("item") int item) {
        checklists.remove(number, item);
    }

    /** @param owner a sign-in name; left out: whoever has the ticket */
    public record ChecklistOrder(
            @NotBlank @Size(max = 200) String text,
            @Nullable @Size(max = 60) String owner,
            @Nullable LocalDate due) {}

    /** @param item names it within its ticket */
    public record ChecklistLine(
            int item,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {

        static ChecklistLine of(ChecklistRow it) {
            return new ChecklistLine(
                    it.position(),
                    it.text(),
                    it.owner() == null ? null : it.owner().value(),
                    it.due(),
                    it.doneBy() == null ? null : it.doneBy().value(),
                    it.doneAt());
        }
    }
}
