package org.askwell.desk.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.RosterLine;
import org.askwell.desk.roster.RosterService;
import org.jspecify.annotations.Nullable;

/** One's own duty at a desk: signing off is deleting it, until the next shift begins; putting it back is being there again. */
@Path("desks/{desk}/duty")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DutyResource {

    @Inject
    RosterService rosters;

    @GET
    public OwnDuty get(@PathParam("desk") String desk) {
        return OwnDuty.of(rosters.own(desk));
    }

    @PUT
    public OwnDuty signOn(@PathParam("desk") String desk) {
        rosters.signOn(desk);
        return get(desk);
    }

    @DELETE
    public OwnDuty signOff(@PathParam("desk") String desk) {
        rosters.signOff(desk);
        return get(desk);
    }

    /**
     * @param until on duty until then, as far as is known
     * @param next when duty begins, for who is not on duty
     */
    public record OwnDuty(
            Duty.Standing standing,
            @Nullable Instant until,
            @Nullable Instant next) {

        static OwnDuty of(RosterLine it) {
            return new OwnDuty(it.standing(), it.until(), it.next());
        }
    }
}
