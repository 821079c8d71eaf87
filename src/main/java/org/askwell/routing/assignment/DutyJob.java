package org.askwell.routing.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.Job;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;

/** Makes the round every minute, on one node. What it finds out is in the database, so that a crash loses and doubles nothing. */
@ApplicationScoped
class DutyJob implements Job {

    private static final Logger LOG = Logger.getLogger(DutyJob.class.getName());
    private static final int HANDFUL = 200;

    @Inject
    DutyRound round;

    @Override
    public String name() {
        return "duty";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public void run(String about) {
        for (var handful = round.toLookAt(HANDFUL); !handful.isEmpty(); handful = round.toLookAt(HANDFUL)) {
            handful.forEach(it -> carefully(it, round::look, round::postpone));
        }
        round.queues().forEach(this::giveAway);
    }

    private void giveAway(String queue) {
        TicketRow last = null;
        for (var page = round.unassigned(queue, null, HANDFUL);
                !page.isEmpty();
                page = round.unassigned(queue, last, HANDFUL)) {
            for (var ticket : page) {
                last = ticket;
                boolean[] somebody = {true};
                carefully(ticket.number(), it -> somebody[0] = round.give(it), it -> {});
                if (!somebody[0]) {
                    return;
                }
            }
        }
    }

    /** An accident with one ticket holds up no other. */
    private static void carefully(TicketNumber number, Consumer<TicketNumber> step, Consumer<TicketNumber> otherwise) {
        try {
            step.accept(number);
        } catch (RuntimeException accident) {
            LOG.log(Level.WARNING, "The round failed at " + number, accident);
            otherwise.accept(number);
        }
    }
}
