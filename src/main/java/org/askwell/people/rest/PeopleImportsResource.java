package org.askwell.people.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.LargestBody;
import org.askwell.people.CurrentPerson;
import org.askwell.people.FieldChange;
import org.askwell.people.LineOutcome;
import org.askwell.people.PeopleImportDesk;
import org.askwell.people.PeopleImportId;
import org.askwell.people.PeopleImportReport;
import org.askwell.people.PeopleImports;
import org.askwell.people.Welcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Tables of people: first one reads what a table would do, then one has it done. Administrators only. */
@Path("people/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleImportsResource {

    @Inject
    PeopleImportDesk desk;

    @Inject
    PeopleImports imports;

    @Inject
    Welcome welcome;

    @Inject
    CurrentPerson current;

    /** The imports there were, youngest first. */
    @GET
    public PeopleImportList list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        var slice = imports.recent(cursor, Slice.limit(limit)).map(PeopleImportBody::of);
        return new PeopleImportList(slice.items(), slice.nextCursor());
    }

    /**
     * A table as the body: UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs. Nothing is changed by it.
     *
     * @param name of the file, for those who look later
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @LargestBody(PeopleImportDesk.LARGEST)
    @APIResponseSchema(value = AcceptedTable.class, responseCode = "202")
    public Response handIn(@QueryParam("name") @Nullable String name, InputStream content) {
        var id = desk.receive(name == null ? "" : name, content);
        return Response.accepted(new AcceptedTable(id.value()))
                .location(URI.create("/api/people/imports/" + id))
                .build();
    }

    @GET
    @Path("{id}")
    public PeopleImportBody read(@PathParam("id") PeopleImportId id) {
        return PeopleImportBody.of(imports.report(id));
    }

    /** @param outcome NEW, CHANGED, UNCHANGED, REFUSED, MISSING or CLOSED; left out, all */
    @GET
    @Path("{id}/lines")
    public PeopleImportLines lines(
            @PathParam("id") PeopleImportId id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var locale = current.get().locale();
        var slice = imports.lines(id, outcomeOf(outcome), cursor, Slice.limit(limit))
                .map(it -> LineBody.of(it, locale));
        return new PeopleImportLines(slice.items(), slice.nextCursor());
    }

    /** Tries the table again under other options. */
    @PUT
    @Path("{id}/options")
    @APIResponseSchema(value = PeopleImportBody.class, responseCode = "202")
    public Response tryAgain(@PathParam("id") PeopleImportId id, @Valid @NotNull ImportOptions options) {
        imports.tryAgain(id, options.departments(), options.missing());
        return Response.accepted(read(id)).build();
    }

    /** Has the table carried out. */
    @PUT
    @Path("{id}/application")
    @APIResponseSchema(value = PeopleImportBody.class, responseCode = "202")
    public Response apply(@PathParam("id") PeopleImportId id, @Valid @NotNull ImportOptions options) {
        imports.apply(id, options.departments(), options.missing());
        return Response.accepted(read(id)).build();
    }

    /** Stops; what was done until then stays. */
    @DELETE
    @Path("{id}")
    public void cancel(@PathParam("id") PeopleImportId id) {
        imports.cancel(id);
    }

    /** A link for everybody whom the import has brought and who has no password yet; earlier links of theirs end. */
    @POST
    @Path("{id}/welcome")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = WelcomeList.class, responseCode = "201")
    public Response welcome(@PathParam("id") PeopleImportId id) {
        return Response.status(201)
                .entity(new WelcomeList(
                        welcome.issueFor(id).stream().map(WelcomeBody::of).toList()))
                .build();
    }

    private static @Nullable LineOutcome outcomeOf(@Nullable String outcome) {
        if (outcome == null || outcome.isBlank()) {
            return null;
        }
        return Arrays.stream(LineOutcome.values())
                .filter(it -> it.name().equals(outcome.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("people-import-outcome", outcome));
    }

    public record AcceptedTable(String id) {}

    public record ImportOptions(
            @Nullable Boolean makeDepartments, @Nullable Boolean closeMissing) {

        boolean departments() {
            return Boolean.TRUE.equals(makeDepartments);
        }

        boolean missing() {
            return Boolean.TRUE.equals(closeMissing);
        }
    }

    public record PeopleImportList(
            List<PeopleImportBody> items, @Nullable String nextCursor) {}

    public record PeopleImportLines(
            List<LineBody> items, @Nullable String nextCursor) {}

    /**
     * @param state DRY_RUN, READY, RUNNING, DONE, CANCELLED or FAILED
     * @param done so many of the lines that do something are done
     * @param total so many lines do something
     * @param counts how many lines do what, by outcome
     */
    @Schema(name = "PeopleImport")
    public record PeopleImportBody(
            String id,
            String by,
            String file,
            String state,
            int done,
            int total,
            Map<String, Integer> counts,
            boolean makeDepartments,
            boolean closeMissing,
            List<String> unknownColumns,
            List<String> unknownDepartments,
            @Nullable String reason,
            Instant createdAt) {

        static PeopleImportBody of(PeopleImportReport report) {
            var counts = new TreeMap<String, Integer>();
            for (var outcome : LineOutcome.values()) {
                counts.put(outcome.name(), report.count(outcome));
            }
            return new PeopleImportBody(
                    report.id().value(),
                    report.importer().value(),
                    report.fileName(),
                    report.state().name(),
                    report.done(),
                    report.total(),
                    counts,
                    report.makeDepartments(),
                    report.closeMissing(),
                    report.unknownColumns(),
                    report.unknownDepartments(),
                    report.reason(),
                    report.createdAt());
        }
    }

    /**
     * @param line in the file; left out for somebody who is not in it
     * @param applied whether it has been done, or nothing had to be
     * @param reason why it is refused
     */
    @Schema(name = "PeopleImportLine")
    public record LineBody(
            @Nullable Integer line,
            String outcome,
            boolean applied,
            @Nullable String person,
            String name,
            List<ChangeBody> changes,
            @Nullable String reason) {

        static LineBody of(PeopleImportReport.Line line, Locale locale) {
            var person = line.person();
            return new LineBody(
                    line.line() == 0 ? null : line.line(),
                    line.outcome().name(),
                    line.applied(),
                    person == null ? null : person.value(),
                    line.name(),
                    line.changes().stream().map(ChangeBody::of).toList(),
                    line.reason(locale));
        }
    }

    public record ChangeBody(
            String field, @Nullable String before, @Nullable String after) {
        static ChangeBody of(FieldChange change) {
            return new ChangeBody(change.field(), change.before(), change.after());
        }
    }

    public record WelcomeList(List<WelcomeBody> items) {}

    /** @param url lets the person in once; it stands in this reply and nowhere else */
    public record WelcomeBody(String person, String name, String url, Instant until) {
        static WelcomeBody of(Welcome.Issued issued) {
            return new WelcomeBody(issued.login().value(), issued.name(), issued.url(), issued.until());
        }
    }
}
