package org.askwell.routing.assignment;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Why somebody does not get a ticket: named policies in the order in which they are asked. */
enum Obstacle {
    GONE((it, need) -> !it.active(), true),
    ON_LEAVE((it, need) -> it.standing() == org.askwell.desk.roster.Duty.Standing.ON_LEAVE, true),
    OFF_SHIFT((it, need) -> it.standing() == org.askwell.desk.roster.Duty.Standing.OFF_SHIFT, true),
    SIGNED_OFF((it, need) -> it.standing() == org.askwell.desk.roster.Duty.Standing.SIGNED_OFF, true),
    FULL((it, need) -> it.isFull(), true),
    /** Nobody answers oneself. */
    ASKS_ITSELF((it, need) -> it.person().equals(need.requester()), false),
    HAD_IT((it, need) -> need.avoided().contains(it.person()), false),
    LANGUAGE((it, need) -> need.language() != null && !it.member().speaks(need.language()), false),
    SKILL((it, need) -> !need.skills().isEmpty() && need.skills().stream().noneMatch(it.member()::knows), false);

    private final BiPredicate<Candidate, Need> holds;
    private final boolean forEveryTicket;

    Obstacle(BiPredicate<Candidate, Need> holds, boolean forEveryTicket) {
        this.holds = holds;
        this.forEveryTicket = forEveryTicket;
    }

    /** It keeps the person from any ticket now, not from this one alone. */
    boolean isForEveryTicket() {
        return forEveryTicket;
    }

    static Optional<Obstacle> of(Candidate candidate, Need need) {
        return Arrays.stream(values())
                .filter(it -> it.holds.test(candidate, need))
                .findFirst();
    }
}
