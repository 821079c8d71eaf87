package org.askwell.routing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of what was known of a ticket that would have sent it elsewhere.
 *
 * @param had what would have had to hold: one comparison, or two that must both hold
 * @param queue where it would have gone
 * @param rule that would have decided; null: the default queue
 */
public record Counterfactual(
        Condition had,
        @Nullable String desk,
        String queue,
        @Nullable String rule) implements Serializable {}
