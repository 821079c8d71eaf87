package org.askwell.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.desk.roster.RosterMember;
import org.askwell.desk.roster.RosterService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Role;

/** Desks in Shanghai with lunch, each with two agents who work the desk's hours, and an owner without shifts. */
@ApplicationScoped
public class Shift {

    public static final PersonId FIRST = new PersonId("colleague40");
    public static final PersonId SECOND = new PersonId("colleague41");
    public static final PersonId OWNER = new PersonId("colleague42");
    public static final List<String> HOURS = Stream.of("MON", "TUE", "WED", "THU", "FRI")
            .flatMap(it -> Stream.of(it + " 09:00-12:00", it + " 13:00-18:00"))
            .toList();

    @Inject
    Neighbours neighbours;

    @Inject
    DeskService desks;

    @Inject
    RosterService rosters;

    @Inject
    PeopleService people;

    /** @return the desk's only queue */
    public synchronized String open(String slug, String prefix) {
        neighbours.moveIn();
        var queue = slug + "-intake";
        CurrentPerson.as(SmallCompany.ADMIN, () -> {
            desks.open(new DeskProfile(
                    slug,
                    prefix,
                    prefix + " zh",
                    prefix + " en",
                    "",
                    "",
                    queue,
                    List.of(),
                    BusinessHours.parse("Asia/Shanghai", HOURS),
                    DeskProfile.CLOSE_AFTER));
            people.grant(FIRST, Role.AGENT, slug);
            people.grant(SECOND, Role.AGENT, slug);
            people.grant(OWNER, Role.DESK_OWNER, slug);
            rosters.keep(slug, List.of(new RosterMember(OWNER, List.of(), null, List.of(), List.of(), List.of())));
        });
        return queue;
    }
}
