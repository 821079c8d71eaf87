package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    private static final int MOST_PAST = 64;

    /** Ages are of this machine, in nanoseconds: where the clock is wound, rules do not grow old by it. */
    private record Kept(CompiledRules rules, long compiledAt, long at) {}

    /** A version that need not count any more. */
    private record Past(String scope, int version) {}

    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    private final Map<Past, CompiledRules> past = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Past, CompiledRules> eldest) {
            return size() > MOST_PAST;
        }
    });

    @Inject
    Clock clock;

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
        var latest = rules.inForce(scope, clock.instant());
        int version = latest.map(RuleSet::edition).orElse(0);
        if (known != null && known.rules().version() == version && isYounger(known.compiledAt(), now, MEMBERS_LIFE)) {
            kept.put(scope, new Kept(known.rules(), known.compiledAt(), now));
            return known.rules();
        }
        var compiled = latest.map(it -> compile(scope, version, it.rules())).orElseGet(() -> CompiledRules.none(scope));
        kept.put(scope, new Kept(compiled, now, now));
        return compiled;
    }

    /** The rules of that version as they were written, whoever has left since. */
    CompiledRules of(String scope, int version) {
        var wanted = new Past(scope, version);
        var known = past.get(wanted);
        if (known != null) {
            return known;
        }
        var compiled = rules.edition(scope, version)
                .map(it -> CompiledRules.of(scope, version, it.rules(), Vocabulary.of(schemas.of(scope))))
                .orElseGet(() -> CompiledRules.none(scope));
        past.put(wanted, compiled);
        return compiled;
    }

    /** Compiles rules as they would count now. */
    CompiledRules compile(String scope, int version, List<RoutingRule> some) {
        return CompiledRules.of(scope, version, some, Vocabulary.of(schemas.of(scope)), absent(scope, some));
    }

    /** Assignees who have left the desk: a ticket is better nobody's than theirs. */
    private Set<String> absent(String desk, List<RoutingRule> some) {
        var named = some.stream()
                .map(it -> it.then().assignee())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!named.isEmpty()) {
            desks.members(desk).stream()
                    .filter(PersonRow::active)
                    .forEach(it -> named.remove(it.id().value()));
        }
        return named;
    }

    private static boolean isYounger(long then, long now, Duration life) {
        return now - then < life.toNanos();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) RoutingEvent.RulesChanged change) {
        kept.remove(change.scope());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DeskEvent.SchemaChanged change) {
        kept.remove(change.desk());
        past.clear();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleEvent change) {
        kept.clear();
    }
}
