package org.askwell.people.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.askwell.people.Session;
import org.askwell.people.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Takes the sign-in form and the sign-out button; everything a person sees of it is {@link SignInView}.
 *
 * <p>A plain form post, so that browsers and password stores recognise it and the session id can be changed.
 */
@WebServlet(urlPatterns = {"/signin", "/signout"})
public class SignInServlet extends HttpServlet {

    @Inject
    SignIn signIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (isForeign(request)) {
            response.sendError(403);
            return;
        }
        if (request.getServletPath().equals("/signout")) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect(request.getContextPath() + "/login?bye");
            return;
        }
        var next = safe(request.getParameter("next"));
        switch (signIn.withPassword(request.getParameter("username"), request.getParameter("password"))) {
            case SignIn.Outcome.Welcome welcome -> {
                Session.begin(request, welcome.person());
                response.sendRedirect(request.getContextPath() + "/" + next);
            }
            case SignIn.Outcome.LockedOut locked -> back(request, response, "locked", next);
            case SignIn.Outcome.Wrong wrong -> back(request, response, "wrong", next);
        }
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, String why, String next)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?" + why + "&next="
                + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** Another site may not sign somebody in or out here. */
    private static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Only addresses of our own pages; anything else leads home. */
    private static String safe(@Nullable String next) {
        if (next == null || next.startsWith("/") || next.contains("\\") || next.contains(":") || next.contains("\n")) {
            return "";
        }
        return next;
    }
}
