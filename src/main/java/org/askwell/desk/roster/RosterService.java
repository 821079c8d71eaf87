package org.askwell.desk.roster;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;

/** What one can ask about who is on duty, and change. One public method is one transaction. */
@ApplicationService
public class RosterService {

    @Inject
    RosterRepository repository;

    @Inject
    Rosters rosters;

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** Everybody who works at a desk, by name; for those who do, and its owners. */
    public List<RosterLine> roster(String desk) {
        var profile = desks.desk(desk);
        var caller = current.get();
        RosterAccess.requireMayRead(caller, desk);
        var roster = rosters.of(profile);
        return desks.members(desk).stream()
                .filter(PersonRow::active)
                .map(it -> line(it, roster, desk, caller))
                .toList();
    }

    /** How the acting person stands at a desk; only for who works there. */
    public RosterLine own(String desk) {
        var profile = worked(desk);
        var caller = current.get();
        var row = people.find(caller.id()).orElseThrow(() -> Refusal.notFound("person-unknown", caller.id()));
        return line(row, rosters.of(profile), desk, caller);
    }

    private RosterLine line(PersonRow person, Roster roster, String desk, Caller caller) {
        var now = clock.instant();
        var duty = roster.duty(person.id());
        var standing = duty.standing(now);
        var member = roster.member(person.id());
        return new RosterLine(
                person.id(),
                person.name(),
                RosterAccess.mayReadWords(caller, desk, person.id()) ? member : member.withoutWords(),
                standing,
                duty.ends(now).orElse(null),
                standing == Duty.Standing.ON_DUTY ? null : duty.begins(now).orElse(null));
    }

    /** Writes down what counts for these people from now on, all or nothing; the others stay. Owners only. */
    public void keep(String desk, List<RosterMember> members) {
        var unused = desks.desk(desk);
        DeskAccess.requireMayChange(current.get(), desk);
        var there = working(desk);
        var seen = new HashSet<PersonId>();
        for (var member : members) {
            if (!there.contains(member.person())) {
                throw Refusal.invalid("roster-stranger", member.person(), desk);
            }
            if (!seen.add(member.person())) {
                throw Refusal.invalid("roster-twice", member.person());
            }
            entry(desk, member.person()).keep(member);
            deeds.fire(new Deed(
                    Deed.Kind.DESK,
                    Deed.What.CHANGED,
                    desk,
                    "roster",
                    null,
                    member.person().value()));
        }
    }

    /** The acting person gets no more work here until the next shift begins. */
    public void signOff(String desk) {
        var profile = worked(desk);
        var entry = entry(desk, current.id());
        var duty = rosters.of(profile).duty(current.id());
        entry.signOff(duty.nextShift(clock.instant()));
    }

    /** The acting person is there again. */
    public void signOn(String desk) {
        var unused = worked(desk);
        repository.of(desk, current.id()).ifPresent(RosterEntry::signOn);
    }

    private DeskProfile worked(String desk) {
        var profile = desks.desk(desk);
        RosterAccess.requireWorksThere(current.get(), desk);
        return profile;
    }

    private RosterEntry entry(String desk, PersonId person) {
        return repository.of(desk, person).orElseGet(() -> {
            var fresh = new RosterEntry(desk, person);
            repository.add(fresh);
            return fresh;
        });
    }

    private Set<PersonId> working(String desk) {
        return desks.members(desk).stream()
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .collect(Collectors.toSet());
    }
}
