package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportService;
import org.askwell.people.CurrentPerson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the imports are getting on. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    @Inject
    ImportService imports;

    @Inject
    CurrentPerson current;

    @GET
    @Path("{id}")
    public Import read(@PathParam("id") ImportId id) {
        return Import.of(imports.report(id), current.get().locale());
    }

    /** Cancels what has not been done yet. */
    @DELETE
    @Path("{id}")
    public void cancel(@PathParam("id") ImportId id) {
        imports.cancel(id);
    }

    /** @param state WAITING, RUNNING, DONE, CANCELLED or FAILED */
    public record Import(
            String id,
            String space,
            String file,
            String state,
            int done,
            int total,
            @Nullable String reason,
            Instant createdAt,
            List<Line> report) {
        static Import of(ImportReport report, Locale locale) {
            return new Import(
                    report.id().value(),
                    report.space(),
                    report.fileName(),
                    report.state().name(),
                    report.done(),
                    report.total(),
                    report.reason(),
                    report.createdAt(),
                    report.lines().stream().map(it -> Line.of(it, locale)).toList());
        }
    }

    /** @param outcome TAKEN, CHANGED, LEFT_ALONE or REFUSED */
    @Schema(name = "ImportLine")
    public record Line(
            String path,
            String outcome,
            @Nullable String article,
            @Nullable String reason) {
        static Line of(ImportReport.Line line, Locale locale) {
            var article = line.article();
            return new Line(
                    line.path(), line.outcome().name(), article == null ? null : article.value(), line.reason(locale));
        }
    }
}
