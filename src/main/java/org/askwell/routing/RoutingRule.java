package org.askwell.routing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A named rule: when the condition holds, do this.
 *
 * @param owner who answers for it, a sign-in name
 * @param condition as built in the page; null when it is written by hand
 * @param advanced written by hand; null when it is built
 * @param goOn try the following rules, too; they may add what is still open
 */
public record RoutingRule(
        String name,
        boolean enabled,
        @Nullable String owner,
        @Nullable Condition condition,
        @Nullable String advanced,
        boolean goOn,
        RuleAction then)
        implements Serializable {

    /** A rule that stops the search when it fits. */
    public static RoutingRule of(String name, Condition condition, RuleAction then) {
        return new RoutingRule(name, true, null, condition, null, false, then);
    }

    RoutingRule named(String other) {
        return new RoutingRule(other, enabled, owner, condition, advanced, goOn, then);
    }

    /** Compiles the condition; refuses what is mistaken. */
    CompiledCondition compile(Vocabulary words) {
        if (condition != null && advanced == null) {
            return CompiledCondition.of(condition, words);
        }
        if (advanced != null && condition == null) {
            return CompiledCondition.of(advanced, words);
        }
        throw org.askwell.common.Refusal.invalid("rule-condition", name);
    }
}
