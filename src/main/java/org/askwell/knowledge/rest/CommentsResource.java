package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.CommentService;
import org.askwell.knowledge.CommentSheet;
import org.askwell.knowledge.CommentState;
import org.askwell.knowledge.NewComment;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What readers say about passages. Only whoever says it and those who answer for the article see it. */
@Path("articles/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommentsResource {

    @Inject
    CommentService comments;

    @Inject
    Idempotency idempotency;

    /** Youngest first: all for the owner and the curators, for everybody else the own ones. */
    @GET
    public Slice<PassageComment> list(
            @PathParam("id") ArticleId id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return comments.list(id, state(state), cursor, Slice.limit(limit)).map(PassageComment::of);
    }

    @POST
    @APIResponseSchema(value = PassageComment.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response add(@PathParam("id") ArticleId id, @Valid @NotNull NewCommentBody body) {
        var said = NewComment.of(body.text(), body.suggestion());
        return idempotency.once(body, () -> {
            var comment = comments.add(id, body.revision(), body.start(), body.end(), said);
            return Idempotency.created(
                    URI.create("/api/comments/" + comment), PassageComment.of(comments.comment(comment)));
        });
    }

    private static @Nullable CommentState state(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return CommentState.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("comment-state-unknown", text);
        }
    }

    /**
     * @param start Unicode code points into the Markdown of that revision, as citations count
     * @param end the same, exclusive
     * @param text may be left out where a wording is suggested
     * @param suggestion Markdown to stand in the place of the passage
     */
    public record NewCommentBody(
            @NotNull Integer revision,
            @NotNull Integer start,
            @NotNull Integer end,
            @Nullable String text,
            @Nullable String suggestion) {}

    /**
     * @param quote what stood there, with its markup
     * @param state OPEN, ACCEPTED or CLOSED
     * @param became the revision that the suggested wording came into
     */
    public record PassageComment(
            String id,
            String article,
            int revision,
            int start,
            int end,
            String quote,
            String text,
            @Nullable String suggestion,
            String author,
            Instant at,
            String state,
            @Nullable String settledBy,
            @Nullable Instant settledAt,
            String reply,
            @Nullable Integer became,
            boolean mayAnswer,
            boolean mayAccept,
            String url) {
        static PassageComment of(CommentSheet sheet) {
            var settledBy = sheet.settledBy();
            return new PassageComment(
                    sheet.id().value(),
                    sheet.article().value(),
                    sheet.revision(),
                    sheet.start(),
                    sheet.end(),
                    sheet.quote(),
                    sheet.text(),
                    sheet.suggestion(),
                    sheet.author().value(),
                    sheet.at(),
                    sheet.state().name(),
                    settledBy == null ? null : settledBy.value(),
                    sheet.settledAt(),
                    sheet.reply(),
                    sheet.became(),
                    sheet.mayAnswer(),
                    sheet.mayAccept(),
                    "/" + Places.citation(sheet.article().value(), sheet.revision(), sheet.start(), sheet.end()));
        }
    }
}
