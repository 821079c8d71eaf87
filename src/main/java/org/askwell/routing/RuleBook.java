package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the rules compiled between tickets.
 *
 * <p>A change on this node counts from its commit; what another node changed is seen within {@link #LIFE}.
 */
@ApplicationScoped
class RuleBook {

    static final Duration LIFE = Duration.ofSeconds(2);

    private record Kept(CompiledRules rules, Instant at) {}

    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    RoutingRepository rules;

    @Inject
    Clock clock;

    CompiledRules of(String scope) {
        var now = clock.instant();
        var known = kept.get(scope);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(LIFE) < 0) {
            return known.rules();
        }
        var latest = rules.latest(scope);
        int version = latest.map(RuleSet::edition).orElse(0);
        var compiled = known != null && known.rules().version() == version
                ? known.rules()
                : latest.map(it -> CompiledRules.of(scope, it.edition(), it.rules()))
                        .orElseGet(() -> CompiledRules.of(scope, 0, List.of()));
        kept.put(scope, new Kept(compiled, now));
        return compiled;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) RoutingEvent.RulesChanged change) {
        kept.remove(change.scope());
    }
}
