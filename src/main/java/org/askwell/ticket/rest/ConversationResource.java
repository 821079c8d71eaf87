package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.askwell.common.FileStore;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.common.rest.LargestBody;
import org.askwell.ticket.MessageRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.Visibility;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What is said on a ticket, and the files that come with it. */
@Path("tickets/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationResource {

    private static final int LONGEST_PART = 80_000;

    @Inject
    TicketService tickets;

    @Inject
    FileStore files;

    @Inject
    Idempotency idempotency;

    @GET
    @Path("messages")
    public List<MessageBody> messages(@PathParam("number") TicketNumber number) {
        return tickets.ticket(number).conversation().stream()
                .map(MessageBody::of)
                .toList();
    }

    @POST
    @Path("messages")
    @APIResponseSchema(value = MessageBody.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response say(@PathParam("number") TicketNumber number, @Valid @NotNull SayBody body) {
        return idempotency.once(body, () -> said(number, body.text(), body.visibility(), List.of(), body.seen()));
    }

    /** Parts: {@code file} (one or more), {@code text} and {@code visibility} if wanted. One message comes of it. */
    @POST
    @Path("attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody(NewTicket.MOST_FILES * FileStore.LARGEST + LargestBody.USUAL)
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
                                                        format = "binary"),
                                                @SchemaProperty(name = "text", type = SchemaType.STRING),
                                                @SchemaProperty(name = "visibility", implementation = Visibility.class)
                                            })))
    @APIResponseSchema(value = MessageBody.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response attach(@PathParam("number") TicketNumber number, List<EntityPart> parts) {
        tickets.ticket(number);
        var text = "";
        var visibility = Visibility.PUBLIC;
        var kept = new ArrayList<StoredFile>();
        for (var part : parts) {
            var fileName = part.getFileName();
            if (fileName.isPresent()) {
                if (kept.size() == NewTicket.MOST_FILES) {
                    throw Refusal.invalid("ticket-files", NewTicket.MOST_FILES);
                }
                kept.add(files.keep(fileName.get(), part.getContent()));
            } else if ("text".equals(part.getName())) {
                text = read(part);
            } else if ("visibility".equals(part.getName())) {
                visibility = visibility(read(part));
            }
        }
        if (kept.isEmpty()) {
            throw Refusal.invalid("invalid", "file");
        }
        var words = text;
        var whoReads = visibility;
        return idempotency.once(
                new Attaching(words, whoReads.name(), List.copyOf(kept)),
                () -> said(number, words, whoReads, kept, null));
    }

    private Response said(
            TicketNumber number,
            String text,
            @Nullable Visibility visibility,
            List<StoredFile> attached,
            @Nullable Integer seen) {
        int position = visibility == Visibility.INTERNAL
                ? tickets.note(number, text, attached)
                : tickets.reply(number, text, attached, seen);
        var message = tickets.ticket(number).conversation().stream()
                .filter(it -> it.position() == position)
                .findFirst()
                .orElseThrow();
        return Idempotency.created(URI.create("/api/tickets/" + number + "/messages"), MessageBody.of(message));
    }

    private static Visibility visibility(String text) {
        try {
            return Visibility.valueOf(text.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("ticket-visibility", text);
        }
    }

    private static String read(EntityPart part) {
        try (var in = part.getContent()) {
            var bytes = in.readNBytes(LONGEST_PART + 1);
            if (bytes.length > LONGEST_PART) {
                throw Refusal.invalid("ticket-text", NewTicket.LONGEST_TEXT);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What stands for an upload when the same key comes again. */
    public record Attaching(String text, String visibility, List<StoredFile> files) {}

    /** @param seen position of the last message that the writer has read; 409 when somebody has answered since */
    public record SayBody(
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String text,
            @Nullable Visibility visibility,
            @Nullable Integer seen) {}

    public record MessageBody(
            int id, String author, String visibility, String text, Instant at, List<FileLine> attachments) {

        static MessageBody of(MessageRow row) {
            return new MessageBody(
                    row.position(),
                    row.author().value(),
                    row.visibility().name(),
                    row.text(),
                    row.at(),
                    row.files().stream()
                            .map(it -> new FileLine(
                                    it.file().name(),
                                    it.file().mediaType(),
                                    it.file().size(),
                                    "/" + it.path()))
                            .toList());
        }
    }

    public record FileLine(String name, String mediaType, long size, String url) {}
}
