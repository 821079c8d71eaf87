package org.askwell.learning.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.knowledge.ArticleId;
import org.askwell.learning.LearningService;
import org.askwell.ticket.TicketNumber;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Article drafts that come from tickets. */
@Path("drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LearningResource {

    @Inject
    LearningService service;

    /** Begins an article from a resolved ticket; a ticket that was written down before names the same article again. */
    @POST
    @APIResponseSchema(value = Draft.class, responseCode = "201")
    public Response writeDown(@Valid @NotNull Source body) {
        var number =
                TicketNumber.parse(body.ticket()).orElseThrow(() -> Refusal.notFound("ticket-unknown", body.ticket()));
        var article = service.writeDown(number);
        return Response.created(URI.create("api/articles/" + article))
                .entity(new Draft(article.value()))
                .build();
    }

    /** The tickets that an article came from, as far as one works on them. */
    @GET
    public Slice<Origin> origins(@QueryParam("article") @NotNull ArticleId article) {
        return new Slice<>(
                service.tickets(article).stream()
                        .map(it -> new Origin(it.value(), article.value()))
                        .toList(),
                null);
    }

    public record Origin(String ticket, String article) {}

    public record Source(@NotBlank String ticket) {}

    public record Draft(String article) {}
}
