package org.askwell.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.roster.Leave;
import org.askwell.desk.roster.Roster;
import org.askwell.desk.roster.RosterMember;
import org.askwell.people.PersonId;
import org.askwell.sla.AlternateSaturdays;
import org.askwell.sla.Window;
import org.askwell.sla.WorkingCalendar;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.HistoryRow.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two weeks at a desk, lived through minute by minute: shifts, lunch, leave, one free and one worked Saturday, and somebody
 * who falls ill in the middle of a day. What the policies say is compared with looking at the wall.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterWeekTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 13);
    private static final LocalDate WORKED_SATURDAY = LocalDate.of(2026, 7, 25);
    private static final int DAYS = 14;

    private static final PersonId REQUESTER = new PersonId("lin.xiaoyu");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId CARL = new PersonId("carl");
    private static final PersonId LATE = new PersonId("late.li");
    private static final PersonId SMALL = new PersonId("small.sun");
    private static final PersonId ILL = new PersonId("ill.ivy");
    private static final List<PersonId> EQUAL = List.of(ANNA, BEN, CARL);

    private static final int CAPACITY = 3;
    private static final LocalDateTime FALLS_ILL = MONDAY.plusDays(1).atTime(10, 30);
    private static final LocalDate WELL_AGAIN = MONDAY.plusDays(7);

    private static final WorkingCalendar DESK = BusinessHours.parse(
                    "Asia/Shanghai",
                    Stream.of("MON", "TUE", "WED", "THU", "FRI")
                            .flatMap(it -> Stream.of(it + " 09:00-12:00", it + " 13:00-18:00"))
                            .toList())
            .calendar()
            .with(new AlternateSaturdays(WORKED_SATURDAY, Window.parseAll("09:00-12:00")));

    private static final List<LadderStep> LADDER = List.of(
            new LadderStep(2, LadderAct.REMIND),
            new LadderStep(4, LadderAct.HAND_OVER),
            new LadderStep(30, LadderAct.TELL_OWNERS));

    private static Roster roster() {
        var evenings = Stream.of("MON", "TUE", "WED", "THU", "FRI", "SAT")
                .map(it -> it + " 12:00-20:00")
                .toList();
        return Roster.of(
                DESK,
                List.of(
                        new RosterMember(LATE, evenings, null, List.of(), List.of(), List.of()),
                        new RosterMember(SMALL, null, CAPACITY, List.of(), List.of(), List.of()),
                        new RosterMember(
                                ILL,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(new Leave(
                                        FALLS_ILL.atZone(SHANGHAI).toInstant(),
                                        WELL_AGAIN.atStartOfDay(SHANGHAI).toInstant(),
                                        "ill")))));
    }

    /** What the wall says, without any of the classes that are tried. */
    private static boolean deskIsOpen(LocalDateTime at) {
        var time = at.toLocalTime();
        boolean morning = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.NOON);
        boolean afternoon = !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(18, 0));
        return switch (at.getDayOfWeek()) {
            case SATURDAY -> at.toLocalDate().equals(WORKED_SATURDAY) && morning;
            case SUNDAY -> false;
            default -> morning || afternoon;
        };
    }

    private static boolean isThere(PersonId person, LocalDateTime at) {
        if (person.equals(LATE)) {
            boolean evening = !at.toLocalTime().isBefore(LocalTime.NOON)
                    && at.toLocalTime().isBefore(LocalTime.of(20, 0));
            boolean day = at.getDayOfWeek() != DayOfWeek.SUNDAY
                    && (at.getDayOfWeek() != DayOfWeek.SATURDAY
                            || at.toLocalDate().equals(WORKED_SATURDAY));
            return evening && day;
        }
        boolean ill = person.equals(ILL)
                && !at.isBefore(FALLS_ILL)
                && at.toLocalDate().isBefore(WELL_AGAIN);
        return deskIsOpen(at) && !ill;
    }

    /** One ticket, and how many minutes of its desk the wall has counted since it came. */
    private static final class Waiting {
        private final List<HistoryRow> history = new ArrayList<>();
        private final Set<LadderStep> taken = new java.util.HashSet<>();
        private @Nullable PersonId assignee;
        private int counted;
        private boolean answered;
        private boolean over;
        private final Map<LadderStep, Optional<Instant>> due = new HashMap<>();

        /** Reckoned anew only when something has happened. */
        Optional<Instant> due(LadderStep step) {
            return due.computeIfAbsent(
                    step,
                    it -> Optional.ofNullable(
                            Unanswered.of(history, REQUESTER, assignee, DESK).firstAnswerDue(it.after())));
        }

        void happens(Kind kind, PersonId by, Instant at, @Nullable PersonId to) {
            due.clear();
            history.add(new HistoryRow(kind, by, at, null, to == null ? null : to.value(), null));
        }
    }

    /** The desk as the portal would keep it. */
    private static final class Office {
        private final Roster roster = roster();
        private final Strategy strategy;
        private final List<PersonId> people;
        private final Map<PersonId, Long> turns = new HashMap<>();
        private final Map<PersonId, Integer> gifts = new TreeMap<>();
        private final Map<PersonId, Integer> loads = new HashMap<>();
        private final List<Waiting> tickets = new ArrayList<>();
        private long turn;

        Office(Strategy strategy, List<PersonId> people) {
            this.strategy = strategy;
            this.people = people;
            EQUAL.forEach(it -> gifts.put(it, 0));
        }

        int load(PersonId person) {
            return loads.getOrDefault(person, 0);
        }

        void give(Waiting ticket, Set<PersonId> avoided, Instant now) {
            var candidates = people.stream()
                    .map(it -> new Candidate(
                            roster.member(it),
                            true,
                            roster.duty(it).standing(now),
                            load(it),
                            turns.getOrDefault(it, 0L)))
                    .toList();
            turn++;
            var choice = Choosing.choose(strategy, new Need(REQUESTER, null, List.of(), avoided), candidates);
            var person = choice.person();
            if (person == null) {
                return;
            }
            assertThat(isThere(person, LocalDateTime.ofInstant(now, SHANGHAI)))
                    .as("%s is there at %s", person, now)
                    .isTrue();
            assertThat(person.equals(SMALL) && load(SMALL) >= CAPACITY)
                    .as("%s has room at %s", person, now)
                    .isFalse();
            assertThat(avoided).doesNotContain(person);
            turns.put(person, turn);
            gifts.merge(person, 1, Integer::sum);
            has(ticket.assignee, -1);
            has(person, 1);
            ticket.assignee = person;
            ticket.happens(Kind.ASSIGNED, PersonId.PORTAL, now, person);
        }

        void has(@Nullable PersonId person, int more) {
            if (person != null) {
                loads.merge(person, more, Integer::sum);
            }
        }

        void isOver(Waiting ticket) {
            ticket.over = true;
            has(ticket.assignee, -1);
        }

        /** Each step at the very minute at which the wall has counted it, and never twice. */
        int climb(Waiting ticket, Instant now, boolean handsOver) {
            int steps = 0;
            boolean open = deskIsOpen(LocalDateTime.ofInstant(now, SHANGHAI));
            for (var step : LADDER) {
                boolean isDue = ticket.due(step).filter(it -> !it.isAfter(now)).isPresent()
                        && DESK.isOpen(now)
                        && !ticket.taken.contains(step);
                boolean wallSaysSo =
                        !ticket.answered && open && ticket.counted >= step.after() && !ticket.taken.contains(step);
                if (isDue != wallSaysSo) {
                    fail("%s at %s after %s minutes: due %s", step, now, ticket.counted, isDue);
                }
                if (isDue) {
                    ticket.taken.add(step);
                    steps++;
                    if (handsOver && step.act() == LadderAct.HAND_OVER) {
                        give(ticket, ticket.assignee == null ? Set.of() : Set.of(ticket.assignee), now);
                    }
                }
            }
            return steps;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42})
    void nobody_off_shift_ever_gets_a_ticket_and_every_step_comes_at_its_minute(long seed) {
        var random = new Random(seed);
        var office = new Office(Strategy.LEAST_LOADED, List.of(ANNA, LATE, SMALL, ILL));
        int steps = 0;
        for (int minute = 0; minute < DAYS * 24 * 60; minute++) {
            var wall = MONDAY.atStartOfDay().plusMinutes(minute);
            var now = wall.atZone(SHANGHAI).toInstant();
            if (random.nextInt(40) == 0) {
                var ticket = new Waiting();
                ticket.happens(Kind.OPENED, REQUESTER, now, null);
                office.tickets.add(ticket);
            }
            for (var ticket : office.tickets) {
                if (ticket.over) {
                    continue;
                }
                steps += office.climb(ticket, now, true);
                if (ticket.assignee == null) {
                    office.give(ticket, Set.of(), now);
                } else if (isThere(ticket.assignee, wall) && random.nextInt(60) == 0) {
                    ticket.happens(ticket.answered ? Kind.RESOLVED : Kind.REPLIED, ticket.assignee, now, null);
                    if (ticket.answered) {
                        office.isOver(ticket);
                    }
                    ticket.answered = true;
                }
                if (deskIsOpen(wall)) {
                    ticket.counted++;
                }
            }
        }
        assertThat(office.tickets).hasSizeGreaterThan(400);
        assertThat(steps).as("steps taken").isGreaterThan(400);
        assertThat(office.gifts.keySet()).contains(ANNA, LATE, SMALL, ILL);
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void whose_turn_it_is_stays_fair_among_those_who_are_there_as_often(long seed) {
        var random = new Random(seed);
        var office = new Office(Strategy.ROUND_ROBIN, List.of(ANNA, BEN, CARL, LATE, SMALL, ILL));
        for (int minute = 0; minute < DAYS * 24 * 60; minute++) {
            var wall = MONDAY.atStartOfDay().plusMinutes(minute);
            var now = wall.atZone(SHANGHAI).toInstant();
            if (random.nextInt(30) == 0) {
                var ticket = new Waiting();
                ticket.happens(Kind.OPENED, REQUESTER, now, null);
                office.tickets.add(ticket);
            }
            for (var ticket : office.tickets) {
                if (!ticket.over && ticket.assignee == null) {
                    office.give(ticket, Set.of(), now);
                } else if (!ticket.over && random.nextInt(120) == 0) {
                    office.isOver(ticket);
                }
            }
            var counts = EQUAL.stream().map(office.gifts::get).toList();
            if (Collections.max(counts) - Collections.min(counts) > 1) {
                fail("gifts to the equals at %s: %s", now, office.gifts);
            }
        }
        assertThat(office.gifts.get(ANNA)).isGreaterThan(50);
        assertThat(office.gifts.get(ILL)).isLessThan(office.gifts.get(ANNA));
    }

    @Test
    void what_comes_in_the_night_is_given_when_the_first_shift_begins() {
        var office = new Office(Strategy.ROUND_ROBIN, List.of(ANNA, BEN));
        var ticket = new Waiting();
        var night = MONDAY.atTime(3, 0).atZone(SHANGHAI).toInstant();
        ticket.happens(Kind.OPENED, REQUESTER, night, null);
        office.tickets.add(ticket);
        var now = night;
        while (ticket.assignee == null) {
            office.give(ticket, Set.of(), now);
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(ticket.history.getLast().at())
                .isEqualTo(MONDAY.atTime(9, 0).atZone(SHANGHAI).toInstant());
    }
}
