package org.askwell.people.ui;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.common.markdown.Markdown;
import org.askwell.people.Authentication;
import org.askwell.people.Session;

/** Sends whoever opens a page without being signed in to the door, which leads back to that page afterwards. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DoorFilter implements Filter {

    private static final List<String> OPEN = List.of(
            "/login",
            "/signin",
            "/signout",
            "/setup",
            "/welcome/",
            "/css/",
            "/js/",
            "/icons/",
            "/api/",
            "/api-docs",
            "/openapi",
            "/webjars/",
            "/health",
            "/metrics",
            "/VAADIN/",
            "/favicon.ico");

    @Override
    public void doFilter(ServletRequest plain, ServletResponse reply, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) plain;
        if (request.getMethod().equals("GET")
                && request.getParameter("v-r") == null
                && !isOpen(request.getRequestURI()
                        .substring(request.getContextPath().length()))) {
            var response = (HttpServletResponse) reply;
            var trouble = Authentication.trouble(request);
            if (trouble.isPresent()) {
                tell(trouble.get(), request, response);
                return;
            }
            if (Session.person(request).isEmpty()) {
                response.sendRedirect(request.getContextPath() + "/login" + next(request));
                return;
            }
        }
        chain.doFilter(plain, reply);
    }

    /** One sentence instead of the page, which comes by itself when it can be put together again. */
    private static void tell(Refusal trouble, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var locale = Texts.forLanguage(Texts.languageOf(request.getLocale()));
        response.setStatus(trouble.kind().status());
        response.setHeader("Refresh", "15");
        DoorPage.write(
                response,
                DoorPage.html(
                        locale,
                        Texts.in(locale, "common.wrong.title"),
                        "<p role=\"alert\">" + Markdown.escape(trouble.sentence(locale)) + "</p>"));
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(path::startsWith);
    }

    private static String next(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length() + 1);
        var query = request.getQueryString();
        var wanted = query == null ? path : path + "?" + query;
        return wanted.isEmpty() ? "" : "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
