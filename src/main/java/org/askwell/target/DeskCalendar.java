package org.askwell.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.roster.DeskDays;
import org.askwell.sla.WorkingCalendar;

/** Tells who is on duty by which days a desk counts: the same calendar by which its promises are kept. */
@ApplicationScoped
class DeskCalendar implements DeskDays {

    @Inject
    TargetBook book;

    @Override
    public WorkingCalendar of(DeskProfile desk) {
        return book.calendar(desk);
    }
}
