package org.askwell.routing;

import java.util.List;

/**
 * A version of rules under history.
 *
 * @param standing whether tickets are judged by it
 * @param changes what it changed about the version before
 */
public record RuleVersion(SavedRules saved, Standing standing, List<RuleChange> changes) {

    public enum Standing {
        IN_FORCE,
        /** It will be once its day has come. */
        AHEAD,
        /** A later one was published before its day had come. */
        NEVER,
        PAST
    }
}
