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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.askwell.people.ApiToken;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.SignIn;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who one is here, and the tokens one has given to programs. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    CurrentPerson current;

    @Inject
    PeopleService people;

    @Inject
    SignIn signIn;

    @GET
    public Me me() {
        var caller = current.get();
        return new Me(
                caller.id().value(),
                caller.name(),
                caller.language(),
                caller.zone().getId(),
                caller.office(),
                caller.department(),
                caller.grants().stream()
                        .map(grant -> new Grant(grant.role().name(), grant.scope()))
                        .sorted((a, b) -> (a.role() + a.scope()).compareTo(b.role() + b.scope()))
                        .toList());
    }

    @GET
    @Path("tokens")
    public List<Token> tokens() {
        return signIn.tokens().stream().map(Token::of).toList();
    }

    /** The secret stands in this reply and nowhere else. */
    @POST
    @Path("tokens")
    @APIResponseSchema(value = IssuedToken.class, responseCode = "201")
    public Response issue(@Valid @NotNull NewToken body) {
        var secret = signIn.issueToken(body.label());
        return Response.status(201)
                .entity(new IssuedToken(secret, body.label()))
                .build();
    }

    @DELETE
    @Path("tokens/{start}")
    public void revoke(@PathParam("start") String start) {
        signIn.revokeToken(start);
    }

    /** Chooses the language of one's own pages, and of what is told in one's own words: {@code zh} or {@code en}. */
    @PUT
    @Path("language")
    public void speak(@Valid @NotNull LanguageChoice body) {
        people.speak(body.language());
    }

    /** Changes one's own password; the present one proves that it is oneself. */
    @PUT
    @Path("password")
    public void changePassword(@Valid @NotNull PasswordChange body) {
        signIn.changePassword(body.present(), body.wanted());
    }

    public record Me(
            String id,
            String name,
            String language,
            String zone,
            @Nullable String office,
            @Nullable String department,
            List<Grant> roles) {}

    public record Grant(String role, String scope) {}

    public record LanguageChoice(@NotBlank @Size(max = 8) String language) {}

    public record PasswordChange(
            @NotBlank @Size(max = 500) String present,
            @NotBlank @Size(max = 500) String wanted) {}

    public record NewToken(@NotBlank @Size(max = 120) String label) {}

    public record IssuedToken(String token, String label) {}

    public record Token(
            String start,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {
        static Token of(ApiToken.Summary summary) {
            return new Token(
                    summary.start(),
                    summary.label(),
                    summary.createdAt(),
                    summary.lastUsedAt().orElse(null),
                    summary.revokedAt().orElse(null));
        }
    }
}
