package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReviewService;
import org.askwell.knowledge.ReviewSheet;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Having somebody look at a text before readers see it. For the curators of its space. */
@Path("articles/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ArticleReviewResource {

    @Inject
    ReviewService reviews;

    /** The latest review of an article. */
    @GET
    public ArticleReview read(@PathParam("id") ArticleId id) {
        return reviews.of(id).map(ArticleReview::of).orElseThrow(() -> Refusal.notFound("review-none", id));
    }

    /** Hands the newest revision in; {@code reason} is for whoever looks at it. An older one that waits is taken back. */
    @PUT
    public ArticleReview handIn(@PathParam("id") ArticleId id, @Valid @NotNull ReviewBody body) {
        reviews.handIn(id, body.revision(), body.reason());
        return read(id);
    }

    /** Takes it out of review again. */
    @DELETE
    public void withdraw(@PathParam("id") ArticleId id) {
        reviews.withdraw(id);
    }

    /** Approving publishes the revision; sending it back needs a {@code reason}. */
    @PUT
    @Path("decision")
    public ArticleReview decide(@PathParam("id") ArticleId id, @Valid @NotNull DecisionBody body) {
        switch (body.decision().toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> reviews.approve(id, body.revision());
            case "SENT_BACK" -> reviews.sendBack(id, body.revision(), body.reason() == null ? "" : body.reason());
            default -> throw Refusal.invalid("review-decision-unknown", body.decision());
        }
        return read(id);
    }

    /** @param revision the newest one, which waits from then on */
    public record ReviewBody(
            @NotNull Integer revision, @NotBlank String reason) {}

    /**
     * @param revision the one that was looked at
     * @param decision APPROVED or SENT_BACK
     */
    public record DecisionBody(
            @NotNull Integer revision,
            @NotBlank String decision,
            @Nullable String reason) {}

    /** @param state WAITING, APPROVED, SENT_BACK or WITHDRAWN */
    public record ArticleReview(
            String article,
            int round,
            int revision,
            String state,
            String author,
            String askedBy,
            Instant askedAt,
            String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String answer,
            boolean mayDecide,
            boolean mayWithdraw,
            String url) {
        static ArticleReview of(ReviewSheet sheet) {
            return new ArticleReview(
                    sheet.article().value(),
                    sheet.round(),
                    sheet.revision(),
                    sheet.state().name(),
                    sheet.author().value(),
                    sheet.askedBy().value(),
                    sheet.askedAt(),
                    sheet.reason(),
                    value(sheet.decidedBy()),
                    sheet.decidedAt(),
                    sheet.answer(),
                    sheet.mayDecide(),
                    sheet.mayWithdraw(),
                    "/" + Places.articleReview(sheet.article().value()));
        }

        private static @Nullable String value(@Nullable PersonId person) {
            return person == null ? null : person.value();
        }
    }
}
