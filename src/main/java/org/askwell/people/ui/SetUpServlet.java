package org.askwell.people.ui;

import static org.askwell.common.markdown.Markdown.escape;
import static org.askwell.people.ui.DoorPage.field;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.people.CurrentPerson;
import org.askwell.people.EmploymentType;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.people.Session;
import org.askwell.people.SignIn;

/**
 * The first page of an empty portal: makes the first administrator and leads on to the first desk. Gone as soon as
 * anybody is here. What was typed stays when something is refused, but for the password.
 */
@WebServlet(urlPatterns = "/setup")
public class SetUpServlet extends HttpServlet {

    @Inject
    PeopleService people;

    @Inject
    SignIn signIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!people.isEmpty()) {
            response.sendRedirect("login");
            return;
        }
        show(request, response, Optional.empty());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (DoorPage.isForeign(request)) {
            response.sendError(403);
            return;
        }
        try {
            var login = PersonId.parse(typed(request, "username").toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> Refusal.invalid("login-shape"));
            var password = typed(request, "password");
            signIn.requireGoodPassword(password);
            people.setUp(login, profile(request));
            CurrentPerson.as(login, () -> signIn.givePassword(login, password));
            Session.begin(request, login);
            response.sendRedirect("admin/desks");
        } catch (Refusal no) {
            response.setStatus(no.kind().status());
            show(request, response, Optional.of(no));
        }
    }

    private static Profile profile(HttpServletRequest request) {
        return new Profile(
                typed(request, "name"),
                null,
                null,
                null,
                typed(request, "mail"),
                null,
                null,
                null,
                Profile.zone(typed(request, "zone")),
                Texts.languageOf(request.getLocale()),
                EmploymentType.FULL_TIME);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Optional<Refusal> no)
            throws IOException {
        var locale = Texts.forLanguage(Texts.languageOf(request.getLocale()));
        var zone = typed(request, "zone");
        var body = """
                <p>%s</p>%s
                <form method="post" action="setup">%s%s%s%s%s
                <button type="submit" class="primary">%s</button></form>
                """.formatted(
                        escape(Texts.in(locale, "people.setup.lead")),
                        no.map(it -> "<p class=\"notice\" role=\"alert\">" + escape(it.sentence(locale)) + "</p>")
                                .orElse(""),
                        field("name", Texts.in(locale, "people.setup.name"), "text", "name", typed(request, "name")),
                        field(
                                "username",
                                Texts.in(locale, "people.signin.name"),
                                "text",
                                "username",
                                typed(request, "username")),
                        field("mail", Texts.in(locale, "people.setup.mail"), "email", "email", typed(request, "mail")),
                        field("password", Texts.in(locale, "people.signin.password"), "password", "new-password", ""),
                        field(
                                "zone",
                                Texts.in(locale, "people.setup.zone"),
                                "text",
                                "off",
                                zone.isEmpty() ? "Asia/Shanghai" : zone),
                        escape(Texts.in(locale, "people.setup.submit")));
        DoorPage.write(response, DoorPage.html(locale, Texts.in(locale, "people.setup.title"), body));
    }

    private static String typed(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
