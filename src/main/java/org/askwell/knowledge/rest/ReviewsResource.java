package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.askwell.common.Places;
import org.askwell.common.Slice;
import org.askwell.knowledge.ReviewRow;
import org.askwell.knowledge.ReviewService;
import org.jspecify.annotations.Nullable;

/** The texts that wait for somebody to look at them. */
@Path("reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewsResource {

    @Inject
    ReviewService reviews;

    /** What waits for the caller, oldest first. */
    @GET
    public Slice<WaitingReview> waiting(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return reviews.waitingForMe(cursor, Slice.limit(limit)).map(WaitingReview::of);
    }

    public record WaitingReview(
            String article,
            String space,
            String title,
            String language,
            int revision,
            String author,
            String askedBy,
            Instant askedAt,
            String reason,
            String url) {
        static WaitingReview of(ReviewRow row) {
            return new WaitingReview(
                    row.article().value(),
                    row.space(),
                    row.title(),
                    row.language(),
                    row.revision(),
                    row.author().value(),
                    row.askedBy().value(),
                    row.askedAt(),
                    row.reason(),
                    "/" + Places.articleReview(row.article().value()));
        }
    }
}
