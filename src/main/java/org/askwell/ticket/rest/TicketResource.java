package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Map;
import org.askwell.common.FileStore;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.common.rest.LargestBody;
import org.askwell.desk.DeskSchemas;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.MessageRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.Visibility;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** One ticket: reading, answering, moving, resolving. What is a state is a noun here, never a verb in the URL. */
@Path("tickets/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketResource {

    private static final int LONGEST_PART = 80_000;

    @Inject
    TicketService tickets;

    @Inject
    TicketFields fields;

    @Inject
    DeskSchemas schemas;

    @Inject
    FileStore files;

    @Inject
    Idempotency idempotency;

    @GET
    public Sheet get(@PathParam("number") TicketNumber number) {
        var ticket = tickets.ticket(number);
        return Sheet.of(ticket, FieldValues.write(schemas.of(ticket.desk()), ticket.fields()));
    }

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

    @PUT
    @Path("assignee")
    public void assign(@PathParam("number") TicketNumber number, @Valid @NotNull AssigneeBody body) {
        if ("me".equals(body.person())) {
            tickets.take(number);
        } else {
            tickets.assign(number, TicketsResource.known(body.person()));
        }
    }

    @DELETE
    @Path("assignee")
    public void unassign(@PathParam("number") TicketNumber number) {
        tickets.assign(number, null);
    }

    @PUT
    @Path("queue")
    public void changeQueue(@PathParam("number") TicketNumber number, @Valid @NotNull QueueBody body) {
        tickets.changeQueue(number, body.queue());
    }

    /** Gives the ticket to another desk. */
    @PUT
    @Path("desk")
    public void transfer(@PathParam("number") TicketNumber number, @Valid @NotNull DeskBody body) {
        tickets.transfer(number, body.desk(), body.note());
    }

    @PUT
    @Path("hold")
    public void hold(@PathParam("number") TicketNumber number, @Valid @NotNull HoldBody body) {
        tickets.hold(number, body.reason(), body.until());
    }

    @DELETE
    @Path("hold")
    public void resume(@PathParam("number") TicketNumber number) {
        tickets.resume(number);
    }

    /** Resolving is putting a resolution on the ticket. */
    @PUT
    @Path("resolution")
    public void resolve(@PathParam("number") TicketNumber number, @Valid @NotNull ResolutionBody body) {
        tickets.resolve(number, body.text());
    }

    /** Taking the resolution away reopens the ticket. */
    @DELETE
    @Path("resolution")
    public void reopen(@PathParam("number") TicketNumber number) {
        tickets.reopen(number, "");
    }

    /** Reopens the ticket and says why, to everybody on it. */
    @PUT
    @Path("reopening")
    public void reopenWith(@PathParam("number") TicketNumber number, @Valid @NotNull ReasonBody body) {
        tickets.reopen(number, body.reason());
    }

    /** What the requester thought of the solution; the last word counts. */
    @PUT
    @Path("satisfaction")
    public void rate(@PathParam("number") TicketNumber number, @Valid @NotNull RatingBody body) {
        tickets.rate(number, body.satisfied(), body.reason());
    }

    /** Asks the requester for something; the ticket waits until the requester has answered. */
    @PUT
    @Path("question")
    public void ask(@PathParam("number") TicketNumber number, @Valid @NotNull AskBody body) {
        tickets.askRequester(number, body.text());
    }

    /** The requester asks to hurry: once in four hours in which the desk is open. */
    @POST
    @Path("nudges")
    @APIResponse(responseCode = "204", description = "Whoever has it is told.")
    @Consumes(MediaType.WILDCARD)
    public void nudge(@PathParam("number") TicketNumber number) {
        tickets.nudge(number);
    }

    /** The requester agrees that it is solved. */
    @PUT
    @Path("confirmation")
    @Consumes(MediaType.WILDCARD)
    public void confirm(@PathParam("number") TicketNumber number) {
        tickets.confirmSolved(number);
    }

    /** The requester no longer wants it. */
    @PUT
    @Path("withdrawal")
    @Consumes(MediaType.WILDCARD)
    public void withdraw(@PathParam("number") TicketNumber number) {
        tickets.withdraw(number);
    }

    @PUT
    @Path("tags")
    public void tag(@PathParam("number") TicketNumber number, @Valid @NotNull TagsBody body) {
        tickets.tag(number, body.tags());
    }

    @PUT
    @Path("priority")
    public void prioritise(@PathParam("number") TicketNumber number, @Valid @NotNull PriorityBody body) {
        tickets.prioritise(number, body.priority());
    }

    /** What the ticket is about: one of its desk's categories. */
    @PUT
    @Path("category")
    public void categorise(@PathParam("number") TicketNumber number, @Valid @NotNull CategoryChange body) {
        fields.categorise(number, body.category());
    }

    @DELETE
    @Path("category")
    public void uncategorise(@PathParam("number") TicketNumber number) {
        fields.categorise(number, null);
    }

    /** Puts values into the desk's own fields, by their keys; null empties one, those that are not named stay. */
    @PATCH
    @Path("fields")
    @APIResponse(responseCode = "204", description = "The values stand there.")
    public void fill(
            @PathParam("number") TicketNumber number, @NotNull @Size(max = 100) Map<String, @Nullable Object> body) {
        fields.fill(number, FieldValues.read(body));
    }

    @GET
    @Path("history")
    public List<HistoryLine> history(@PathParam("number") TicketNumber number) {
        return tickets.history(number).stream().map(HistoryLine::of).toList();
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

    /** @param person a sign-in name, or {@code me} to take it */
    public record AssigneeBody(@NotBlank @Size(max = 60) String person) {}

    @Schema(name = "QueueChange")
    public record QueueBody(@NotBlank @Size(max = 60) String queue) {}

    @Schema(name = "Transfer")
    public record DeskBody(
            @NotBlank @Size(max = 60) String desk,
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String note) {}

    public record HoldBody(
            @NotBlank @Size(max = 500) String reason,
            @Nullable Instant until) {}

    public record ReasonBody(
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String reason) {}

    public record RatingBody(
            @NotNull Boolean satisfied,
            @Nullable @Size(max = 1_000) String reason) {}

    @Schema(name = "TicketQuestion")
    public record AskBody(
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String text) {}

    public record ResolutionBody(
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String text) {}

    public record TagsBody(@NotNull @Size(max = 20) List<@NotBlank String> tags) {}

    public record CategoryChange(@NotBlank @Size(max = 40) String category) {}

    public record PriorityBody(@NotNull Priority priority) {}

    public record Sheet(
            String number,
            String subject,
            String status,
            @Nullable String desk,
            String queue,
            String requester,
            String openedBy,
            @Nullable String assignee,
            String priority,
            List<String> tags,
            @Nullable String category,
            Map<String, Object> fields,
            @Nullable String office,
            String language,
            @Nullable String question,
            Instant openedAt,
            Instant updatedAt,
            @Nullable HoldLine hold,
            @Nullable ResolutionLine resolution,
            @Nullable Instant closesAt,
            @Nullable String mergedInto,
            int nudges,
            TicketSheet.@Nullable Rating rating,
            List<MessageBody> messages,
            String url) {

        static Sheet of(TicketSheet it, Map<String, Object> filled) {
            var hold = it.hold();
            var resolution = it.resolution();
            var assignee = it.assignee();
            return new Sheet(
                    it.number().value(),
                    it.subject(),
                    it.status().name(),
                    it.desk(),
                    it.queue(),
                    it.requester().value(),
                    it.openedBy().value(),
                    assignee == null ? null : assignee.value(),
                    it.priority().name(),
                    it.tags(),
                    it.category(),
                    filled,
                    it.office(),
                    it.language(),
                    it.origin(),
                    it.openedAt(),
                    it.updatedAt(),
                    hold == null
                            ? null
                            : new HoldLine(
                                    hold.since(), hold.by().value(), hold.reason(), hold.until(), hold.forRequester()),
                    resolution == null
                            ? null
                            : new ResolutionLine(resolution.by().value(), resolution.at(), resolution.text()),
                    it.closesAt(),
                    it.mergedInto() == null ? null : it.mergedInto().value(),
                    it.nudges(),
                    it.rating(),
                    it.conversation().stream().map(MessageBody::of).toList(),
                    "/tickets/" + it.number());
        }
    }

    public record HoldLine(
            Instant since,
            String by,
            String reason,
            @Nullable Instant until,
            boolean forRequester) {}

    public record ResolutionLine(String by, Instant at, String text) {}

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

    public record HistoryLine(
            String kind,
            String by,
            Instant at,
            @Nullable String before,
            @Nullable String after,
            @Nullable String note) {

        static HistoryLine of(HistoryRow row) {
            return new HistoryLine(
                    row.kind().name(), row.by().value(), row.at(), row.before(), row.after(), row.note());
        }
    }
}
