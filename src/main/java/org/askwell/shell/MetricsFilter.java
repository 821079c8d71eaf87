package org.askwell.shell;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.common.rest.Problem;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;

/**
 * Shows the metrics to administrators and to collectors on the same machine.
 *
 * <p>What a proxy passes on is never taken for local, wherever the proxy runs.
 */
@WebFilter(urlPatterns = {"/metrics", "/metrics/*"})
public class MetricsFilter implements Filter {

    @Inject
    CurrentPerson current;

    @Override
    public void doFilter(ServletRequest plain, ServletResponse reply, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) plain;
        if (isLocal(request) || isAdministrator(request)) {
            chain.doFilter(plain, reply);
            return;
        }
        Problem.write(
                (HttpServletResponse) reply,
                Refusal.forbidden("administrators-only"),
                Texts.forLanguage(Texts.languageOf(request.getLocale())));
    }

    private boolean isAdministrator(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal != null
                && PersonId.parse(principal.getName())
                        .map(person -> CurrentPerson.as(
                                person,
                                () -> current.find().filter(Caller::isAdmin).isPresent()))
                        .orElse(false);
    }

    private static boolean isLocal(HttpServletRequest request) throws IOException {
        boolean passedOn = Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                .anyMatch(name -> request.getHeader(name) != null);
        return !passedOn && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
