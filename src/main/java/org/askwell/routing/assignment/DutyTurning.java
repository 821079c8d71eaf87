package org.askwell.routing.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.askwell.common.Job;
import org.askwell.common.Jobs;
import org.askwell.desk.DeskEvent;
import org.askwell.target.TargetEvent;
import org.askwell.ticket.TicketNumber;

/** When a desk shares out its work otherwise, or counts by other days, its open tickets are looked at anew. */
@ApplicationScoped
class DutyTurning implements Job {

    static final String JOB = "duty-turning";

    private static final int HANDFUL = 200;

    @Inject
    Jobs jobs;

    @Inject
    AssignmentRepository repository;

    @Inject
    DutyRound round;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return JOB;
    }

    void onPlan(@Observes AssignmentEvent.PlanChanged change) {
        ask(change.desk());
    }

    void onHours(@Observes DeskEvent.DeskChanged change) {
        if (repository.latest(change.desk()).isPresent()) {
            ask(change.desk());
        }
    }

    void onTargets(@Observes TargetEvent change) {
        switch (change) {
            case TargetEvent.PlanChanged it -> {
                if (repository.latest(it.desk()).isPresent()) {
                    ask(it.desk());
                }
            }
            case TargetEvent.DaysChanged it ->
                repository.all().forEach(set -> ask(set.saved().desk()));
        }
    }

    /** Each change asks anew: one that comes while another is carried out must not be lost. */
    private void ask(String desk) {
        jobs.schedule(JOB, desk + "/" + clock.millis());
    }

    @Override
    public void run(String about) {
        var desk = about.substring(0, about.indexOf('/'));
        TicketNumber last = null;
        for (var handful = round.active(desk, null, HANDFUL);
                !handful.isEmpty();
                handful = round.active(desk, Objects.requireNonNull(last), HANDFUL)) {
            handful.forEach(round::lookSoon);
            last = handful.getLast();
        }
    }
}
