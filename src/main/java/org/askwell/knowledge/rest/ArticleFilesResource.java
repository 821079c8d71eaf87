package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.askwell.common.FileStore;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.rest.LargestBody;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.AttachmentDesk;
import org.askwell.knowledge.AttachmentRow;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The files that go with an article. */
@Path("articles/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
public class ArticleFilesResource {

    @Inject
    ArticleAttachments attachments;

    @Inject
    AttachmentDesk desk;

    @Inject
    FileStore store;

    /** Those that the caller may have; who may write the article also gets those that wait for its publication. */
    @GET
    public AttachedList list(@PathParam("id") ArticleId id) {
        return new AttachedList(
                attachments.of(id).stream().map(AttachedFile::of).toList());
    }

    /**
     * The bytes of the file as the body. Readers see it once the article is published again.
     *
     * @param name of the file
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @LargestBody(FileStore.LARGEST)
    @APIResponseSchema(value = AttachedFile.class, responseCode = "201")
    public Response add(@PathParam("id") ArticleId id, @QueryParam("name") @Nullable String name, InputStream content) {
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("file-name");
        }
        var added = AttachedFile.of(desk.receive(id, name, content));
        return Response.created(URI.create("/api/articles/" + id + "/files/" + added.number()))
                .entity(added)
                .build();
    }

    @GET
    @Path("{number}")
    public AttachedFile read(@PathParam("id") ArticleId id, @PathParam("number") int number) {
        return AttachedFile.of(attachments.one(id, number));
    }

    @GET
    @Path("{number}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") ArticleId id, @PathParam("number") int number) {
        var file = attachments.take(id, number);
        StreamingOutput bytes = out -> {
            try (var in = store.open(file.stored())) {
                in.transferTo(out);
            }
        };
        return Response.ok(bytes, file.type())
                .header("Content-Disposition", ArticleAttachmentServlet.saved(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", file.size())
                .build();
    }

    @DELETE
    @Path("{number}")
    public void remove(@PathParam("id") ArticleId id, @PathParam("number") int number) {
        attachments.remove(id, number);
    }

    public record AttachedList(List<AttachedFile> items) {}

    /** @param shown whether readers of the article see it */
    public record AttachedFile(
            int number,
            String name,
            String mediaType,
            long size,
            String addedBy,
            Instant addedAt,
            boolean shown,
            String url) {
        static AttachedFile of(AttachmentRow row) {
            return new AttachedFile(
                    row.number(),
                    row.name(),
                    row.type(),
                    row.size(),
                    row.addedBy().value(),
                    row.addedAt(),
                    row.isShown(),
                    "/" + Places.articleFile(row.article().value(), row.number(), row.name()));
        }
    }
}
