package org.askwell.target;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.desk.DeskEvent;
import org.askwell.ticket.PromisedTimes;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** When a desk gets other hours or other holidays, what runs there counts by them from then on. Nobody is acting. */
@ApplicationService
public class ClockTurning {

    static final String JOB = "clock-turning";
    static final int HANDFUL = 200;

    @Inject
    Jobs jobs;

    @Inject
    TargetRepository repository;

    @Inject
    PromisedTimes tickets;

    @Inject
    TargetBook book;

    @Inject
    ClockKeeper keeper;

    @Inject
    Clock clock;

    void onPlan(@Observes TargetEvent.PlanChanged change) {
        ask(change.desk());
    }

    void onHours(@Observes DeskEvent.DeskChanged change) {
        if (repository.latest(change.desk()).isPresent()) {
            ask(change.desk());
        }
    }

    void onDays(@Observes TargetEvent.DaysChanged change) {
        repository.all().stream()
                .map(TargetSet::saved)
                .filter(it -> Objects.equals(it.plan().region(), change.region()))
                .forEach(it -> ask(it.desk()));
    }

    /** Each change asks anew: one that comes while another is carried out must not be lost. */
    private void ask(String desk) {
        jobs.schedule(JOB, desk + "/" + clock.millis());
    }

    /** The desk as it is now, whatever this node knew of it. */
    public void begin(String desk) {
        book.forget(desk);
    }

    public List<TicketNumber> waiting(String desk, @Nullable TicketNumber after) {
        return tickets.active(desk, after, HANDFUL);
    }

    public void turn(TicketNumber number) {
        keeper.recalendar(number, clock.instant());
    }
}
