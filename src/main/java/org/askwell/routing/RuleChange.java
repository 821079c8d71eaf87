package org.askwell.routing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of rules.
 *
 * @param name of the rule, as it is called now
 * @param before null for a new one
 * @param after null for one that is gone
 * @param from its place before, counted from 1; 0 for a new one
 * @param to its place now; 0 for one that is gone
 */
public record RuleChange(
        Kind kind,
        String name,
        @Nullable RoutingRule before,
        @Nullable RoutingRule after,
        int from,
        int to) implements Serializable {

    public enum Kind {
        ADDED,
        REMOVED,
        /** It is called otherwise, and is the same in everything else. */
        RENAMED,
        CHANGED,
        /** It is asked earlier or later than others that were there before. */
        MOVED
    }

    /** In the order of the later rules; what is gone comes last. A rule is known by its name. */
    public static List<RuleChange> between(List<RoutingRule> before, List<RoutingRule> after) {
        var old = places(before);
        var now = places(after);
        var gone = new ArrayList<>(
                before.stream().filter(it -> !now.containsKey(it.name())).toList());
        var stayed = stayed(after.stream()
                .map(RoutingRule::name)
                .filter(old::containsKey)
                .map(it -> place(old, it))
                .toList());
        var changes = new ArrayList<RuleChange>();
        for (var rule : after) {
            int to = place(now, rule.name());
            if (!old.containsKey(rule.name())) {
                changes.add(added(rule, gone, old, to));
                continue;
            }
            int from = place(old, rule.name());
            var was = before.get(from - 1);
            if (!was.equals(rule)) {
                changes.add(new RuleChange(Kind.CHANGED, rule.name(), was, rule, from, to));
            }
            if (!stayed.contains(from)) {
                changes.add(new RuleChange(Kind.MOVED, rule.name(), was, rule, from, to));
            }
        }
        gone.forEach(it -> changes.add(new RuleChange(Kind.REMOVED, it.name(), it, null, place(old, it.name()), 0)));
        return changes;
    }

    private static RuleChange added(RoutingRule rule, List<RoutingRule> gone, Map<String, Integer> old, int to) {
        for (var one : gone) {
            if (one.named(rule.name()).equals(rule)) {
                gone.remove(one);
                return new RuleChange(Kind.RENAMED, rule.name(), one, rule, place(old, one.name()), to);
            }
        }
        return new RuleChange(Kind.ADDED, rule.name(), null, rule, 0, to);
    }

    private static Map<String, Integer> places(List<RoutingRule> rules) {
        var places = new HashMap<String, Integer>();
        for (int at = 0; at < rules.size(); at++) {
            places.put(rules.get(at).name(), at + 1);
        }
        return places;
    }

    private static int place(Map<String, Integer> places, String name) {
        return places.getOrDefault(name, 0);
    }

    /** The most rules that still follow each other as before: the others have been moved. */
    private static Set<Integer> stayed(List<Integer> order) {
        int[] longest = new int[order.size()];
        int[] from = new int[order.size()];
        int best = -1;
        for (int at = 0; at < order.size(); at++) {
            longest[at] = 1;
            from[at] = -1;
            for (int earlier = 0; earlier < at; earlier++) {
                if (order.get(earlier) < order.get(at) && longest[earlier] + 1 > longest[at]) {
                    longest[at] = longest[earlier] + 1;
                    from[at] = earlier;
                }
            }
            if (best < 0 || longest[at] > longest[best]) {
                best = at;
            }
        }
        var stayed = new HashSet<Integer>();
        for (int at = best; at >= 0; at = from[at]) {
            stayed.add(order.get(at));
        }
        return stayed;
    }
}
