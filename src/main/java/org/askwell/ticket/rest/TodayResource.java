package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.askwell.ticket.DeskToday;
import org.askwell.ticket.Glance;

/** How a desk stands today; for those who work there. */
@Path("desks/{desk}/today")
@Produces(MediaType.APPLICATION_JSON)
public class TodayResource {

    @Inject
    DeskToday today;

    @GET
    public TodayBody today(@PathParam("desk") String desk) {
        return TodayBody.of(today.of(desk));
    }

    /**
     * @param opened since the day began at the desk
     * @param active that somebody waits for; the other numbers are of these
     * @param asked whose requester has to answer first
     */
    public record TodayBody(long opened, long active, long unassigned, long asked, long late, List<LoadLine> agents) {

        static TodayBody of(Glance it) {
            return new TodayBody(
                    it.opened(),
                    it.active(),
                    it.unassigned(),
                    it.asked(),
                    it.late(),
                    it.agents().stream()
                            .map(load -> new LoadLine(load.person().value(), load.active(), load.late()))
                            .toList());
        }
    }

    public record LoadLine(String person, long active, long late) {}
}
