package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What is known of a ticket: tags, priority, category and the desk's own fields. */
@Path("tickets/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketFactsResource {

    @Inject
    TicketService tickets;

    @Inject
    TicketFields fields;

    @PUT
    @Path("tags")
    public void tag(@PathParam("number") TicketNumber number, @Valid @NotNull TagsBody body) {
        tickets.tag(number, body.tags());
    }

    @PUT
    @Path("priority")
    public void prioritise(@PathParam("number") TicketNumber number, @Valid @NotNull PriorityBody body) {
        tickets.prioritise(number, body.priority());
    }

    /** What the ticket is about: one of its desk's categories. */
    @PUT
    @Path("category")
    public void categorise(@PathParam("number") TicketNumber number, @Valid @NotNull CategoryChange body) {
        fields.categorise(number, body.category());
    }

    @DELETE
    @Path("category")
    public void uncategorise(@PathParam("number") TicketNumber number) {
        fields.categorise(number, null);
    }

    /** Puts values into the desk's own fields, by their keys; null empties one, those that are not named stay. */
    @PATCH
    @Path("fields")
    @APIResponse(responseCode = "204", description = "The values stand there.")
    public void fill(
            @PathParam("number") TicketNumber number, @NotNull @Size(max = 100) Map<String, @Nullable Object> body) {
        fields.fill(number, FieldValues.read(body));
    }

    public record TagsBody(@NotNull @Size(max = 20) List<@NotBlank String> tags) {}

    public record CategoryChange(@NotBlank @Size(max = 40) String category) {}

    public record PriorityBody(@NotNull Priority priority) {}
}
