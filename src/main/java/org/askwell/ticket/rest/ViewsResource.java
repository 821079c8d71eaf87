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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.askwell.ticket.saved.SavedViewId;
import org.askwell.ticket.saved.SavedViewRow;
import org.askwell.ticket.saved.SavedViews;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Lists of tickets that agents come back to: one's own, and those shared at one's desks. */
@Path("views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ViewsResource {

    @Inject
    SavedViews views;

    @GET
    public List<ViewBody> list() {
        return views.list().stream().map(ViewBody::of).toList();
    }

    @POST
    @APIResponseSchema(value = ViewBody.class, responseCode = "201")
    public Response save(@Valid @NotNull ViewOrder order) {
        var saved =
                views.save(order.name(), order.queue(), Objects.requireNonNullElse(order.query(), ""), order.desk());
        return Response.created(URI.create("/api/views/" + saved.id()))
                .entity(ViewBody.of(saved))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") SavedViewId id) {
        views.delete(id);
    }

    /**
     * @param queue a queue, or {@code mine}
     * @param query as in the address of the list, without the question mark
     * @param desk with which it is shared
     */
    public record ViewOrder(
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 60) String queue,
            @Nullable @Size(max = 1_500) String query,
            @Nullable @Size(max = 60) String desk) {}

    /** @param open whether the reader may look at its queue now */
    public record ViewBody(
            String id, String owner, @Nullable String desk, String name, String queue, String query, boolean open) {

        static ViewBody of(SavedViewRow it) {
            return new ViewBody(
                    it.id().value(), it.owner().value(), it.desk(), it.name(), it.queue(), it.query(), it.open());
        }
    }
}
