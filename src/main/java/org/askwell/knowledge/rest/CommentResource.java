package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.askwell.knowledge.CommentId;
import org.askwell.knowledge.CommentService;

/** One comment on a passage, for whoever made it and those who answer for the article. */
@Path("comments/{comment}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommentResource {

    @Inject
    CommentService comments;

    @GET
    public CommentsResource.PassageComment read(@PathParam("comment") CommentId comment) {
        return CommentsResource.PassageComment.of(comments.comment(comment));
    }

    /** Puts the suggested wording into the article, as the revision that {@code became} tells afterwards. */
    @PUT
    @Path("acceptance")
    public CommentsResource.PassageComment accept(@PathParam("comment") CommentId comment) {
        comments.accept(comment);
        return read(comment);
    }

    /** Answers and closes it. */
    @PUT
    @Path("reply")
    public CommentsResource.PassageComment reply(
            @PathParam("comment") CommentId comment, @Valid @NotNull CommentReply body) {
        comments.close(comment, body.text());
        return read(comment);
    }

    public record CommentReply(@NotBlank String text) {}
}
