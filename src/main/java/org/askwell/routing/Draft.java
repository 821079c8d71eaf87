package org.askwell.routing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules as the acting person would have them, beside those that are published.
 *
 * @param revision 0 when nothing has been changed yet
 * @param basedOn the version that was published when it was begun
 * @param savedAt null when nothing has been changed yet
 * @param published the version that was published last
 * @param changes what it changes about the version it is based on
 * @param meanwhile what others have published since: empty unless {@link #isOvertaken}
 */
public record Draft(
        int revision,
        int basedOn,
        @Nullable Instant savedAt,
        List<RoutingRule> rules,
        SavedRules published,
        List<RuleChange> changes,
        List<RuleChange> meanwhile,
        List<RuleWarning> warnings) {

    /** Somebody else has published since it was begun. */
    public boolean isOvertaken() {
        return basedOn != published.version();
    }

    /** There is something to publish. */
    public boolean isChanged() {
        return !changes.isEmpty();
    }
}
