package org.askwell.target;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.sla.SpecialDay;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/** What one can ask about what is promised, and change. One public method is one transaction. */
@ApplicationService
public class TargetService {

    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,10})?");
    private static final int LONGEST_SOURCE = 200;

    @Inject
    TargetRepository repository;

    @Inject
    TargetBook book;

    @Inject
    Regions regions;

    @Inject
    CalendarShelf shelf;

    @Inject
    TicketService tickets;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<TargetEvent> events;

    @Inject
    Event<Deed> deeds;

    /** What a desk promises; for its owners. */
    public SavedTargets targets(String desk) {
        desks.desk(desk);
        TargetAccess.requireMayChange(current.get(), desk);
        return repository.latest(desk).map(TargetSet::saved).orElseGet(() -> SavedTargets.none(desk));
    }

    /**
     * Saves what a desk promises as its next version. New targets count for what is opened, prioritised or transferred from
     * now on; another calendar also for what runs.
     *
     * @param seen the version that was looked at when editing began; null: whatever it was
     * @return the new version
     */
    public int save(String desk, @Nullable Integer seen, TargetPlan plan) {
        var profile = desks.desk(desk);
        TargetAccess.requireMayChange(current.get(), desk);
        int before = repository.latest(desk).map(TargetSet::edition).orElse(0);
        if (seen != null && seen != before) {
            throw Refusal.conflict("changed-meanwhile");
        }
        if (plan.region() != null && regions.find(plan.region()).isEmpty()) {
            throw Refusal.invalid("calendar-unknown", plan.region());
        }
        requireOpens(profile, plan);
        int version = before + 1;
        repository.add(new TargetSet(desk, version, plan, current.id(), clock.instant()));
        events.fire(new TargetEvent.PlanChanged(desk, version));
        deeds.fire(new Deed(
                Deed.Kind.TARGETS,
                Deed.What.CHANGED,
                desk,
                "version",
                before == 0 ? null : Integer.toString(before),
                Integer.toString(version)));
        return version;
    }

    /** The days by which a desk would count under a plan that need not be saved; for its owners. */
    public WorkingCalendar calendar(String desk, TargetPlan plan) {
        TargetAccess.requireMayChange(current.get(), desk);
        return book.calendar(desks.desk(desk), plan);
    }

    /** The regions whose days are known. */
    public List<Region> regions() {
        TargetAccess.requireMayReadDays(current.get());
        return regions.all();
    }

    /**
     * Takes over the special days of whole years: each year that occurs in the file is replaced. Administrators only.
     *
     * @param region a country, or a part of one: {@code CN}, {@code DE-BY}
     * @param source who decreed them; null or blank: as the file says
     * @return the years that were replaced
     */
    public List<Integer> importDays(String region, String csv, @Nullable String source) {
        TargetAccess.requireMayImportDays(current.get());
        if (!REGION.matcher(region).matches()) {
            throw Refusal.invalid("calendar-region", region);
        }
        var file = DayFile.read(csv);
        var by = source == null || source.isBlank() ? file.source() : source.strip();
        if (by.isEmpty() || by.length() > LONGEST_SOURCE) {
            throw Refusal.invalid("calendar-source", LONGEST_SOURCE);
        }
        var years = new TreeSet<Integer>();
        file.days().forEach(it -> years.add(it.date().getYear()));
        years.forEach(it -> repository.forgetYear(region, it));
        file.days().forEach(it -> repository.add(new BusinessDay(region, it, by)));
        requireAllOpen(region, file.days());
        events.fire(new TargetEvent.DaysChanged(region));
        years.forEach(it ->
                deeds.fire(new Deed(Deed.Kind.TARGETS, Deed.What.IMPORTED, region, Integer.toString(it), null, by)));
        return List.copyOf(years);
    }

    /** The clocks of a ticket, in the order in which they were started; for those who work on it. */
    public List<TicketClock> clocks(TicketNumber number) {
        tickets.requireMayWork(number);
        return new Ledger(repository.ledger(number), shelf::get).clocks();
    }

    private void requireAllOpen(String region, List<SpecialDay> days) {
        for (var set : repository.all()) {
            var saved = set.saved();
            if (Objects.equals(saved.plan().region(), region)) {
                var calendar =
                        book.calendar(desks.desk(saved.desk()), saved.plan()).with(days);
                requireOpens(calendar, saved.desk());
            }
        }
    }

    private void requireOpens(DeskProfile desk, TargetPlan plan) {
        requireOpens(book.calendar(desk, plan), desk.slug());
    }

    /** What is counted by a calendar without a working minute would never be due. */
    private void requireOpens(WorkingCalendar calendar, String desk) {
        if (!calendar.opensWithinAYearOf(clock.instant())) {
            throw Refusal.invalid("calendar-never-open", desk);
        }
    }
}
