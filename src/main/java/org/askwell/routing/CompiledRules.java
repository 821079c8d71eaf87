package org.askwell.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.expression.Expression;
import org.askwell.people.PersonId;
import org.askwell.ticket.Placement;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of the company or of a desk, compiled once.
 *
 * <p>Rules are asked in their order. The first that fits decides and ends the search, unless it says go on: then those
 * that follow may add what is still open. A rule that breaks ends the search, too: what stands behind it may rely on it.
 */
final class CompiledRules {

    /** The company's rules. */
    static final String COMPANY = "";

    private record Ready(
            RoutingRule rule,
            @Nullable CompiledCondition condition,
            @Nullable String broken) {}

    private final String scope;
    private final int version;
    private final List<Ready> rules;

    private CompiledRules(String scope, int version, List<Ready> rules) {
        this.scope = scope;
        this.version = version;
        this.rules = rules;
    }

    static CompiledRules of(String scope, int version, List<RoutingRule> rules) {
        return of(scope, version, rules, Vocabulary.COMPANY);
    }

    static CompiledRules of(String scope, int version, List<RoutingRule> rules, Vocabulary words) {
        var ready = new ArrayList<Ready>();
        for (var rule : rules) {
            if (!rule.enabled()) {
                continue;
            }
            try {
                ready.add(new Ready(rule, rule.compile(words), null));
            } catch (Refusal mistaken) {
                ready.add(new Ready(rule, null, mistaken.getMessage()));
            }
        }
        return new CompiledRules(scope, version, List.copyOf(ready));
    }

    /**
     * What the rules say.
     *
     * @param won the rule that decided first, or null
     * @param broken the rule that could not be asked, or null
     */
    record Verdict(
            int version,
            @Nullable String desk,
            Placement placement,
            @Nullable String won,
            @Nullable String broken,
            List<RoutingTrace.Tried> tried) {}

    Verdict judge(Map<String, Object> facts) {
        var tried = new ArrayList<RoutingTrace.Tried>();
        var sum = new Sum();
        for (var ready : rules) {
            var name = ready.rule().name();
            var condition = ready.condition();
            if (condition == null) {
                tried.add(RoutingTrace.Tried.broken(scope, name, String.valueOf(ready.broken())));
                return sum.verdict(version, name, tried);
            }
            Expression.Outcome outcome;
            try {
                outcome = condition.judge(facts);
            } catch (Expression.Broken broken) {
                tried.add(RoutingTrace.Tried.broken(scope, name, String.valueOf(broken.getMessage())));
                return sum.verdict(version, name, tried);
            }
            if (!outcome.holds()) {
                tried.add(RoutingTrace.Tried.failed(
                        scope, name, String.valueOf(outcome.failedPart()), condition.partAt(outcome.failedAt())));
                continue;
            }
            tried.add(RoutingTrace.Tried.matched(scope, name));
            sum.add(ready.rule());
            if (!ready.rule().goOn()) {
                break;
            }
        }
        return sum.verdict(version, null, tried);
    }

    int version() {
        return version;
    }

    /** What several rules together want; who comes first decides. */
    private static final class Sum {
        private @Nullable String desk;
        private @Nullable String queue;
        private @Nullable Priority priority;
        private @Nullable PersonId assignee;
        private @Nullable String won;
        private @Nullable String category;
        private final LinkedHashSet<String> tags = new LinkedHashSet<>();
        private final Map<String, String> fields = new LinkedHashMap<>();

        void add(RoutingRule rule) {
            var then = rule.then();
            won = won == null ? rule.name() : won;
            desk = desk == null ? then.desk() : desk;
            queue = queue == null ? then.queue() : queue;
            priority = priority == null ? then.priority() : priority;
            assignee = assignee == null ? then.assignedTo() : assignee;
            category = category == null ? then.category() : category;
            tags.addAll(then.addedTags());
            then.filledIn().forEach(fields::putIfAbsent);
        }

        /** When a rule broke, what was decided before it is not acted on: the ticket stays where it would be without rules. */
        Verdict verdict(int version, @Nullable String broken, List<RoutingTrace.Tried> tried) {
            return broken == null
                    ? new Verdict(
                            version,
                            desk,
                            new Placement(queue, priority, assignee, List.copyOf(tags), category, fields),
                            won,
                            null,
                            List.copyOf(tried))
                    : new Verdict(version, null, Placement.NOWHERE, null, broken, List.copyOf(tried));
        }
    }
}
