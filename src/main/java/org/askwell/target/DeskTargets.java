package org.askwell.target;

import java.util.Optional;
import org.askwell.people.EmploymentType;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a desk promises now, ready to be reckoned with.
 *
 * @param version of its plan; 0 when it promises nothing
 * @param code of the calendar on the shelf
 */
record DeskTargets(String desk, int version, TargetPlan plan, WorkingCalendar calendar, String code) {

    Optional<Promise> promise(Priority priority, @Nullable EmploymentType person) {
        return plan.promise(priority, person);
    }

    /** What an entry of the ledger says about where its minutes come from: {@code it/3 HIGH}. */
    String name(Promise promise) {
        return desk + "/" + version + " " + promise.priority()
                + (promise.person() == null ? "" : " " + promise.person());
    }
}
