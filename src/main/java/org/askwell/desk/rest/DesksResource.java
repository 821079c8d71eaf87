package org.askwell.desk.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The desks, their queues and who answers there. */
@Path("desks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DesksResource {

    @Inject
    DeskService desks;

    @Inject
    Idempotency idempotency;

    @GET
    public Desks list() {
        var queues = desks.queues();
        return new Desks(
                desks.desks().stream().map(it -> DeskBody.of(it, queues)).toList(), null);
    }

    @POST
    @APIResponseSchema(value = DeskBody.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response open(@Valid @NotNull DeskBody body) {
        return idempotency.once(body, () -> {
            var profile = body.profile(body.slug());
            desks.open(profile);
            return Idempotency.created(URI.create("/api/desks/" + profile.slug()), get(profile.slug()));
        });
    }

    @GET
    @Path("{desk}")
    public DeskBody get(@PathParam("desk") String slug) {
        return DeskBody.of(desks.desk(slug), desks.queuesOf(slug));
    }

    @PUT
    @Path("{desk}")
    public DeskBody change(@PathParam("desk") String slug, @Valid @NotNull DeskBody body) {
        desks.change(body.profile(slug));
        return get(slug);
    }

    @GET
    @Path("{desk}/queues")
    public List<QueueBody> queues(@PathParam("desk") String slug) {
        var desk = desks.desk(slug);
        return desks.queuesOf(desk.slug()).stream()
                .map(it -> new QueueBody(it.slug(), it.nameZh(), it.nameEn()))
                .toList();
    }

    @PUT
    @Path("{desk}/queues/{queue}")
    public void queue(
            @PathParam("desk") String desk, @PathParam("queue") String queue, @Valid @NotNull QueueNames body) {
        if (desks.queuesOf(desk).stream().anyMatch(it -> it.slug().equals(queue))) {
            desks.renameQueue(desk, queue, body.nameZh(), body.nameEn());
        } else {
            desks.addQueue(desk, queue, body.nameZh(), body.nameEn());
        }
    }

    @POST
    @Path("{desk}/queues")
    @APIResponseSchema(value = QueueBody.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response addQueue(@PathParam("desk") String desk, @Valid @NotNull QueueBody body) {
        return idempotency.once(body, () -> {
            desks.addQueue(desk, body.slug(), body.nameZh(), body.nameEn());
            return Idempotency.created(URI.create("/api/desks/" + desk + "/queues"), body);
        });
    }

    @GET
    @Path("{desk}/members")
    public List<Member> members(@PathParam("desk") String desk) {
        desks.desk(desk);
        var owners = desks.owners(desk);
        return desks.members(desk).stream()
                .map(it -> new Member(
                        it.id().value(),
                        it.name(),
                        owners.stream().anyMatch(owner -> owner.id().equals(it.id()))
                                ? Role.DESK_OWNER.name()
                                : Role.AGENT.name()))
                .toList();
    }

    @PUT
    @Path("{desk}/members/{person}/{role}")
    public void admit(
            @PathParam("desk") String desk, @PathParam("person") PersonId person, @PathParam("role") String role) {
        desks.admit(desk, person, roleOf(role));
    }

    @DELETE
    @Path("{desk}/members/{person}/{role}")
    public void dismiss(
            @PathParam("desk") String desk, @PathParam("person") PersonId person, @PathParam("role") String role) {
        desks.dismiss(desk, person, roleOf(role));
    }

    private static Role roleOf(String role) {
        return switch (role.toUpperCase(Locale.ROOT).replace('-', '_')) {
            case "AGENT" -> Role.AGENT;
            case "DESK_OWNER" -> Role.DESK_OWNER;
            default -> throw Refusal.invalid("desk-role");
        };
    }

    public record Desks(List<DeskBody> items, @Nullable String nextCursor) {}

    /**
     * @param slug may be left out of a PUT, where the address names it
     * @param hours windows such as {@code MON 09:00-12:30}; none means always open
     * @param closeAfter working days after which a resolved ticket closes by itself
     * @param queues read only
     */
    public record DeskBody(
            @Nullable String slug,
            @NotBlank @Size(max = 6) String prefix,
            @NotBlank @Size(max = 120) String nameZh,
            @NotBlank @Size(max = 120) String nameEn,
            @Nullable @Size(max = 2000) String welcomeZh,
            @Nullable @Size(max = 2000) String welcomeEn,
            @Nullable @Size(max = 60) String defaultQueue,
            @Nullable @Size(max = 30) List<@NotBlank String> spaces,
            @Nullable @Size(max = 60) String zone,
            @Nullable @Size(max = 70) List<@NotBlank String> hours,
            @Nullable Integer closeAfter,
            @Nullable List<QueueBody> queues) {

        static DeskBody of(DeskProfile desk, List<QueueRow> queues) {
            return new DeskBody(
                    desk.slug(),
                    desk.prefix(),
                    desk.nameZh(),
                    desk.nameEn(),
                    desk.welcomeZh(),
                    desk.welcomeEn(),
                    desk.defaultQueue(),
                    desk.spaces(),
                    desk.hours().zone().getId(),
                    desk.hours().texts(),
                    desk.closeAfter(),
                    queues.stream()
                            .filter(it -> desk.slug().equals(it.desk()))
                            .map(it -> new QueueBody(it.slug(), it.nameZh(), it.nameEn()))
                            .toList());
        }

        DeskProfile profile(@Nullable String address) {
            if (address == null) {
                throw Refusal.invalid("invalid", "slug");
            }
            return new DeskProfile(
                    address,
                    prefix,
                    nameZh,
                    nameEn,
                    Objects.requireNonNullElse(welcomeZh, ""),
                    Objects.requireNonNullElse(welcomeEn, ""),
                    Objects.requireNonNullElse(defaultQueue, address),
                    Objects.requireNonNullElse(spaces, List.of()),
                    BusinessHours.parse(
                            Objects.requireNonNullElse(zone, "Asia/Shanghai"),
                            Objects.requireNonNullElse(hours, List.of())),
                    Objects.requireNonNullElse(closeAfter, DeskProfile.CLOSE_AFTER));
        }
    }

    public record QueueBody(
            @NotBlank @Size(max = 40) String slug,
            @NotBlank @Size(max = 120) String nameZh,
            @NotBlank @Size(max = 120) String nameEn) {}

    public record QueueNames(
            @NotBlank @Size(max = 120) String nameZh,
            @NotBlank @Size(max = 120) String nameEn) {}

    public record Member(String person, String name, String role) {}
}
