package org.askwell.ticket.rest;

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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.askwell.desk.DeskSchemas;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** One ticket: reading, moving, holding, resolving. What is a state is a noun here, never a verb in the URL. */
@Path("tickets/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketResource {

    @Inject
    TicketService tickets;

    @Inject
    DeskSchemas schemas;

    @GET
    public Sheet get(@PathParam("number") TicketNumber number) {
        var ticket = tickets.ticket(number);
        return Sheet.of(ticket, FieldValues.write(schemas.of(ticket.desk()), ticket.fields()));
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

    @GET
    @Path("history")
    public List<HistoryLine> history(@PathParam("number") TicketNumber number) {
        return tickets.history(number).stream().map(HistoryLine::of).toList();
    }

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
            List<ConversationResource.MessageBody> messages,
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
                    it.conversation().stream()
                            .map(ConversationResource.MessageBody::of)
                            .toList(),
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
