package org.askwell.target.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.askwell.sla.SpecialDay;
import org.askwell.sla.Window;
import org.askwell.target.Region;
import org.askwell.target.TargetService;
import org.jspecify.annotations.Nullable;

/** Holidays and make-up days by region. A year that does not stand here was not decreed, and is not guessed. */
@Path("calendars")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarsResource {

    @Inject
    TargetService targets;

    @GET
    public Calendars all() {
        return new Calendars(targets.regions().stream().map(RegionCalendar::of).toList());
    }

    /**
     * Takes over whole years from a table {@code date,kind,name,hours}; kind is holiday or workday.
     *
     * @param source who decreed the days; left out: as the file says in a line {@code # source:}
     */
    @POST
    @Path("{region}")
    @Consumes("text/csv")
    public ImportedYears take(
            @PathParam("region") String region, @QueryParam("source") @Nullable String source, @NotNull String csv) {
        return new ImportedYears(region, targets.importDays(region, csv, source));
    }

    public record Calendars(List<RegionCalendar> regions) {}

    public record ImportedYears(String region, List<Integer> years) {}

    public record RegionCalendar(String region, List<DecreedYear> years) {

        static RegionCalendar of(Region it) {
            return new RegionCalendar(
                    it.name(), it.years().stream().map(DecreedYear::of).toList());
        }
    }

    /** @param ships it came with the portal */
    public record DecreedYear(int year, String source, boolean ships, List<DecreedDay> days) {

        static DecreedYear of(Region.Year it) {
            return new DecreedYear(
                    it.year(),
                    it.source(),
                    it.ships(),
                    it.days().stream().map(DecreedDay::of).toList());
        }
    }

    /** @param hours of a working day: a weekday, or hours of its own; left out: those of an ordinary day */
    public record DecreedDay(
            LocalDate date,
            String kind,
            String name,
            @Nullable String hours) {

        static DecreedDay of(SpecialDay it) {
            var hours = it.windows().isEmpty()
                    ? it.like() == null ? null : it.like().name()
                    : Window.texts(it.windows());
            return new DecreedDay(it.date(), it.kind().name(), it.name(), hours);
        }
    }
}
