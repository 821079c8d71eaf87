package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.askwell.people.EmploymentType;
import org.askwell.target.Promise;
import org.askwell.target.TargetPlan;
import org.askwell.target.TargetService;
import org.askwell.ticket.Priority;

/** What the desks of the demo company promise, by China's holidays; two of them work every second Saturday. */
@ApplicationScoped
class DemoTargets {

    private static final String CHINA = "CN";
    private static final int HOUR = 60;
    /** Of eight hours and a lunch break. */
    private static final int DAY = 8 * HOUR;

    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 10);

    @Inject
    TargetService targets;

    void moveIn() {
        targets.save(
                "it",
                0,
                new TargetPlan(
                        List.of(
                                new Promise(Priority.URGENT, null, 15, 30, 4 * HOUR),
                                new Promise(Priority.HIGH, null, 30, HOUR, DAY),
                                new Promise(Priority.NORMAL, null, 2 * HOUR, 4 * HOUR, 3 * DAY),
                                new Promise(Priority.NORMAL, EmploymentType.EXTERNAL, 4 * HOUR, DAY, 5 * DAY),
                                new Promise(Priority.LOW, null, DAY, 2 * DAY, 10 * DAY)),
                        CHINA,
                        null,
                        null,
                        false));
        for (var desk : List.of("hr", "finance")) {
            targets.save(desk, 0, new TargetPlan(office(), CHINA, null, null, false));
        }
        targets.save("administration", 0, new TargetPlan(office(), CHINA, SATURDAY, "09:00-12:00", false));
        targets.save(
                "crm", 0, new TargetPlan(office(), CHINA, SATURDAY.plusWeeks(1), "09:00-12:00;13:00-18:00", false));
    }

    private static List<Promise> office() {
        return List.of(
                new Promise(Priority.URGENT, null, 30, HOUR, DAY),
                new Promise(Priority.HIGH, null, HOUR, 2 * HOUR, 2 * DAY),
                new Promise(Priority.NORMAL, null, 4 * HOUR, DAY, 5 * DAY),
                new Promise(Priority.LOW, null, DAY, 2 * DAY, 15 * DAY));
    }
}
