package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.askwell.ai.WrittenLanguage;
import org.askwell.common.Places;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.askwell.ticket.KnownProblemFinder;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** Problems that many have, for everybody: reading, joining, leaving. */
@Path("known-problems")
@Produces(MediaType.APPLICATION_JSON)
public class KnownProblemsResource {

    private static final int LIKELY = 10;

    @Inject
    KnownProblemService service;

    @Inject
    KnownProblemFinder finder;

    /**
     * What is known now, the youngest first.
     *
     * @param desk slug; of all desks without it
     * @param q what one would ask: the problems that mean the same, the likeliest first
     */
    @GET
    public Slice<KnownProblemLine> list(
            @QueryParam("desk") @Nullable String desk,
            @QueryParam("q") @Nullable String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int most = Slice.limit(limit);
        if (q != null && !q.isBlank()) {
            return new Slice<>(finder.like(q, WrittenLanguage.of(q), Math.min(most, LIKELY)), null)
                    .map(KnownProblemLine::of);
        }
        return service.list(desk, cursor, most).map(KnownProblemLine::of);
    }

    /** Those that you have joined, the latest first. */
    @GET
    @Path("joined")
    public JoinedProblems mine(@QueryParam("limit") @Nullable Integer limit) {
        return new JoinedProblems(
                service.mine(false, 0, Slice.limit(limit)).stream()
                        .map(KnownProblemLine::of)
                        .toList(),
                null);
    }

    @GET
    @Path("{number}")
    public KnownProblemSheet known(@PathParam("number") TicketNumber number) {
        return new KnownProblemSheet(
                KnownProblemLine.of(service.known(number)),
                service.replies(number).stream()
                        .map(it -> new ReplyToAll(it.position(), it.textZh(), it.textEn(), it.at()))
                        .toList());
    }

    /** You have it, too; joining twice counts once. */
    @PUT
    @Path("{number}/membership")
    public void join(@PathParam("number") TicketNumber number) {
        service.join(number);
    }

    /** You do not have it after all. */
    @DELETE
    @Path("{number}/membership")
    public void leave(@PathParam("number") TicketNumber number) {
        service.leave(number);
    }

    public record JoinedProblems(
            List<KnownProblemLine> items, @Nullable String nextCursor) {}

    public record KnownProblemSheet(KnownProblemLine problem, List<ReplyToAll> replies) {}

    /** @param position among what was said to everybody, from 1 */
    public record ReplyToAll(int position, String textZh, String textEn, Instant at) {}

    /**
     * @param reporters how many colleagues reported it
     * @param joined whether you have joined
     * @param shown whether newcomers may join now
     */
    public record KnownProblemLine(
            String ticket,
            String titleZh,
            String titleEn,
            String textZh,
            String textEn,
            @Nullable String desk,
            String status,
            Instant until,
            Instant markedAt,
            long reporters,
            boolean joined,
            boolean shown,
            String url) {

        static KnownProblemLine of(KnownProblemRow row) {
            return new KnownProblemLine(
                    row.ticket().value(),
                    row.titleZh(),
                    row.titleEn(),
                    row.textZh(),
                    row.textEn(),
                    row.desk(),
                    row.status().name(),
                    row.until(),
                    row.markedAt(),
                    row.reporters(),
                    row.joined(),
                    row.shown(),
                    Settings.baseUrl() + "/" + Places.problem(row.ticket().value()));
        }
    }
}
