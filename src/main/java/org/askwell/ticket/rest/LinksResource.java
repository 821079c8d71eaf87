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
import java.util.List;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketMerging;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.link.LinkRow;
import org.askwell.ticket.link.Relation;
import org.askwell.ticket.link.TicketLinks;
import org.askwell.ticket.link.Waits;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What belongs to a ticket: related ones, sub-requests, and where it goes on. For those who work on it. */
@Path("tickets/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinksResource {

    @Inject
    TicketLinks links;

    @Inject
    TicketMerging merging;

    @Inject
    Idempotency idempotency;

    @GET
    @Path("links")
    public List<LinkBody> links(@PathParam("number") TicketNumber number) {
        return links.of(number).stream().map(LinkBody::of).toList();
    }

    @PUT
    @Path("links/{other}")
    public void link(
            @PathParam("number") TicketNumber number,
            @PathParam("other") TicketNumber other,
            @Valid @NotNull LinkOrder body) {
        links.link(number, other, body.relation());
    }

    @DELETE
    @Path("links/{other}")
    public void unlink(@PathParam("number") TicketNumber number, @PathParam("other") TicketNumber other) {
        links.unlink(number, other);
    }

    /** Merges the ticket into another open one of the same requester; reopening it parts them again. */
    @PUT
    @Path("continuation")
    public void merge(@PathParam("number") TicketNumber number, @Valid @NotNull Continuation body) {
        merging.merge(
                number,
                TicketNumber.parse(body.ticket()).orElseThrow(() -> Refusal.notFound("ticket-unknown", body.ticket())));
    }

    /** Asks another desk for something that this ticket needs. */
    @POST
    @Path("sub-requests")
    @APIResponseSchema(value = LinkedTicket.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response ask(@PathParam("number") TicketNumber number, @Valid @NotNull SubRequestOrder body) {
        return idempotency.once(
                new Asking(number.value(), body),
                () -> created(links.ask(
                        number,
                        body.desk(),
                        body.subject(),
                        body.text(),
                        Objects.requireNonNullElse(body.waits(), Waits.NO))));
    }

    /** Makes a ticket of its own of one message. */
    @POST
    @Path("splits")
    @APIResponseSchema(value = LinkedTicket.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response split(@PathParam("number") TicketNumber number, @Valid @NotNull SplitOrder body) {
        return idempotency.once(
                new Splitting(number.value(), body),
                () -> created(links.split(number, body.message(), body.subject())));
    }

    private static Response created(TicketRow row) {
        return Idempotency.created(
                URI.create("/api/tickets/" + row.number()),
                new LinkedTicket(row.number().value(), row.desk(), row.queue(), "/tickets/" + row.number()));
    }

    /** What stands for it when the same key comes again. */
    public record Asking(String number, SubRequestOrder order) {}

    public record Splitting(String number, SplitOrder order) {}

    public record LinkOrder(@NotNull Relation relation) {}

    /** @param ticket where it goes on: {@code IT-1042} */
    public record Continuation(@NotBlank @Size(max = 20) String ticket) {}

    /** @param waits whether the ticket goes on hold until it is settled; NO when left out */
    public record SubRequestOrder(
            @NotBlank @Size(max = 60) String desk,
            @NotBlank @Size(max = NewTicket.LONGEST_SUBJECT) String subject,
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String text,
            @Nullable Waits waits) {}

    /** @param message the position of something said to everybody */
    public record SplitOrder(
            int message,
            @NotBlank @Size(max = NewTicket.LONGEST_SUBJECT) String subject) {}

    public record LinkedTicket(String number, @Nullable String desk, String queue, String url) {}

    /**
     * @param subject null when the reader may not read that ticket
     * @param waits whether the main ticket is on hold for the sub-request's sake
     */
    public record LinkBody(
            String ticket,
            Relation relation,
            String status,
            @Nullable String desk,
            @Nullable String subject,
            Waits waits) {

        static LinkBody of(LinkRow it) {
            return new LinkBody(
                    it.other().value(), it.relation(), it.status().name(), it.desk(), it.subject(), it.waits());
        }
    }
}
