package org.askwell.audit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.askwell.audit.AuditFilter;
import org.askwell.audit.AuditRow;
import org.askwell.audit.AuditTable;
import org.askwell.audit.AuditTrail;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who changed what, and who read what is confidential; for administrators. It cannot be written. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    AuditTrail trail;

    @Inject
    AuditTable table;

    @Inject
    CurrentPerson current;

    /**
     * The newest first.
     *
     * @param from ISO 8601, inclusive
     * @param to ISO 8601, exclusive
     */
    @GET
    public Slice<AuditLine> list(
            @QueryParam("person") @Nullable PersonId person,
            @QueryParam("kind") Deed.@Nullable Kind kind,
            @QueryParam("object") @Nullable String object,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return trail.list(new AuditFilter(person, kind, object, moment(from), moment(to)), cursor, Slice.limit(limit))
                .map(AuditLine::of);
    }

    /** All lines of the filter as CSV, the newest first; taking it is itself a line of the audit. */
    @GET
    @Path("export")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    public Response export(
            @QueryParam("person") @Nullable PersonId person,
            @QueryParam("kind") Deed.@Nullable Kind kind,
            @QueryParam("object") @Nullable String object,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        var filter = new AuditFilter(person, kind, object, moment(from), moment(to));
        trail.noteExport(filter);
        var locale = current.get().locale();
        StreamingOutput lines = out -> {
            var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            table.write(filter, locale, text);
            text.flush();
        };
        return Response.ok(lines, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.malformed("audit-moment", text);
        }
    }

    public record AuditLine(
            Instant at,
            String person,
            Deed.Kind kind,
            Deed.What what,
            String object,
            String part,
            @Nullable String from,
            @Nullable String to) {

        static AuditLine of(AuditRow row) {
            return new AuditLine(
                    row.at(), row.by().value(), row.kind(), row.what(), row.object(), row.part(), row.from(), row.to());
        }
    }
}
