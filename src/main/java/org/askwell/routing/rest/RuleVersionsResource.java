package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.askwell.common.Slice;
import org.askwell.desk.DeskService;
import org.askwell.routing.RuleSets;
import org.askwell.routing.RuleVersion;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What was published of the rules of the company, or of a desk with {@code ?desk=}. */
@Path("routing/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RuleVersionsResource {

    @Inject
    RuleSets ruleSets;

    @Inject
    DeskService desks;

    /** Youngest first, each with what it changed. */
    @GET
    public RuleVersionList list(
            @QueryParam("desk") @Nullable String desk,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var slice = ruleSets.history(Scopes.desk(desks, desk), cursor, Slice.limit(limit))
                .map(it -> RuleVersionBody.of(it, false));
        return new RuleVersionList(slice.items(), slice.nextCursor());
    }

    /** One version with its rules. */
    @GET
    @Path("{version}")
    public RuleVersionBody get(@QueryParam("desk") @Nullable String desk, @PathParam("version") int version) {
        return RuleVersionBody.of(ruleSets.version(Scopes.desk(desks, desk), version), true);
    }

    /** Publishes the caller's draft, or the rules of an earlier version once more. */
    @POST
    @APIResponseSchema(value = RuleVersionBody.class, responseCode = "201")
    public Response publish(@QueryParam("desk") @Nullable String desk, @Valid @NotNull RulePublication body) {
        var scope = Scopes.desk(desks, desk);
        int version = body.restores() == null
                ? ruleSets.publish(scope, body.countsFrom())
                : ruleSets.restore(scope, body.restores(), body.seen());
        return Response.status(201)
                .location(URI.create("/api/routing/versions/" + version + (scope == null ? "" : "?desk=" + scope)))
                .entity(RuleVersionBody.of(ruleSets.version(scope, version), true))
                .build();
    }

    /**
     * @param countsFrom when tickets are judged by the draft; left out: at once
     * @param restores the version whose rules are published once more; left out: the draft is published
     * @param seen with restores: the version that was published last when this was decided; another one is a 409
     */
    public record RulePublication(
            @Nullable Instant countsFrom,
            @Nullable Integer restores,
            @Nullable Integer seen) {}

    public record RuleVersionList(
            List<RuleVersionBody> items, @Nullable String nextCursor) {}

    /**
     * @param standing IN_FORCE, AHEAD, NEVER (a later one was published before its day) or PAST
     * @param countsFrom left out: since it was saved
     * @param restores the version whose rules they are once more
     * @param rules left out in lists
     */
    public record RuleVersionBody(
            int version,
            String standing,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            @Nullable Instant countsFrom,
            @Nullable Integer restores,
            List<RuleDraftResource.RuleChangeBody> changes,
            @Nullable List<RoutingResource.Rule> rules) {

        static RuleVersionBody of(RuleVersion it, boolean whole) {
            var saved = it.saved();
            return new RuleVersionBody(
                    saved.version(),
                    it.standing().name(),
                    saved.by() == null ? null : saved.by().value(),
                    saved.at(),
                    saved.countsFrom(),
                    saved.restores(),
                    it.changes().stream()
                            .map(RuleDraftResource.RuleChangeBody::of)
                            .toList(),
                    whole ? saved.rules().stream().map(RoutingResource.Rule::of).toList() : null);
        }
    }
}
