package org.askwell.people.ui;

import static org.askwell.common.markdown.Markdown.escape;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.people.Session;
import org.askwell.people.SignIn;
import org.askwell.people.Welcome;

/**
 * Where a one-time link leads: somebody chooses a password and is in. Looking at the page does not use the link up, so
 * that a mail scanner that follows it does no harm.
 */
@WebServlet(urlPatterns = "/welcome/*")
public class WelcomeServlet extends HttpServlet {

    private static final String ROOT = "../";

    @Inject
    Welcome welcome;

    @Inject
    WrongLinks wrong;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var guest = welcome.guest(secret(request));
        if (guest.isPresent()) {
            show(guest.get(), response, Optional.empty());
        } else {
            refuse(request, response, Refusal.notFound("welcome-over"));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (DoorPage.isForeign(request)) {
            response.sendError(403);
            return;
        }
        var secret = secret(request);
        var guest = welcome.guest(secret);
        if (guest.isEmpty()) {
            refuse(request, response, Refusal.notFound("welcome-over"));
            return;
        }
        try {
            var password = Objects.requireNonNullElse(request.getParameter("password"), "");
            if (!password.equals(request.getParameter("again"))) {
                throw Refusal.invalid("welcome-differs");
            }
            Session.begin(request, welcome.enter(secret, password));
            response.sendRedirect(request.getContextPath() + "/");
        } catch (Refusal no) {
            response.setStatus(no.kind().status());
            if (no.kind() == Refusal.Kind.INVALID) {
                show(guest.get(), response, Optional.of(no));
            } else {
                refuse(request, response, no);
            }
        }
    }

    private static void show(Welcome.Guest guest, HttpServletResponse response, Optional<Refusal> no)
            throws IOException {
        var locale = guest.locale();
        var body = """
                <p>%s</p>%s
                <form method="post">
                <input type="hidden" name="username" autocomplete="username" value="%s">
                %s%s<p class="quiet-text">%s</p>
                <button type="submit" class="primary">%s</button></form>
                """.formatted(
                escape(Texts.in(locale, "people.welcome.lead", guest.login())),
                no.map(it -> "<p class=\"notice\" role=\"alert\">" + escape(it.sentence(locale)) + "</p>")
                        .orElse(""),
                escape(guest.login().value()),
                DoorPage.field("password", Texts.in(locale, "people.password.wanted"), "password", "new-password", ""),
                DoorPage.field("again", Texts.in(locale, "people.welcome.again"), "password", "new-password", ""),
                escape(Texts.in(locale, "people.password.help", SignIn.SHORTEST_PASSWORD)),
                escape(Texts.in(locale, "people.welcome.submit")));
        DoorPage.write(
                response, DoorPage.html(locale, Texts.in(locale, "people.welcome.title", guest.name()), body, ROOT));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal no) throws IOException {
        var told = wrong.note(request.getRemoteAddr()) ? Refusal.tooMany("welcome-too-many") : no;
        var locale = Texts.forLanguage(Texts.languageOf(request.getLocale()));
        response.setStatus(told.kind().status());
        var body = "<p class=\"notice\" role=\"alert\">%s</p><p><a href=\"%slogin\">%s</a></p>"
                .formatted(escape(told.sentence(locale)), ROOT, escape(Texts.in(locale, "people.signin.submit")));
        DoorPage.write(response, DoorPage.html(locale, Texts.in(locale, "people.welcome.over"), body, ROOT));
    }

    private static String secret(HttpServletRequest request) {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        return path.substring(1);
    }
}
