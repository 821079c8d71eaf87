package org.askwell.routing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done with the tickets of a span of the past.
 *
 * @param arrivals how many were judged; a ticket that was handed from desk to desk came to each of them
 * @param unchanged everything would have come out the same
 * @param otherwise the same queue, but another priority, assignee, tag, category or field
 * @param moved another queue
 * @param notReplayable came before it was kept what was known of them, or with more than can be kept
 * @param isCut there were more tickets than are looked at; the later ones are not in it
 * @param cells how many went from which queue to which; those that stayed, too
 * @param queues how many came to each queue, and would have come
 * @param rules how often each of the tried rules fits and decides, in their order
 * @param overlaps rules that fit the same tickets and want them elsewhere
 * @param moves those that would have come out differently, as far as there is room for them
 */
public record ReplayResult(
        int arrivals,
        int unchanged,
        int otherwise,
        int moved,
        int notReplayable,
        boolean isCut,
        List<Cell> cells,
        List<QueueLoad> queues,
        List<RuleHits> rules,
        List<Overlap> overlaps,
        List<Move> moves)
        implements Serializable {

    /** How many lay in one queue and would lie in another. */
    public record Cell(String from, String to, int tickets) implements Serializable {}

    public record QueueLoad(String queue, int before, int after) implements Serializable {}

    /**
     * How often a rule was to be heard.
     *
     * @param fits its condition holds, whether it is asked or not
     * @param decides it is the first that fits
     */
    public record RuleHits(String rule, int fits, int decides) implements Serializable {}

    /**
     * The first rule decides where the second wants something else.
     *
     * @param to where the first sends them
     * @param otherTo where the second would
     * @param example one of the tickets
     */
    public record Overlap(String rule, String other, String to, String otherTo, int tickets, String example)
            implements Serializable {}

    /**
     * One ticket that would have come out differently.
     *
     * @param wonBefore the rule that decided; null: the default queue
     * @param differs QUEUE, PRIORITY, ASSIGNEE, TAGS, CATEGORY, FIELDS
     */
    public record Move(
            String ticket,
            Instant at,
            String from,
            String to,
            @Nullable String wonBefore,
            @Nullable String wonAfter,
            List<String> differs)
            implements Serializable {}
}
