package org.askwell.target.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.askwell.target.Expected;
import org.askwell.target.Forecasts;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** When a ticket can be expected to be solved; for those who may read it. */
@Path("tickets/{number}/forecast")
@Produces(MediaType.APPLICATION_JSON)
public class ForecastResource {

    @Inject
    Forecasts forecasts;

    @GET
    public ForecastBody forecast(@PathParam("number") TicketNumber number) {
        return ForecastBody.of(forecasts.of(number));
    }

    /**
     * @param outlook BETWEEN from and until; ASKED: the requester has to answer first; HELD; LONG: it takes longer than
     *     almost all that were like it; UNKNOWN
     * @param sample of how many that were like it in the last ninety days
     */
    public record ForecastBody(
            String outlook,
            @Nullable Instant from,
            @Nullable Instant until,
            int sample) {

        static ForecastBody of(Expected it) {
            return new ForecastBody(it.outlook().name(), it.from(), it.until(), it.sample());
        }
    }
}
