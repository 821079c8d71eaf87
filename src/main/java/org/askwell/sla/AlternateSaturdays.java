package org.askwell.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Every second Saturday is worked.
 *
 * @param worked a Saturday on which work is done; a fortnight before and after it, too
 * @param windows the hours of those Saturdays; empty: those that the week has for Saturdays
 */
public record AlternateSaturdays(LocalDate worked, List<Window> windows) {

    public AlternateSaturdays {
        worked = worked.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        windows = Window.inOrder(windows);
    }

    boolean isWorked(LocalDate saturday) {
        return ChronoUnit.DAYS.between(worked, saturday) % 14 == 0;
    }
}
