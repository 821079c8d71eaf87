package org.askwell.learning.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.askwell.knowledge.ArticleId;
import org.askwell.learning.GapId;
import org.askwell.learning.GapOrder;
import org.askwell.learning.GapRow;
import org.askwell.learning.GapService;
import org.askwell.learning.GapSheet;
import org.askwell.learning.GapState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What was asked in vain, for those who curate; names nobody who asked. */
@Path("gaps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GapsResource {

    @Inject
    GapService service;

    /**
     * The gaps one may see.
     *
     * @param state OPEN, CLOSED or DISMISSED; OPEN when it is missing
     * @param order {@code newest} or {@code frequent}
     */
    @GET
    public Slice<GapLine> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return service.list(state(state), order(order), cursor, Slice.limit(limit))
                .map(GapLine::of);
    }

    private static GapState state(@Nullable String text) {
        return text == null
                ? GapState.OPEN
                : Arrays.stream(GapState.values())
                        .filter(it -> it.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> Refusal.malformed("gap-state-unknown", text));
    }

    private static GapOrder order(@Nullable String text) {
        return text == null
                ? GapOrder.NEWEST
                : GapOrder.parse(text).orElseThrow(() -> Refusal.malformed("gap-order-unknown", text));
    }

    /** One gap with its wordings, and what askers said was wrong with the answers they got. */
    @GET
    @Path("{id}")
    public Sheet gap(@PathParam("id") GapId id) {
        return Sheet.of(service.gap(id));
    }

    /** Begins an article for a gap; a gap that is being written about names the same article again. */
    @POST
    @Path("{id}/draft")
    @APIResponseSchema(value = Begun.class, responseCode = "201")
    public Response draft(@PathParam("id") GapId id, @Valid @NotNull Wish body) {
        var article = service.draft(id, body.space());
        return Response.created(URI.create("api/articles/" + article))
                .entity(new Begun(article.value()))
                .build();
    }

    /** Lets an article answer it: the wordings become wordings of the article. */
    @PUT
    @Path("{id}/article")
    public void attach(@PathParam("id") GapId id, @Valid @NotNull Target body) {
        service.attach(id, article(body.article()));
    }

    /** Asks the owner of an article, or of the one that came nearest, to answer it there. */
    @PUT
    @Path("{id}/owner-request")
    public void askOwner(@PathParam("id") GapId id, @Valid @NotNull Nearby body) {
        var wanted = body.article();
        service.askOwner(id, wanted == null ? null : article(wanted));
    }

    /** Says why it needs no article. */
    @PUT
    @Path("{id}/dismissal")
    public void dismiss(@PathParam("id") GapId id, @Valid @NotNull Dismissal body) {
        service.dismiss(id, body.reason());
    }

    /** It needs one after all. */
    @DELETE
    @Path("{id}/dismissal")
    public void reopen(@PathParam("id") GapId id) {
        service.reopen(id);
    }

    private static ArticleId article(String id) {
        return ArticleId.parse(id).orElseThrow(() -> Refusal.notFound("article-unknown", id));
    }

    /** @param space slug; null for the likeliest one that one curates */
    @Schema(name = "GapDraftWish")
    public record Wish(@Nullable @Size(max = 60) String space) {}

    @Schema(name = "GapDraft")
    public record Begun(String article) {}

    @Schema(name = "GapArticle")
    public record Target(@NotBlank @Size(max = 30) String article) {}

    @Schema(name = "GapOwnerRequest")
    public record Nearby(@Nullable @Size(max = 30) String article) {}

    @Schema(name = "GapDismissal")
    public record Dismissal(@NotBlank @Size(max = 500) String reason) {}

    /**
     * @param departments slugs of those that asked, as far as naming them does not say who it was
     * @param writing the article that is to answer it
     * @param closedBy the article that answers it
     * @param unproven the article that was published and does not answer everything
     * @param unprovenWording what it does not answer; empty when nobody who asked may read it
     */
    public record GapLine(
            String id,
            String wording,
            String language,
            @Nullable String desk,
            GapState state,
            int questions,
            int people,
            Kinds kinds,
            List<String> departments,
            Instant firstAsked,
            Instant lastAsked,
            @Nullable String writing,
            @Nullable String closedBy,
            @Nullable Instant closedAt,
            @Nullable String ownerAsked,
            @Nullable String dismissedBecause,
            @Nullable String unproven,
            @Nullable String unprovenWording,
            String url) {

        static GapLine of(GapRow row) {
            return new GapLine(
                    row.id().value(),
                    row.wording(),
                    row.language(),
                    row.desk().isEmpty() ? null : row.desk(),
                    row.state(),
                    row.questions(),
                    row.people(),
                    new Kinds(row.unanswered(), row.unhelpful(), row.unfound()),
                    row.askedBy(),
                    row.firstAsked(),
                    row.lastAsked(),
                    row.isOpen() ? value(row.article()) : null,
                    row.state() == GapState.CLOSED ? value(row.article()) : null,
                    row.closedAt(),
                    value(row.ownerArticle()),
                    row.dismissedWhy(),
                    value(row.unprovenArticle()),
                    row.unprovenWording(),
                    Settings.baseUrl() + "/" + Places.gap(row.id().value()));
        }

        private static @Nullable String value(@Nullable ArticleId article) {
            return article == null ? null : article.value();
        }
    }

    /**
     * @param unanswered nothing could be proven
     * @param unhelpful the answer was not what was needed
     * @param unfound a search without a hit
     */
    @Schema(name = "GapKinds")
    public record Kinds(int unanswered, int unhelpful, int unfound) {}

    @Schema(name = "GapWithWordings")
    public record Sheet(
            GapLine gap,
            List<GapSheet.Wording> wordings,
            List<GapSheet.Reason> reasons,
            @Nullable NearArticle nearest) {

        static Sheet of(GapSheet sheet) {
            var near = sheet.nearest();
            return new Sheet(
                    GapLine.of(sheet.gap()),
                    sheet.wordings(),
                    sheet.reasons(),
                    near == null ? null : new NearArticle(near.article().value(), near.title()));
        }
    }

    public record NearArticle(String article, String title) {}
}
