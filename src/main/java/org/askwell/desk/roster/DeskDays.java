package org.askwell.desk.roster;

import org.askwell.desk.DeskProfile;
import org.askwell.sla.WorkingCalendar;

/** A door: whoever knows the holidays of a desk, and the Saturdays on which it works, tells its calendar here. */
public interface DeskDays {

    /** The desk's hours with its holidays, as they count now. */
    WorkingCalendar of(DeskProfile desk);
}
