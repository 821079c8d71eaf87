package org.askwell.desk.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askwell.desk.BusinessHours;
import org.askwell.people.PersonId;
import org.askwell.sla.AlternateSaturdays;
import org.askwell.sla.Window;
import org.askwell.sla.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Who is at a desk when: the lines of its roster over its calendar. A value; asks nobody.
 *
 * <p>Somebody it says nothing of is there whenever the desk is open. Own shifts replace the desk's week, and with it those
 * of its Saturdays: where every second one is worked, shifts on Saturdays are those of the worked ones. Holidays are free
 * for everyone, and make-up days are worked by everyone who has shifts.
 */
public final class Roster {

    private final WorkingCalendar calendar;
    private final boolean kept;
    private final Map<PersonId, RosterMember> members = new LinkedHashMap<>();
    private final Map<PersonId, Duty> duties = new LinkedHashMap<>();

    private Roster(WorkingCalendar calendar, boolean kept) {
        this.calendar = calendar;
        this.kept = kept;
    }

    /** A roster as an owner has written it, with nobody signed off. */
    public static Roster of(WorkingCalendar calendar, List<RosterMember> lines) {
        var roster = new Roster(calendar, !lines.isEmpty());
        lines.forEach(it -> roster.add(it, null));
        return roster;
    }

    static Roster read(WorkingCalendar calendar, List<RosterEntry> entries) {
        var roster = new Roster(calendar, entries.stream().anyMatch(RosterEntry::isKept));
        entries.forEach(it -> roster.add(it.member(), it.offUntil()));
        return roster;
    }

    private void add(RosterMember member, @Nullable Instant offUntil) {
        members.put(member.person(), member);
        duties.put(member.person(), new Duty(hours(member), member.leave(), offUntil));
    }

    private WorkingCalendar hours(RosterMember member) {
        var own = member.shifts();
        return own == null ? calendar : over(calendar, RosterMember.windows(own));
    }

    private static WorkingCalendar over(WorkingCalendar desk, List<BusinessHours.Window> shifts) {
        var hours = desk;
        for (var day : DayOfWeek.values()) {
            hours = hours.with(day, on(day, shifts));
        }
        var saturday = on(DayOfWeek.SATURDAY, shifts);
        var alternating = desk.saturdays();
        return alternating.isEmpty() || saturday.isEmpty()
                ? hours
                : hours.with(new AlternateSaturdays(alternating.get().worked(), saturday));
    }

    private static List<Window> on(DayOfWeek day, List<BusinessHours.Window> shifts) {
        return shifts.stream()
                .filter(it -> it.day() == day)
                .map(it -> new Window(it.from(), it.until()))
                .toList();
    }

    /** When the desk is open. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** Whether an owner has written anything down. */
    public boolean isKept() {
        return kept;
    }

    public RosterMember member(PersonId person) {
        return Objects.requireNonNullElseGet(members.get(person), () -> RosterMember.usual(person));
    }

    public Duty duty(PersonId person) {
        return Objects.requireNonNullElseGet(duties.get(person), () -> new Duty(calendar, List.of(), null));
    }
}
