package org.askwell.people.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.common.rest.Problem;
import org.askwell.people.Authentication;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;

/** Lets a program into {@code /api} as the person its token stands for, and nobody else. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class RestIdentity implements Filter {

    @Override
    public void doFilter(ServletRequest plain, ServletResponse reply, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) plain;
        var response = (HttpServletResponse) reply;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        var principal = request.getUserPrincipal();
        var person =
                principal == null ? null : PersonId.parse(principal.getName()).orElse(null);
        if (person == null) {
            refuse(request, response);
            return;
        }
        try {
            CurrentPerson.as(person, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                } catch (ServletException failure) {
                    throw new Wrapped(failure);
                }
            });
        } catch (Wrapped wrapped) {
            throw wrapped.inner;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var refusal = Authentication.trouble(request).orElseGet(() -> Refusal.unauthenticated("token-needed"));
        if (refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        Problem.write(response, refusal, Texts.forLanguage(Texts.languageOf(request.getLocale())));
    }

    private static final class Wrapped extends RuntimeException {
        private final ServletException inner;

        Wrapped(ServletException inner) {
            super(inner);
            this.inner = inner;
        }
    }
}
