package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.askwell.common.Refusal;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RoutingTrace;
import org.askwell.ticket.TicketNumber;

/** Why a ticket is where it is. */
@Path("tickets/{number}/trace")
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource {

    @Inject
    RoutingService routing;

    @GET
    public RoutingTrace trace(@PathParam("number") TicketNumber number) {
        return routing.trace(number).orElseThrow(() -> Refusal.notFound("trace-none", number));
    }
}
