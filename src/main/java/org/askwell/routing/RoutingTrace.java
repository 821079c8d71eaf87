package org.askwell.routing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a ticket is where it came to lie.
 *
 * @param companyRules version of the company's rules that were asked; 0 when they were not
 * @param deskRules version of the desk's rules; 0 when there were none
 * @param won the rule that decided, or null
 * @param left how many tried rules do not stand here for want of space
 */
public record RoutingTrace(
        Instant at,
        Reason reason,
        @Nullable String desk,
        String queue,
        @Nullable String won,
        int companyRules,
        int deskRules,
        List<Tried> tried,
        int left)
        implements Serializable {

    private static final int LONGEST_TEXT = 160;

    public enum Reason {
        /** A rule of the desk decided. */
        RULE,
        /** No rule of the desk fitted: its default queue. */
        DEFAULT_QUEUE,
        /** Nobody named a desk and no rule of the company fitted. */
        NO_DESK,
        /** A rule could not be asked: the default queue, or unrouted. */
        BROKEN_RULE
    }

    /**
     * One rule that was asked.
     *
     * @param scope a desk, or empty for the company
     * @param failedCondition the part that did not hold, as text
     * @param failedPart the same as it was built in the page, if it was
     * @param broken why the rule could not be asked
     */
    public record Tried(
            String scope,
            String rule,
            boolean matched,
            @Nullable String failedCondition,
            @Nullable Condition failedPart,
            @Nullable String broken)
            implements Serializable {

        static Tried matched(String scope, String rule) {
            return new Tried(scope, rule, true, null, null, null);
        }

        static Tried failed(String scope, String rule, String part, @Nullable Condition built) {
            var small = built != null && !built.hasParts() && part.length() <= LONGEST_TEXT ? built : null;
            return new Tried(scope, rule, false, cut(part), small, null);
        }

        static Tried broken(String scope, String rule, String why) {
            return new Tried(scope, rule, false, null, null, cut(why));
        }

        Tried withoutPart() {
            return new Tried(scope, rule, matched, failedCondition, null, broken);
        }
    }

    RoutingTrace with(List<Tried> fewer, int nowLeft) {
        return new RoutingTrace(at, reason, desk, queue, won, companyRules, deskRules, List.copyOf(fewer), nowLeft);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
