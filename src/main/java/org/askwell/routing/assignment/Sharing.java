package org.askwell.routing.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.roster.Rosters;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.HandingOut;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Gives tickets away, within the transaction that brought them.
 *
 * <p>Who is free is asked under the lock of the desk's turn: two tickets that come at once, on whichever nodes, are given
 * away one after the other, so that nobody gets two in a row or one too many. The ticket is always locked before the
 * turn.
 */
@ApplicationScoped
public class Sharing {

    @Inject
    AssignmentBook book;

    @Inject
    AssignmentRepository repository;

    @Inject
    Rosters rosters;

    @Inject
    HandingOut tickets;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    @Inject
    Clock clock;

    /** What came of trying to give a ticket away. */
    enum Outcome {
        GIVEN,
        /** Nobody for this one. */
        NOBODY,
        /** Nobody for any ticket of this queue now. */
        NOBODY_THERE
    }

    /**
     * Whether somebody gets a ticket because a rule says so. Who is off duty does not; only where no roster is kept and
     * everybody takes what one wants, the rule is right in any case.
     */
    public boolean mayHave(String desk, String queue, PersonId person, Instant at) {
        var roster = rosters.of(desks.desk(desk));
        boolean sharedOut = book.of(desk).plan().queue(queue).strategy().choosesSomebody();
        return (!roster.isKept() && !sharedOut) || roster.duty(person).isOn(at);
    }

    /**
     * A ticket has come to a queue; if nobody has it and the queue gives away, somebody gets it.
     *
     * @param instead of this person, whom a rule wanted to have it and who is off duty; null: no rule said anything
     */
    public void arrived(TicketNumber number, @Nullable PersonId instead) {
        var it = tickets.lying(number);
        var desk = it.desk();
        if (desk != null && book.of(desk).plan().queue(it.queue()).strategy().choosesSomebody()) {
            give(it, Set.of(), instead);
        }
    }

    /** By the queue's strategy; what somebody has, is held or solved is left alone. */
    Outcome give(HandingOut.Lying it, Set<PersonId> avoided, @Nullable PersonId instead) {
        var desk = it.desk();
        if (desk == null || it.assignee() != null || it.status() != TicketStatus.OPEN) {
            return Outcome.NOBODY;
        }
        var plan = book.of(desk).plan().queue(it.queue());
        var why = plan.strategy().name() + (instead == null ? "" : "_INSTEAD " + instead);
        return give(it, desk, plan, plan.strategy(), avoided, why);
    }

    /** To somebody else who is on duty, even where everybody else takes what one wants. */
    Outcome handOver(HandingOut.Lying it, String desk, int minutes) {
        var plan = book.of(desk).plan().queue(it.queue());
        var strategy = plan.strategy().choosesSomebody() ? plan.strategy() : Strategy.LEAST_LOADED;
        var had = it.assignee();
        return give(it, desk, plan, strategy, had == null ? Set.of() : Set.of(had), "HANDED_OVER " + minutes);
    }

    private Outcome give(
            HandingOut.Lying it, String desk, QueuePlan plan, Strategy strategy, Set<PersonId> avoided, String why) {
        if (!strategy.choosesSomebody()) {
            return Outcome.NOBODY_THERE;
        }
        long turn = repository.nextTurn(desk);
        var choice = Choosing.choose(strategy, need(it, desk, plan, avoided), candidates(desk, it.queue()));
        var person = choice.person();
        if (person == null) {
            return choice.isNobodyThere() ? Outcome.NOBODY_THERE : Outcome.NOBODY;
        }
        repository.tookTurn(it.queue(), person, turn);
        tickets.hand(it.number(), person, why);
        return Outcome.GIVEN;
    }

    private Need need(HandingOut.Lying it, String desk, QueuePlan plan, Set<PersonId> avoided) {
        var category = it.category();
        var skills = !plan.bySkill() || category == null
                ? List.<String>of()
                : Stream.of(category, schemas.of(desk).groupOf(category))
                        .filter(skill -> skill != null && !skill.isEmpty())
                        .map(skill -> skill.toLowerCase(Locale.ROOT))
                        .toList();
        return new Need(it.requester(), plan.byLanguage() ? it.language() : null, skills, avoided);
    }

    private List<Candidate> candidates(String desk, String queue) {
        var now = clock.instant();
        var people = desks.members(desk);
        var roster = rosters.of(desks.desk(desk));
        var loads = tickets.loads(desk, people.stream().map(PersonRow::id).toList());
        var turns = repository.turns(queue);
        return people.stream()
                .map(it -> new Candidate(
                        roster.member(it.id()),
                        it.active(),
                        roster.duty(it.id()).standing(now),
                        loads.getOrDefault(it.id(), 0),
                        turns.getOrDefault(it.id(), 0L)))
                .toList();
    }

    /** Who of a desk is on duty now. */
    Set<PersonId> onDuty(String desk) {
        var now = clock.instant();
        var roster = rosters.of(desks.desk(desk));
        var there = new LinkedHashSet<PersonId>();
        desks.members(desk).stream()
                .filter(it -> it.active() && roster.duty(it.id()).isOn(now))
                .forEach(it -> there.add(it.id()));
        return there;
    }
}
