package org.askwell.people;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.common.Trouble;

/**
 * The one way in: a bearer token for programs, the page's session for people.
 *
 * <p>A company's single sign-on (OIDC) takes its place here, as one more way to come from a request to a
 * {@link PersonId}; nothing else asks how somebody was recognised. The container learns the coarse roles, so that
 * {@code @RolesAllowed} holds on resources; the fine questions are asked by the rooms.
 */
@ApplicationScoped
@DeclareRoles({"EMPLOYEE", "AGENT", "DESK_OWNER", "CURATOR", "ADMIN"})
public class Authentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String TROUBLE = "askwell.trouble";

    @Inject
    SignIn signIn;

    @Inject
    Callers callers;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            var caller = personOf(request).flatMap(callers::find);
            if (caller.isPresent()) {
                return context.notifyContainerAboutLogin(caller.get().id().value(), roles(caller.get()));
            }
        } catch (RuntimeException failure) {
            // Thrown from here it would become the server's own page; the filters can tell it properly.
            request.setAttribute(TROUBLE, Trouble.of(failure));
        }
        return context.doNothing();
    }

    /** Why it could not be found out who is asking: the database is away, for one. */
    public static Optional<Refusal> trouble(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(TROUBLE));
    }

    private Optional<PersonId> personOf(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return signIn.withToken(authorization.substring(BEARER.length()).trim());
        }
        return Session.person(request);
    }

    private static Set<String> roles(Caller caller) {
        var roles = new HashSet<String>();
        roles.add(Role.EMPLOYEE.name());
        caller.grants().forEach(grant -> roles.add(grant.role().name()));
        return roles;
    }
}
