package org.askwell.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.EmploymentType;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.askwell.target.Promise;
import org.askwell.target.TargetPlan;
import org.askwell.target.TargetService;
import org.askwell.ticket.Priority;

/** Two desks that promise something: one in Shanghai with lunch and China's holidays, one that is up at night in Berlin. */
@ApplicationScoped
public class Watch {

    public static final String DAY = "watch";
    public static final String NIGHT = "night";
    public static final PersonId AGENT = SmallCompany.AGENT;
    public static final PersonId OWNER = new PersonId("colleague5");

    @Inject
    Neighbours neighbours;

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    @Inject
    TargetService targets;

    public synchronized void moveIn() {
        neighbours.moveIn();
        if (CurrentPerson.as(SmallCompany.ADMIN, () -> desks.find(DAY)).isPresent()) {
            return;
        }
        CurrentPerson.as(SmallCompany.ADMIN, () -> {
            open(DAY, "WAT", "Asia/Shanghai", weekdays("09:00-12:00", "13:00-18:00"));
            open(NIGHT, "NIG", "Europe/Berlin", List.of("SAT 22:00-24:00", "SUN 00:00-06:00"));
            people.grant(AGENT, Role.AGENT, DAY);
            people.grant(AGENT, Role.AGENT, NIGHT);
            people.grant(OWNER, Role.DESK_OWNER, DAY);
            targets.save(DAY, 0, plan());
            targets.save(
                    NIGHT,
                    0,
                    new TargetPlan(
                            List.of(new Promise(Priority.NORMAL, null, null, null, 480)), null, null, null, false));
        });
    }

    public static TargetPlan plan() {
        return new TargetPlan(
                List.of(
                        new Promise(Priority.NORMAL, null, 120, 60, 960),
                        new Promise(Priority.HIGH, null, 30, 30, 480),
                        new Promise(Priority.HIGH, EmploymentType.EXTERNAL, 60, 60, 600)),
                "CN",
                null,
                null,
                false);
    }

    private void open(String slug, String prefix, String zone, List<String> hours) {
        desks.open(new DeskProfile(
                slug,
                prefix,
                prefix + " zh",
                prefix + " en",
                "",
                "",
                slug + "-intake",
                List.of(),
                BusinessHours.parse(ZoneId.of(zone).getId(), hours),
                DeskProfile.CLOSE_AFTER));
    }

    private static List<String> weekdays(String... windows) {
        return Stream.of("MON", "TUE", "WED", "THU", "FRI")
                .flatMap(day -> Stream.of(windows).map(window -> day + " " + window))
                .toList();
    }
}
