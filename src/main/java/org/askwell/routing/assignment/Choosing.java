package org.askwell.routing.assignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a ticket: a pure function of who is there at that moment.
 *
 * <p>Never somebody who is off shift, on leave, signed off, gone or full; never the requester, nor whoever had it just
 * now. Among the others the strategy decides.
 */
final class Choosing {

    private Choosing() {}

    /**
     * What came of it.
     *
     * @param person null: nobody could take it, or nobody was to be chosen
     * @param obstacles why each of the others did not come into question
     */
    record Choice(@Nullable PersonId person, Map<PersonId, Obstacle> obstacles, int asked) {

        /** Nobody could take any ticket now, whatever it is about. */
        boolean isNobodyThere() {
            return obstacles.size() == asked && obstacles.values().stream().allMatch(Obstacle::isForEveryTicket);
        }
    }

    static Choice choose(Strategy strategy, Need need, List<Candidate> candidates) {
        var obstacles = new LinkedHashMap<PersonId, Obstacle>();
        for (var candidate : candidates) {
            Obstacle.of(candidate, need).ifPresent(it -> obstacles.put(candidate.person(), it));
        }
        var chosen = strategy.choosesSomebody()
                ? candidates.stream()
                        .filter(it -> !obstacles.containsKey(it.person()))
                        .min(strategy.order())
                        .map(Candidate::person)
                        .orElse(null)
                : null;
        return new Choice(chosen, obstacles, candidates.size());
    }
}
