package org.askwell.ask.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import java.time.LocalDate;
import java.util.List;
import org.askwell.ask.PinDraft;
import org.askwell.ask.PinId;
import org.askwell.ask.PinRow;
import org.askwell.ask.PinService;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.knowledge.ArticleId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The questions that a desk answers with a passage of its choice; for its owners. */
@Path("desks/{desk}/pins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PinsResource {

    @Inject
    PinService service;

    @Inject
    Idempotency idempotency;

    /** All of them in their order: a desk has at most fifty. */
    @GET
    public Pins list(@PathParam("desk") String desk) {
        return new Pins(service.rows(desk).stream().map(PinLine::of).toList(), null);
    }

    @POST
    @APIResponseSchema(value = PinLine.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response pin(@PathParam("desk") String desk, @Valid @NotNull PinBody body) {
        return idempotency.once(body, () -> {
            var id = service.pin(desk, body.draft());
            return Idempotency.created(URI.create("/api/desks/" + desk + "/pins/" + id), get(desk, id));
        });
    }

    @GET
    @Path("{pin}")
    public PinLine get(@PathParam("desk") String desk, @PathParam("pin") PinId pin) {
        return PinLine.of(service.row(desk, pin));
    }

    @PUT
    @Path("{pin}")
    public PinLine change(@PathParam("desk") String desk, @PathParam("pin") PinId pin, @Valid @NotNull PinBody body) {
        service.change(desk, pin, body.draft());
        return get(desk, pin);
    }

    @DELETE
    @Path("{pin}")
    public void remove(@PathParam("desk") String desk, @PathParam("pin") PinId pin) {
        service.remove(desk, pin);
    }

    public record Pins(List<PinLine> items, @Nullable String nextCursor) {}

    /**
     * @param questionZh may be left out if it is worded in English, and the other way round
     * @param revision the published one
     * @param start Unicode code points into its Markdown, front matter not included; the whole sentences up to end count
     * @param quote checked if it is there: what is expected to stand in that place
     * @param until the last day on which it is shown
     * @param place from 1; a new one comes last without it
     */
    public record PinBody(
            @Nullable @Size(max = 400) String questionZh,
            @Nullable @Size(max = 400) String questionEn,
            @NotNull String article,
            @NotNull Integer revision,
            @NotNull Integer start,
            @NotNull Integer end,
            @Nullable @Size(max = 8000) String quote,
            @Nullable LocalDate until,
            @Nullable @Min(1) Integer place) {

        PinDraft draft() {
            var id = ArticleId.parse(article).orElseThrow(() -> Refusal.notFound("article-unknown", article));
            return new PinDraft(questionZh, questionEn, id, revision, start, end, quote, until, place);
        }
    }

    /**
     * @param state SHOWN, EXPIRED, PASSAGE_GONE, WITHDRAWN, or NOT_YOURS for one whose article you may not read: it has
     *     no words for you
     * @param hits how often it was shown in the last thirty days
     * @param days the days on which it was, the oldest first
     */
    public record PinLine(
            String id,
            int place,
            String questionZh,
            String questionEn,
            @Nullable String article,
            String title,
            int revision,
            int start,
            int end,
            String quote,
            @Nullable String url,
            @Nullable LocalDate until,
            String state,
            long hits,
            List<PinDay> days) {

        static PinLine of(PinRow row) {
            var article = row.article() == null ? null : row.article().value();
            return new PinLine(
                    row.id().value(),
                    row.place(),
                    row.questionZh(),
                    row.questionEn(),
                    article,
                    row.title(),
                    row.revision(),
                    row.start(),
                    row.end(),
                    row.quote(),
                    article == null
                            ? null
                            : Settings.baseUrl() + "/"
                                    + Places.citation(article, row.revision(), row.start(), row.end()),
                    row.until(),
                    row.state().name(),
                    row.hits(),
                    row.days().stream()
                            .map(it -> new PinDay(it.day(), it.hits()))
                            .toList());
        }
    }

    public record PinDay(LocalDate day, int hits) {}
}
