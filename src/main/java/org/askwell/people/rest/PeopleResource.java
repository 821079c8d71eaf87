package org.askwell.people.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Directory;
import org.askwell.people.EmploymentType;
import org.askwell.people.Particulars;
import org.askwell.people.PeopleFilter;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.PersonSheet;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.people.SignIn;
import org.askwell.people.Welcome;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The people of the company, named by their sign-in names. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleResource {

    @Inject
    Directory directory;

    @Inject
    SignIn signIn;

    @Inject
    Welcome welcome;

    @Inject
    CurrentPerson current;

    @Inject
    Idempotency idempotency;

    /** By pinyin. Office, mail and closed accounts are for administrators. */
    @GET
    public PeopleList list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("q") @Nullable String text,
            @QueryParam("department") @Nullable String department,
            @QueryParam("role") @Nullable String role,
            @QueryParam("closed") boolean closedToo) {
        var filter = new PeopleFilter(
                Objects.requireNonNullElse(text, ""),
                department == null || department.isBlank() ? null : department,
                role == null || role.isBlank() ? null : roleOf(role),
                closedToo);
        var slice = directory.list(filter, cursor, Slice.limit(limit)).map(Colleague::of);
        return new PeopleList(slice.items(), slice.nextCursor());
    }

    @POST
    @APIResponseSchema(value = PersonBody.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response admit(@Valid @NotNull PersonBody body) {
        return idempotency.once(body, () -> {
            var id = PersonId.parse(body.id()).orElseThrow(() -> Refusal.invalid("login-shape"));
            directory.admit(id, body.particulars());
            return Idempotency.created(URI.create("/api/people/" + id), get(id));
        });
    }

    @GET
    @Path("{person}")
    public PersonBody get(@PathParam("person") PersonId person) {
        return PersonBody.of(directory.sheet(person));
    }

    /** Replaces everything but the roles. With the edition that was read, a change made meanwhile is not overwritten. */
    @PUT
    @Path("{person}")
    public PersonBody change(@PathParam("person") PersonId person, @Valid @NotNull PersonBody body) {
        directory.change(person, body.edition(), body.particulars());
        return get(person);
    }

    /** The person can change it under {@code /api/me/password}; nobody can read it. */
    @PUT
    @Path("{person}/password")
    public void givePassword(@PathParam("person") PersonId person, @Valid @NotNull PasswordBody body) {
        signIn.givePassword(person, body.password());
    }

    /** A link with which the person sets a password, once, within a week; an earlier one ends. */
    @POST
    @Path("{person}/welcome")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = PeopleImportsResource.WelcomeBody.class, responseCode = "201")
    public Response welcome(@PathParam("person") PersonId person) {
        return Response.status(201)
                .entity(PeopleImportsResource.WelcomeBody.of(welcome.issue(person)))
                .build();
    }

    /** What would be passed on if the account were closed: putting {@code active: false} does it. */
    @GET
    @Path("{person}/belongings")
    public BelongingsBody belongings(@PathParam("person") PersonId person) {
        var leaving = directory.leaving(person);
        var successor = leaving.successor();
        var name = successor == null ? "" : successor.name();
        var locale = current.get().locale();
        return new BelongingsBody(
                successor == null ? null : successor.id().value(),
                leaving.shares().stream()
                        .map(it -> new ShareBody(it.kind(), it.count(), it.sentence(locale, name), it.listed()))
                        .toList());
    }

    /** Ends a lock-out after wrong passwords. */
    @DELETE
    @Path("{person}/lock")
    public void unlock(@PathParam("person") PersonId person) {
        directory.unlock(person);
    }

    /** A role that holds everywhere: {@code admin}. */
    @PUT
    @Path("{person}/roles/{role}")
    public void grant(@PathParam("person") PersonId person, @PathParam("role") String role) {
        directory.grant(person, roleOf(role), "");
    }

    @DELETE
    @Path("{person}/roles/{role}")
    public void revoke(@PathParam("person") PersonId person, @PathParam("role") String role) {
        directory.revoke(person, roleOf(role), "");
    }

    /** A role that holds at one desk or in one space. */
    @PUT
    @Path("{person}/roles/{role}/{scope}")
    public void grantThere(
            @PathParam("person") PersonId person, @PathParam("role") String role, @PathParam("scope") String scope) {
        directory.grant(person, roleOf(role), scope);
    }

    @DELETE
    @Path("{person}/roles/{role}/{scope}")
    public void revokeThere(
            @PathParam("person") PersonId person, @PathParam("role") String role, @PathParam("scope") String scope) {
        directory.revoke(person, roleOf(role), scope);
    }

    private static Role roleOf(String role) {
        var name = role.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Role.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("role-unknown", role));
    }

    public record PeopleList(
            List<Colleague> items, @Nullable String nextCursor) {}

    public record Colleague(
            String id,
            String name,
            @Nullable String otherName,
            @Nullable String staffNumber,
            @Nullable String department,
            @Nullable String office,
            @Nullable String mail,
            boolean active) {

        static Colleague of(PersonRow row) {
            return new Colleague(
                    row.id().value(),
                    row.name(),
                    row.otherName(),
                    row.staffNumber(),
                    row.department(),
                    row.office(),
                    row.mail(),
                    row.active());
        }
    }

    /**
     * @param id the sign-in name; may be left out of a PUT, where the address names it
     * @param pinyin left out, it is derived from the name
     * @param active left out, the person may sign in
     * @param edition what a GET gave; send it back with a PUT
     * @param roles read only, as are {@code hasPassword} and {@code lockedUntil}
     */
    public record PersonBody(
            @Nullable @Size(max = 60) String id,
            @NotBlank @Size(max = 120) String name,
            @Nullable @Size(max = 120) String otherName,
            @Nullable @Size(max = 200) String pinyin,
            @Nullable @Size(max = 30) String staffNumber,
            @Nullable @Size(max = 200) String mail,
            @Nullable @Size(max = 60) String department,
            @Nullable @Size(max = 60) String manager,
            @Nullable @Size(max = 60) String office,
            @Nullable @Size(max = 60) String zone,
            @Nullable @Size(max = 5) String language,
            @Nullable @Size(max = 20) String employmentType,
            @Nullable @Size(max = 200) List<@NotBlank String> groups,
            @Nullable Boolean active,
            @Nullable @Size(max = 60) String edition,
            @Nullable List<RoleBody> roles,
            @Nullable Boolean hasPassword,
            @Nullable Instant lockedUntil) {

        static PersonBody of(PersonSheet sheet) {
            var profile = sheet.profile();
            return new PersonBody(
                    sheet.id().value(),
                    profile.name(),
                    profile.otherName(),
                    profile.pinyin(),
                    profile.staffNumber(),
                    profile.mail(),
                    profile.department(),
                    profile.manager() == null ? null : profile.manager().value(),
                    profile.office(),
                    profile.zone().getId(),
                    profile.language(),
                    profile.employmentType().name(),
                    List.copyOf(new TreeSet<>(sheet.particulars().groups())),
                    sheet.particulars().active(),
                    sheet.edition(),
                    sheet.roles().stream()
                            .map(it -> new RoleBody(it.role().name(), it.scope()))
                            .toList(),
                    sheet.hasPassword(),
                    sheet.lockedUntil().orElse(null));
        }

        Particulars particulars() {
            var type = Objects.requireNonNullElse(employmentType, "FULL_TIME");
            var profile = new Profile(
                    name,
                    otherName,
                    pinyin,
                    staffNumber,
                    mail,
                    department,
                    managerId(),
                    office,
                    Profile.zone(Objects.requireNonNullElse(zone, "Asia/Shanghai")),
                    Objects.requireNonNullElse(language, "zh"),
                    EmploymentType.parse(type).orElseThrow(() -> Refusal.invalid("employment-type-unknown", type)));
            return new Particulars(
                    profile,
                    Set.copyOf(Objects.requireNonNullElse(groups, List.of())),
                    Objects.requireNonNullElse(active, true));
        }

        private @Nullable PersonId managerId() {
            var typed = Objects.requireNonNullElse(manager, "");
            return typed.isBlank()
                    ? null
                    : PersonId.parse(typed).orElseThrow(() -> Refusal.invalid("manager-unknown", typed));
        }
    }

    /** @param successor the nearest manager whose account is open; left out when there is none */
    public record BelongingsBody(@Nullable String successor, List<ShareBody> items) {}

    /**
     * @param kind {@code tickets} or {@code articles}
     * @param sentence what becomes of them
     * @param listed numbers of those that somebody has to look after
     */
    public record ShareBody(String kind, int count, String sentence, List<String> listed) {}

    public record RoleBody(String role, String scope) {}

    public record PasswordBody(@NotBlank @Size(max = 500) String password) {}
}
