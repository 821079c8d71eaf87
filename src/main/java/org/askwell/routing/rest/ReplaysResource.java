package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.askwell.common.Slice;
import org.askwell.desk.DeskService;
import org.askwell.routing.ReplayId;
import org.askwell.routing.ReplayReport;
import org.askwell.routing.ReplayResult;
import org.askwell.routing.ReplaySource;
import org.askwell.routing.Replays;
import org.askwell.routing.RoutingService;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Rules tried on tickets of the past, in the background. Nothing is changed by it. */
@Path("routing/replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReplaysResource {

    @Inject
    Replays replays;

    @Inject
    DeskService desks;

    @Inject
    Clock clock;

    @POST
    @APIResponseSchema(value = ReplayBody.class, responseCode = "202")
    public Response start(@Valid @NotNull ReplayWish wish) {
        var now = clock.instant();
        var until = wish.until() == null ? now : wish.until();
        var from = wish.from() != null
                ? wish.from()
                : until.minus(wish.days() == null ? Replays.MONTH : Duration.ofDays(wish.days()));
        var given = wish.rules();
        var source = given != null ? ReplaySource.GIVEN : wish.source() == null ? ReplaySource.DRAFT : wish.source();
        var id = replays.start(
                Scopes.desk(desks, wish.desk()),
                source,
                given == null
                        ? List.of()
                        : given.stream().map(RoutingResource.Rule::rule).toList(),
                from,
                until);
        return Response.accepted(ReplayBody.of(replays.report(id)))
                .location(URI.create("/api/routing/replays/" + id))
                .build();
    }

    @GET
    @Path("{id}")
    public ReplayBody get(@PathParam("id") ReplayId id) {
        return ReplayBody.of(replays.report(id));
    }

    /**
     * The tickets that would have come out differently, oldest first; those that the caller does not work on are left
     * out, so that a page may hold fewer than were asked for.
     *
     * @param from only those that came to this queue
     * @param to only those that would have come to this queue
     */
    @GET
    @Path("{id}/moves")
    public ReplayMoves moves(
            @PathParam("id") ReplayId id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var slice = replays.moves(id, from, to, cursor, Slice.limit(limit)).map(ReplayMove::of);
        return new ReplayMoves(slice.items(), slice.nextCursor());
    }

    /** Ends it, if it has not ended yet. */
    @DELETE
    @Path("{id}")
    public void cancel(@PathParam("id") ReplayId id) {
        replays.cancel(id);
    }

    /**
     * @param desk whose rules are tried; left out: the company's
     * @param days how far back, 1 to 366; 30 when neither days nor from are given
     * @param source DRAFT (the caller's; when left out), PUBLISHED, or RECORDED: for each ticket the very versions that
     *     judged it, so that nothing may come out differently
     * @param rules others than those: tried instead
     */
    public record ReplayWish(
            @Nullable String desk,
            @Nullable @Min(1) @Max(366) Integer days,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable ReplaySource source,
            @Nullable @Size(max = RoutingService.MOST_RULES) List<RoutingResource.@Valid @NotNull Rule> rules) {}

    public record ReplayMoves(
            List<ReplayMove> items, @Nullable String nextCursor) {}

    /**
     * @param wonBefore the rule that decided; left out for the default queue
     * @param differs QUEUE, PRIORITY, ASSIGNEE, TAGS, CATEGORY, FIELDS
     */
    public record ReplayMove(
            String ticket,
            String subject,
            Instant at,
            String from,
            String to,
            @Nullable String wonBefore,
            @Nullable String wonAfter,
            List<String> differs) {

        static ReplayMove of(Replays.Moved it) {
            var move = it.move();
            return new ReplayMove(
                    move.ticket(),
                    it.subject(),
                    move.at(),
                    move.from(),
                    move.to(),
                    move.wonBefore(),
                    move.wonAfter(),
                    move.differs());
        }
    }

    /**
     * @param state WAITING, RUNNING, DONE, CANCELLED or FAILED
     * @param percent of the span of time that has been looked through
     * @param found left out until it is done
     */
    public record ReplayBody(
            String id,
            @Nullable String desk,
            String source,
            String state,
            int percent,
            Instant from,
            Instant until,
            @Nullable ReplayFound found) {

        static ReplayBody of(ReplayReport it) {
            return new ReplayBody(
                    it.id().value(),
                    it.desk(),
                    it.source().name(),
                    it.state().name(),
                    it.percent(),
                    it.from(),
                    it.until(),
                    it.result() == null ? null : ReplayFound.of(it.result()));
        }
    }

    /**
     * @param arrivals how many were judged; a ticket that was handed from desk to desk came to each of them
     * @param otherwise the same queue, but another priority, assignee, tag, category or field
     * @param notReplayable came before it was kept what was known of them
     * @param cut there were more tickets than are looked at
     * @param matrix how many went from which queue to which; those that stayed, too
     * @param rules how often each of the tried rules fits and decides
     * @param overlaps rules that fit the same tickets and want them elsewhere
     */
    public record ReplayFound(
            int arrivals,
            int unchanged,
            int otherwise,
            int moved,
            int notReplayable,
            boolean cut,
            List<ReplayResult.Cell> matrix,
            List<ReplayResult.QueueLoad> queues,
            List<ReplayResult.RuleHits> rules,
            List<ReplayResult.Overlap> overlaps) {

        static ReplayFound of(ReplayResult it) {
            return new ReplayFound(
                    it.arrivals(),
                    it.unchanged(),
                    it.otherwise(),
                    it.moved(),
                    it.notReplayable(),
                    it.isCut(),
                    it.cells(),
                    it.queues(),
                    it.rules(),
                    it.overlaps());
        }
    }
}
