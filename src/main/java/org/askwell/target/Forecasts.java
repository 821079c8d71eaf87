package org.askwell.target;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.askwell.common.ApplicationService;
import org.askwell.desk.DeskService;
import org.askwell.sla.Forecast;
import org.askwell.sla.WorkingCalendar;
import org.askwell.target.Expected.Outlook;
import org.askwell.ticket.Solved;
import org.askwell.ticket.TicketArchive;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;

/**
 * Says when a ticket will be solved, from how long those like it took in the last {@value #DAYS} days: of its category and
 * priority where there are enough, else of its category, else of its priority, else of its desk.
 *
 * <p>Counted is the working time of the desk from opening to resolution, pauses included, because those who wait do so
 * while it is on hold, too.
 */
@ApplicationService
public class Forecasts {

    public static final int DAYS = 90;

    @Inject
    TicketService tickets;

    @Inject
    TicketArchive archive;

    @Inject
    DeskService desks;

    @Inject
    TargetBook book;

    @Inject
    Clock clock;

    /** For those who may read the ticket. */
    public Expected of(TicketNumber number) {
        var ticket = tickets.ticket(number);
        var hold = ticket.hold();
        if (hold != null) {
            return Expected.without(hold.forRequester() ? Outlook.ASKED : Outlook.HELD);
        }
        if (ticket.desk() == null || ticket.status().isSettled()) {
            return Expected.UNKNOWN;
        }
        var now = clock.instant();
        var lately = archive.resolvedSince(ticket.desk(), now.minus(DAYS, ChronoUnit.DAYS), TicketArchive.LARGEST_PAGE);
        return expected(ticket, lately, book.calendar(desks.desk(ticket.desk())), now);
    }

    private static Expected expected(TicketSheet ticket, List<Solved> lately, WorkingCalendar calendar, Instant now) {
        var opened = ticket.openedAt();
        var spent = calendar.between(opened, now);
        Predicate<Solved> category = it -> Objects.equals(it.category(), ticket.category());
        Predicate<Solved> priority = it -> it.priority() == ticket.priority();
        var alike = Stream.<Predicate<Solved>>of(category.and(priority), category, priority, it -> true)
                .map(like -> took(lately, like, calendar))
                .filter(it -> it.size() >= Forecast.LEAST)
                .findFirst();
        if (alike.isEmpty()) {
            return Expected.UNKNOWN;
        }
        return Forecast.of(alike.get(), spent)
                .map(it -> new Expected(
                        Outlook.BETWEEN,
                        calendar.plus(opened, it.early()).moment().orElse(null),
                        calendar.plus(opened, it.late()).moment().orElse(null),
                        it.sample()))
                .orElseGet(() -> Expected.without(Outlook.LONG));
    }

    private static List<Duration> took(List<Solved> lately, Predicate<Solved> like, WorkingCalendar calendar) {
        return lately.stream()
                .filter(like)
                .map(it -> calendar.between(it.openedAt(), it.resolvedAt()))
                .toList();
    }
}
