package org.askwell.people.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.askwell.common.Texts;
import org.askwell.people.PeopleService;
import org.askwell.people.Session;
import org.askwell.people.SignIn;

/**
 * The door: shows the sign-in page, takes its form, and lets people out again.
 *
 * <p>A plain page with a plain form: browsers and password stores recognise it, nobody has a session before signing in,
 * and it works before any script has loaded.
 */
@WebServlet(urlPatterns = {"/login", "/signin", "/signout"})
public class SignInServlet extends HttpServlet {

    @Inject
    SignIn signIn;

    @Inject
    PeopleService people;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (people.isEmpty()) {
            response.sendRedirect("setup");
            return;
        }
        var locale = Texts.forLanguage(Texts.languageOf(request.getLocale()));
        var notice = request.getParameter("wrong") != null
                ? "wrong"
                : request.getParameter("locked") != null ? "locked" : request.getParameter("bye") != null ? "bye" : "";
        DoorPage.write(response, new SignInPage(locale, notice, Next.of(request.getParameter("next"))).html());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (DoorPage.isForeign(request)) {
            response.sendError(403);
            return;
        }
        if (request.getServletPath().equals("/signout")) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect("login?bye");
            return;
        }
        var next = Next.of(request.getParameter("next"));
        switch (signIn.withPassword(request.getParameter("username"), request.getParameter("password"))) {
            case SignIn.Outcome.Welcome welcome -> {
                Session.begin(request, welcome.person());
                response.sendRedirect(request.getContextPath() + "/" + next);
            }
            case SignIn.Outcome.LockedOut locked -> back(response, "locked", next);
            case SignIn.Outcome.Wrong wrong -> back(response, "wrong", next);
        }
    }

    private static void back(HttpServletResponse response, String why, String next) throws IOException {
        response.sendRedirect("login?" + why + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}
