package org.askwell.notification.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.askwell.notification.Inbox;
import org.askwell.notification.NoticeId;
import org.askwell.notification.NoticeState;
import org.jspecify.annotations.Nullable;

/** What one has been told, and where one wants what. */
@Path("notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    @Inject
    Inbox inbox;

    /**
     * The newest first. A page may be shorter than asked for and still have a next one: what one may not read any more
     * is left out.
     *
     * @param all what was read or done, too
     */
    @GET
    public Slice<NoticeLine> list(
            @QueryParam("all") boolean all,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return inbox.lines(all ? Inbox.Show.ALL : Inbox.Show.OPEN, cursor, Slice.limit(limit))
                .map(NoticeLine::of);
    }

    /** How many wait, and whether there is unread news besides. */
    @GET
    @Path("badge")
    public Inbox.Badge badge() {
        return inbox.badge();
    }

    /** One has been read. A task goes on standing out until it is done. */
    @PUT
    @Path("{id}/read")
    public void read(@PathParam("id") NoticeId id) {
        inbox.read(id);
    }

    /** Everything up to that one has been read. */
    @PUT
    @Path("read")
    public void readAll(@Valid @NotNull UpTo body) {
        inbox.readAll(new NoticeId(body.upTo()));
    }

    @GET
    @Path("choices")
    public List<Inbox.Choice> choices() {
        return inbox.choices();
    }

    @PUT
    @Path("choices/{kind}")
    public void choose(@PathParam("kind") String kind, @Valid @NotNull Wanted body) {
        inbox.choose(new Inbox.Choice(kind, body.inbox(), body.mail()));
    }

    public record UpTo(@NotBlank @Size(max = 20) String upTo) {}

    public record Wanted(@NotNull Boolean inbox, @NotNull Boolean mail) {}

    public record NoticeLine(
            String id,
            String kind,
            String about,
            NoticeState state,
            String sentence,
            String excerpt,
            String why,
            String by,
            Instant at,
            String url) {

        static NoticeLine of(Inbox.Line line) {
            return new NoticeLine(
                    line.id().value(),
                    line.kind(),
                    line.about(),
                    line.state(),
                    line.told().sentence(),
                    line.told().excerpt(),
                    line.told().why(),
                    line.by().value(),
                    line.at(),
                    Settings.baseUrl() + "/" + line.told().place());
        }
    }
}
