package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.askwell.desk.DeskService;
import org.askwell.routing.Draft;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleChange;
import org.askwell.routing.RuleSets;
import org.askwell.routing.RuleWarning;
import org.jspecify.annotations.Nullable;

/** The caller's draft of the rules of the company, or of a desk with {@code ?desk=}. Nobody is judged by it. */
@Path("routing/draft")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RuleDraftResource {

    @Inject
    RuleSets ruleSets;

    @Inject
    DeskService desks;

    /** Before anything was changed: the rules as they are published. */
    @GET
    public RuleDraftBody get(@QueryParam("desk") @Nullable String desk) {
        var scope = Scopes.desk(desks, desk);
        return RuleDraftBody.of(scope, ruleSets.draft(scope));
    }

    @PUT
    public RuleDraftBody put(@QueryParam("desk") @Nullable String desk, @Valid @NotNull DraftRulesBody body) {
        var scope = Scopes.desk(desks, desk);
        ruleSets.keep(
                scope,
                body.revision(),
                body.rules().stream().map(RoutingResource.Rule::rule).toList());
        return RuleDraftBody.of(scope, ruleSets.draft(scope));
    }

    /** Throws the draft away. */
    @DELETE
    public void discard(@QueryParam("desk") @Nullable String desk) {
        ruleSets.discard(Scopes.desk(desks, desk));
    }

    /** Says that one has seen what was published since the draft was begun; it can be published then. */
    @PUT
    @Path("base")
    @Consumes(MediaType.WILDCARD)
    public RuleDraftBody restOnPublished(@QueryParam("desk") @Nullable String desk) {
        var scope = Scopes.desk(desks, desk);
        ruleSets.restOnPublished(scope);
        return RuleDraftBody.of(scope, ruleSets.draft(scope));
    }

    /** @param revision the one that was read; another one meanwhile is a 409. May be left out */
    public record DraftRulesBody(
            @Nullable Integer revision,
            @NotNull @Size(max = RoutingService.MOST_RULES) List<RoutingResource.@Valid @NotNull Rule> rules) {}

    /**
     * @param revision 0 when nothing has been changed yet
     * @param basedOn the version that was published when it was begun
     * @param published the version that was published last; when it is another one, the draft has been overtaken
     * @param changes what the draft changes
     * @param warnings what is worth a look before it is published; never a reason not to
     */
    public record RuleDraftBody(
            @Nullable String desk,
            int revision,
            int basedOn,
            int published,
            @Nullable Instant savedAt,
            List<RoutingResource.Rule> rules,
            List<RuleChangeBody> changes,
            List<RuleWarningBody> warnings) {

        static RuleDraftBody of(@Nullable String desk, Draft it) {
            return new RuleDraftBody(
                    desk,
                    it.revision(),
                    it.basedOn(),
                    it.published().version(),
                    it.savedAt(),
                    it.rules().stream().map(RoutingResource.Rule::of).toList(),
                    it.changes().stream().map(RuleChangeBody::of).toList(),
                    it.warnings().stream().map(RuleWarningBody::of).toList());
        }
    }

    /**
     * @param kind ADDED, REMOVED, RENAMED, CHANGED or MOVED
     * @param from the place before, counted from 1; 0 for a new rule
     * @param to the place now; 0 for one that is gone
     */
    public record RuleChangeBody(
            String kind,
            String rule,
            RoutingResource.@Nullable Rule before,
            RoutingResource.@Nullable Rule after,
            int from,
            int to) {

        static RuleChangeBody of(RuleChange it) {
            return new RuleChangeBody(
                    it.kind().name(),
                    it.name(),
                    it.before() == null ? null : RoutingResource.Rule.of(it.before()),
                    it.after() == null ? null : RoutingResource.Rule.of(it.after()),
                    it.from(),
                    it.to());
        }
    }

    /**
     * @param kind UNREACHABLE, TAKES_ALL, BROKEN, DESK_GONE, QUEUE_GONE, CATEGORY_GONE, FIELD_GONE, ASSIGNEE_GONE or
     *     OWNER_GONE
     * @param about the rule above that leaves nothing to this one, what is gone, or why it cannot be asked
     */
    public record RuleWarningBody(
            String kind, String rule, @Nullable String about) {

        static RuleWarningBody of(RuleWarning it) {
            return new RuleWarningBody(it.kind().name(), it.rule(), it.about());
        }
    }
}
