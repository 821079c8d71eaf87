package org.askwell.inside;

import jakarta.inject.Inject;
import java.time.Instant;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketService;

/** Asks for work and writes beside it, as every room may; then thinks better of it. */
@ApplicationService
public class Promise {

    @Inject
    Jobs jobs;

    @Inject
    TicketService tickets;

    @Inject
    Ground ground;

    /**
     * Rolls back in the end.
     *
     * @param before looks around when the work has been asked for
     * @param after looks around when the rest has been written, too
     */
    public void takeBack(String job, String about, Instant when, Runnable before, Runnable after) {
        jobs.schedule(job, about, when);
        before.run();
        tickets.open(NewTicket.of("Promised: " + about, "And taken back.", SmallCompany.DESK));
        ground.entities().flush();
        after.run();
        throw new IllegalStateException("thought better of it");
    }
}
