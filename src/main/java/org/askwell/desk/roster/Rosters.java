package org.askwell.desk.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.StreamSupport;
import org.askwell.desk.DeskProfile;
import org.askwell.sla.WorkingCalendar;

/** The rosters for those who hand out work, within their transaction. Asks nobody's rights, because nobody is looking. */
@ApplicationScoped
public class Rosters {

    @Inject
    RosterRepository repository;

    @Inject
    @Any
    Instance<DeskDays> days;

    public Roster of(DeskProfile desk) {
        return Roster.read(calendar(desk), repository.of(desk.slug()));
    }

    /** When the desk is open, holidays taken out. */
    public WorkingCalendar calendar(DeskProfile desk) {
        return StreamSupport.stream(days.spliterator(), false)
                .findFirst()
                .map(it -> it.of(desk))
                .orElseGet(() -> desk.hours().calendar());
    }
}
