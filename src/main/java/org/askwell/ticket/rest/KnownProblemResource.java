package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.KnownProblemText;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.rest.KnownProblemsResource.KnownProblemLine;
import org.askwell.ticket.rest.KnownProblemsResource.ReplyToAll;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** That a ticket is a problem many have; for those who work on it. */
@Path("tickets/{number}/known-problem")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KnownProblemResource {

    @Inject
    KnownProblemService service;

    @Inject
    Idempotency idempotency;

    @GET
    public KnownProblemLine get(@PathParam("number") TicketNumber number) {
        return KnownProblemLine.of(
                service.marked(number).orElseThrow(() -> Refusal.notFound("problem-unknown", number)));
    }

    /** Marks it, or says it in other words. */
    @PUT
    public KnownProblemLine mark(@PathParam("number") TicketNumber number, @Valid @NotNull KnownProblemBody body) {
        service.mark(
                number,
                new KnownProblemText(body.titleZh(), body.titleEn(), body.textZh(), body.textEn(), body.until()));
        return get(number);
    }

    /** Newcomers see it no more; those who have joined still hear how it ends. */
    @DELETE
    public void unmark(@PathParam("number") TicketNumber number) {
        service.unmark(number);
    }

    /** Who has joined, in the order of joining. */
    @GET
    @Path("joined")
    public Slice<JoinedColleague> joined(
            @PathParam("number") TicketNumber number,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return service.joined(number, cursor, Slice.limit(limit))
                .map(it -> new JoinedColleague(it.person().value(), it.name(), it.at()));
    }

    /** One reply to everybody who has joined and to the requester. */
    @POST
    @Path("replies")
    @APIResponseSchema(value = ReplyToAll.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response tell(@PathParam("number") TicketNumber number, @Valid @NotNull ReplyToAllBody body) {
        return idempotency.once(body, () -> {
            int position = service.tell(number, body.textZh(), body.textEn());
            return Idempotency.created(
                    URI.create("/api/known-problems/" + number),
                    service.replies(number).stream()
                            .filter(it -> it.position() == position)
                            .map(it -> new ReplyToAll(it.position(), it.textZh(), it.textEn(), it.at()))
                            .findFirst()
                            .orElseThrow());
        });
    }

    /**
     * @param titleZh what is wrong, as those who have it would notice it; your own words, not the requester's
     * @param textZh what to know and do meanwhile
     * @param until so long newcomers see it
     */
    public record KnownProblemBody(
            @NotNull @Size(max = 400) String titleZh,
            @NotNull @Size(max = 400) String titleEn,
            @Nullable @Size(max = 4000) String textZh,
            @Nullable @Size(max = 4000) String textEn,
            @NotNull Instant until) {}

    /** One of the two is enough; each reader gets the own language if it is there. */
    public record ReplyToAllBody(
            @Nullable @Size(max = 20_000) String textZh,
            @Nullable @Size(max = 20_000) String textEn) {}

    public record JoinedColleague(String person, String name, Instant at) {}
}
