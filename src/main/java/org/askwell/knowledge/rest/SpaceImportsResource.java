package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.LargestBody;
import org.askwell.knowledge.ImportDesk;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportService;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Where files are handed in to become articles of a space. */
@Path("spaces/{space}/imports")
@Produces(MediaType.APPLICATION_JSON)
public class SpaceImportsResource {

    @Inject
    ImportDesk desk;

    @Inject
    ImportService imports;

    /** The imports of a space, youngest first; what became of the files is told by each of them. */
    @GET
    public Slice<ImportRow> list(
            @PathParam("space") String space,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return imports.recent(space, cursor, Slice.limit(limit)).map(ImportRow::of);
    }

    /** The file as the first part of a form, as browsers and {@code curl -F file=@…} send it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(ImportDesk.LARGEST + LargestBody.USUAL)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary")
                                            })))
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response handInForm(
            @PathParam("space") String space,
            @QueryParam("publish") @DefaultValue("true") boolean publish,
            List<EntityPart> parts)
            throws IOException {
        for (var part : parts) {
            var name = part.getFileName();
            if (name.isPresent()) {
                try (var content = part.getContent()) {
                    return accepted(desk.receive(space, name.get(), content, publish));
                }
            }
        }
        throw Refusal.invalid("import-nothing");
    }

    /**
     * The bytes of the file as the body.
     *
     * @param name the name of the file; without it the type of the body says what it is
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @LargestBody(ImportDesk.LARGEST)
    @APIResponseSchema(value = Accepted.class, responseCode = "202")
    public Response handIn(
            @PathParam("space") String space,
            @QueryParam("name") @Nullable String name,
            @QueryParam("publish") @DefaultValue("true") boolean publish,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream content) {
        return accepted(desk.receive(space, name == null ? nameFor(type) : name, content, publish));
    }

    private static Response accepted(ImportId id) {
        return Response.accepted(new Accepted(id.value()))
                .location(URI.create("/api/imports/" + id))
                .build();
    }

    private static String nameFor(@Nullable String type) {
        var plain = type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "application/zip", "application/x-zip-compressed", "application/octet-stream" -> "upload.zip";
            case "text/markdown", "text/plain" -> "upload.md";
            case "text/html", "application/xhtml+xml" -> "upload.html";
            case "application/pdf" -> "upload.pdf";
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "upload.docx";
            default -> throw Refusal.invalid("import-kind", plain);
        };
    }

    public record Accepted(String id) {}

    /** @param state WAITING, RUNNING, DONE, CANCELLED or FAILED */
    public record ImportRow(
            String id,
            String file,
            String state,
            int done,
            int total,
            @Nullable String reason,
            Instant createdAt) {
        static ImportRow of(ImportReport report) {
            return new ImportRow(
                    report.id().value(),
                    report.fileName(),
                    report.state().name(),
                    report.done(),
                    report.total(),
                    report.reason(),
                    report.createdAt());
        }
    }
}
