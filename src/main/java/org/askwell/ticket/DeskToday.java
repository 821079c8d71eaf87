package org.askwell.ticket;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;

/** How a desk stands today, for those who work there. */
@ApplicationService
public class DeskToday {

    @Inject
    DeskWorkRepository work;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    public Glance of(String desk) {
        requireWorksAt(desk);
        return work.glance(
                desk, desks.queuesOf(desk).stream().map(QueueRow::slug).toList(), dayBegan(desk), clock.instant());
    }

    /** What a list has to look for, at this moment. */
    public Today question(String desk, Today.What what) {
        requireWorksAt(desk);
        return new Today(what, what == Today.What.NEW ? dayBegan(desk) : clock.instant());
    }

    /** By the clock on the desk's wall. */
    private Instant dayBegan(String desk) {
        var zone = desks.desk(desk).hours().zone();
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private void requireWorksAt(String desk) {
        if (!current.get().worksAt(desk)) {
            throw Refusal.notFound("desk-unknown", desk);
        }
    }
}
