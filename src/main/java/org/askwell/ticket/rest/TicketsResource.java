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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.desk.DeskSchemas;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.DeskToday;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketStatus;
import org.askwell.ticket.Today;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The tickets: looking through them, opening one. */
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketsResource {

    private static final String FIELD = "field.";

    @Inject
    TicketService tickets;

    @Inject
    TicketFields fields;

    @Inject
    DeskSchemas schemas;

    @Inject
    DeskToday today;

    @Inject
    CurrentPerson current;

    @Inject
    Idempotency idempotency;

    /**
     * Newest first; {@code order=oldest} turns it round, {@code order=due} begins with what is due next. What stands in desks' own fields narrows the list by their keys:
     * {@code field.sku=A-7}, and numbers and days also between two bounds: {@code field.amount=100..200}.
     *
     * @param assignee a person, {@code me} or {@code none}
     * @param requester a person or {@code me}
     * @param category with all categories that belong to it
     * @param today {@code new}, {@code asked} or {@code late}, together with the desk
     */
    @GET
    public Slice<Line> list(
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("desk") @Nullable String desk,
            @QueryParam("status") @Nullable String status,
            @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("requester") @Nullable String requester,
            @QueryParam("category") @Nullable String category,
            @QueryParam("q") @Nullable String text,
            @QueryParam("today") @Nullable String today,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo address) {
        var filter = new TicketFilter(
                blank(queue),
                blank(desk),
                statuses(status),
                "none".equals(assignee) ? null : person(assignee),
                "none".equals(assignee),
                person(requester),
                blank(text),
                order(order),
                blank(category),
                fields(address),
                today(blank(desk), blank(today)));
        var rows = tickets.list(filter, cursor, Slice.limit(limit));
        var filled = fields.of(rows.items());
        return new Slice<>(
                rows.items().stream()
                        .map(it -> Line.of(it, values(it, filled.getOrDefault(it.number(), Map.of()))))
                        .toList(),
                rows.nextCursor());
    }

    @POST
    @APIResponseSchema(value = Line.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response open(@Valid @NotNull OpenBody body) {
        return idempotency.once(body, () -> {
            var row = tickets.open(body.words());
            return Idempotency.created(URI.create("/api/tickets/" + row.number()), line(row));
        });
    }

    private static TicketFilter.Order order(@Nullable String order) {
        return switch (order == null ? "" : order) {
            case "oldest" -> TicketFilter.Order.OLDEST_FIRST;
            case "due" -> TicketFilter.Order.DUE_FIRST;
            default -> TicketFilter.Order.NEWEST_FIRST;
        };
    }

    private @Nullable Today today(@Nullable String desk, @Nullable String word) {
        if (word == null) {
            return null;
        }
        var what = Today.What.parse(word).orElseThrow(() -> Refusal.invalid("ticket-today", word));
        if (desk == null) {
            throw Refusal.invalid("ticket-today-desk");
        }
        return today.question(desk, what);
    }

    private Line line(TicketRow row) {
        return Line.of(row, values(row, fields.of(List.of(row)).getOrDefault(row.number(), Map.of())));
    }

    private Map<String, Object> values(TicketRow row, Map<String, String> filled) {
        return filled.isEmpty() ? Map.of() : FieldValues.write(schemas.of(row.desk()), filled);
    }

    /** What the address says about desks' own fields. */
    private static Map<String, String> fields(UriInfo address) {
        var fields = new LinkedHashMap<String, String>();
        address.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(FIELD) && !values.getFirst().isBlank()) {
                fields.put(name.substring(FIELD.length()), values.getFirst());
            }
        });
        return fields;
    }

    private @Nullable PersonId person(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return "me".equals(text) ? current.id() : known(text);
    }

    /** The person of that sign-in name, written rightly at least. */
    static PersonId known(String text) {
        return PersonId.parse(text).orElseThrow(() -> Refusal.invalid("person-unknown", text));
    }

    private static Set<TicketStatus> statuses(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        if (text.equalsIgnoreCase("active")) {
            return TicketFilter.ACTIVE;
        }
        var statuses = EnumSet.noneOf(TicketStatus.class);
        for (var one : text.split(",")) {
            try {
                statuses.add(TicketStatus.valueOf(one.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("ticket-status", one);
            }
        }
        return statuses;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public record OpenBody(
            @NotBlank @Size(max = 400) String subject,
            @NotBlank @Size(max = NewTicket.LONGEST_TEXT) String text,
            @Nullable @Size(max = 60) String desk,
            @Nullable @Size(max = 60) String requester,
            @Nullable Priority priority,
            @Nullable @Size(max = 20) List<@NotBlank String> tags,
            @Nullable Boolean confidential,
            @Nullable @Size(max = 40) String category,
            @Nullable @Size(max = 100) Map<String, @Nullable Object> fields) {

        NewTicket words() {
            return new NewTicket(
                    subject,
                    text,
                    blank(desk),
                    blank(requester) == null ? null : known(Objects.requireNonNull(requester)),
                    priority,
                    Objects.requireNonNullElse(tags, List.of()),
                    null,
                    null,
                    Boolean.TRUE.equals(confidential),
                    List.of(),
                    blank(category),
                    FieldValues.read(fields));
        }
    }

    /** A ticket in a list. */
    @Schema(name = "TicketLine")
    public record Line(
            String number,
            String subject,
            String status,
            @Nullable String desk,
            String queue,
            String requester,
            @Nullable String assignee,
            String priority,
            @Nullable String category,
            Map<String, Object> fields,
            Instant openedAt,
            Instant updatedAt,
            @Nullable Instant dueAt,
            String url) {

        static Line of(TicketRow row, Map<String, Object> filled) {
            return new Line(
                    row.number().value(),
                    row.subject(),
                    row.status().name(),
                    row.desk(),
                    row.queue(),
                    row.requester().value(),
                    row.assignee() == null ? null : row.assignee().value(),
                    row.priority().name(),
                    row.category(),
                    filled,
                    row.openedAt(),
                    row.updatedAt(),
                    row.dueAt(),
                    "/tickets/" + row.number());
        }
    }
}
