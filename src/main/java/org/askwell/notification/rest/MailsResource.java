package org.askwell.notification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.askwell.common.Slice;
import org.askwell.notification.MailId;
import org.askwell.notification.MailLedger;
import org.askwell.notification.MailRow;
import org.askwell.notification.MailState;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The delivery ledger of mails; for administrators. */
@Path("mails")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MailsResource {

    @Inject
    MailLedger ledger;

    /** The newest first. */
    @GET
    public Slice<MailLine> list(
            @QueryParam("state") @Nullable MailState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ledger.list(state, cursor, Slice.limit(limit)).map(MailLine::of);
    }

    /** Whether the mail server answers. */
    @GET
    @Path("way")
    public MailLedger.Way way() {
        return ledger.way();
    }

    /** Sends one once more that failed or is doubtful; a doubtful one may then arrive twice. */
    @POST
    @APIResponse(responseCode = "204", description = "It waits for its turn.")
    @Path("{id}/attempts")
    public void again(@PathParam("id") MailId id) {
        ledger.again(id);
    }

    public record MailLine(
            String id,
            String person,
            String kind,
            String about,
            @Nullable String address,
            MailState state,
            int attempts,
            Instant askedAt,
            @Nullable Instant nextTry,
            @Nullable Instant triedAt,
            @Nullable String problem) {

        static MailLine of(MailRow row) {
            return new MailLine(
                    row.id().value(),
                    row.person().value(),
                    row.kind(),
                    row.about(),
                    row.address(),
                    row.state(),
                    row.attempts(),
                    row.askedAt(),
                    row.nextTry(),
                    row.triedAt(),
                    row.problem());
        }
    }
}
