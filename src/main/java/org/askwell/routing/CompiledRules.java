package org.askwell.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> absent;

    private CompiledRules(String scope, int version, List<Ready> rules, Set<String> absent) {
        this.scope = scope;
        this.version = version;
        this.rules = rules;
        this.absent = absent;
    }

    static CompiledRules of(String scope, int version, List<RoutingRule> rules) {
        return of(scope, version, rules, Vocabulary.COMPANY);
    }

    static CompiledRules of(String scope, int version, List<RoutingRule> rules, Vocabulary words) {
        return of(scope, version, rules, words, Set.of());
    }

    /** @param absent people to whom nothing is assigned, whatever the rules say */
    static CompiledRules of(String scope, int version, List<RoutingRule> rules, Vocabulary words, Set<String> absent) {
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
        return new CompiledRules(scope, version, List.copyOf(ready), Set.copyOf(absent));
    }

    /** Where nobody has made any. */
    static CompiledRules none(String scope) {
        return new CompiledRules(scope, 0, List.of(), Set.of());
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
        var sum = new Sum(absent);
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

    /** How a rule answered. */
    enum Answer {
        NO,
        FITS,
        BROKEN
    }

    /** Asks every rule, also those behind the one that decides; in their order, those that are switched on. */
    List<Answer> ask(Map<String, Object> facts) {
        var answers = new ArrayList<Answer>(rules.size());
        for (var ready : rules) {
            answers.add(answer(ready, facts));
        }
        return answers;
    }

    private static Answer answer(Ready ready, Map<String, Object> facts) {
        var condition = ready.condition();
        if (condition == null) {
            return Answer.BROKEN;
        }
        try {
            return condition.holds(facts) ? Answer.FITS : Answer.NO;
        } catch (Expression.Broken broken) {
            return Answer.BROKEN;
        }
    }

    /**
     * What {@link #judge} would say after these answers, without telling why.
     *
     * @param away people to whom nothing was assigned then
     */
    Verdict verdict(List<Answer> answers, Set<String> away) {
        var sum = new Sum(away);
        for (int at = 0; at < rules.size(); at++) {
            var rule = rules.get(at).rule();
            switch (answers.get(at)) {
                case BROKEN -> {
                    return sum.verdict(version, rule.name(), List.of());
                }
                case FITS -> {
                    sum.add(rule);
                    if (!rule.goOn()) {
                        return sum.verdict(version, null, List.of());
                    }
                }
                case NO -> {}
            }
        }
        return sum.verdict(version, null, List.of());
    }

    /** As {@link #judge}, without telling why, and no rule is asked in vain. */
    Verdict decide(Map<String, Object> facts, Set<String> away) {
        var sum = new Sum(away);
        for (var ready : rules) {
            switch (answer(ready, facts)) {
                case BROKEN -> {
                    return sum.verdict(version, ready.rule().name(), List.of());
                }
                case FITS -> {
                    sum.add(ready.rule());
                    if (!ready.rule().goOn()) {
                        return sum.verdict(version, null, List.of());
                    }
                }
                case NO -> {}
            }
        }
        return sum.verdict(version, null, List.of());
    }

    String scope() {
        return scope;
    }

    int version() {
        return version;
    }

    /** Those that are switched on, in their order. */
    List<RoutingRule> rules() {
        return rules.stream().map(Ready::rule).toList();
    }

    Set<String> absent() {
        return absent;
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
        private final Set<String> away;

        Sum(Set<String> away) {
            this.away = away;
        }

        void add(RoutingRule rule) {
            var then = rule.then();
            won = won == null ? rule.name() : won;
            desk = desk == null ? then.desk() : desk;
            queue = queue == null ? then.queue() : queue;
            priority = priority == null ? then.priority() : priority;
            assignee =
                    assignee == null && !away.contains(String.valueOf(then.assignee())) ? then.assignedTo() : assignee;
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
