package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.askwell.common.Job;

/** Looks every few minutes which resolved tickets are to be reminded of or closed; each in a transaction of its own. */
@ApplicationScoped
class TicketEndingJob implements Job {

    private static final int HANDFUL = 200;

    @Inject
    TicketEnding ending;

    @Override
    public String name() {
        return "ticket-ending";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(5));
    }

    @Override
    public void run(String about) {
        each(ending::toRemind, ending::remind);
        each(ending::toClose, ending::close);
    }

    private static void each(IntFunction<List<TicketNumber>> due, Consumer<TicketNumber> step) {
        for (var handful = due.apply(HANDFUL); !handful.isEmpty(); handful = due.apply(HANDFUL)) {
            handful.forEach(step);
        }
    }
}
