package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.askwell.desk.DeskEvent;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.PeopleEvent;
import org.askwell.people.PersonRow;

/**
 * Keeps the rules compiled between tickets.
 *
 * <p>A change on this node counts from its commit; what another node changed is seen within {@link #LIFE}, and who no
 * longer works at a desk is no longer assigned to within {@link #MEMBERS_LIFE}.
 */
@ApplicationScoped
class RuleBook {

    static final Duration LIFE = Duration.ofSeconds(2);
    static final Duration MEMBERS_LIFE = Duration.ofMinutes(1);

    /** Ages are of this machine, in nanoseconds: where the clock is wound, rules do not grow old by it. */
    private record Kept(CompiledRules rules, long compiledAt, long at) {}

    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    RoutingRepository rules;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    CompiledRules of(String scope) {
        long now = System.nanoTime();
        var known = kept.get(scope);
        if (known != null && isYounger(known.at(), now, LIFE)) {
            return known.rules();
        }
        var latest = rules.latest(scope);
        int version = latest.map(RuleSet::edition).orElse(0);
        if (known != null && known.rules().version() == version && isYounger(known.compiledAt(), now, MEMBERS_LIFE)) {
            kept.put(scope, new Kept(known.rules(), known.compiledAt(), now));
            return known.rules();
        }
        var compiled = CompiledRules.of(
                scope,
                version,
                latest.map(it -> present(scope, it.rules())).orElse(List.of()),
                Vocabulary.of(schemas.of(scope)));
        kept.put(scope, new Kept(compiled, now, now));
        return compiled;
    }

    /** The rules without assignees who have left the desk: a ticket is better nobody's than theirs. */
    private List<RoutingRule> present(String desk, List<RoutingRule> saved) {
        if (saved.stream().allMatch(it -> it.then().assignee() == null)) {
            return saved;
        }
        var members = desks.members(desk).stream()
                .filter(PersonRow::active)
                .map(it -> it.id().value())
                .toList();
        return saved.stream()
                .map(it -> it.then().assignee() == null
                                || members.contains(it.then().assignee())
                        ? it
                        : it.withoutAssignee())
                .toList();
    }

    private static boolean isYounger(long then, long now, Duration life) {
        return now - then < life.toNanos();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) RoutingEvent.RulesChanged change) {
        kept.remove(change.scope());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DeskEvent.SchemaChanged change) {
        kept.remove(change.desk());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleEvent change) {
        kept.clear();
    }
}
