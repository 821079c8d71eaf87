package org.askwell.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.common.Job;
import org.askwell.ticket.TicketNumber;

/** Goes through the tickets of a desk whose calendar has changed, each in a transaction of its own. */
@ApplicationScoped
class ClockTurningJob implements Job {

    @Inject
    ClockTurning turning;

    @Override
    public String name() {
        return ClockTurning.JOB;
    }

    @Override
    public void run(String about) {
        var desk = about.substring(0, about.indexOf('/'));
        turning.begin(desk);
        TicketNumber last = null;
        for (var handful = turning.waiting(desk, null); !handful.isEmpty(); handful = turning.waiting(desk, last)) {
            handful.forEach(turning::turn);
            last = handful.getLast();
        }
    }
}
