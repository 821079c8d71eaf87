package org.askwell.people.ui;

import static org.askwell.common.markdown.Markdown.escape;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.askwell.common.Spreadsheet;
import org.askwell.common.Texts;
import org.askwell.common.ui.Times;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleImportId;
import org.askwell.people.Session;
import org.askwell.people.Welcome;

/**
 * Makes the links for the newcomers of an import and hands them over, once: as a page to print or as a table.
 *
 * <p>A plain page, because it is printed, and because nothing of it may be kept: neither by the browser nor by a page
 * that stays open on the server.
 */
@WebServlet(urlPatterns = "/people-links")
public class WelcomeListServlet extends HttpServlet {

    @Inject
    Welcome welcome;

    @Inject
    CurrentPerson current;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        var person = Session.person(request);
        if (DoorPage.isForeign(request) || person.isEmpty()) {
            response.sendError(403);
            return;
        }
        var caller = CurrentPerson.as(person.get(), current::find);
        var locale = caller.map(Caller::locale).orElse(Texts.ENGLISH);
        try {
            var id = PeopleImportId.parse(request.getParameter("import"))
                    .orElseThrow(() -> Refusal.notFound(
                            "people-import-unknown", Objects.requireNonNullElse(request.getParameter("import"), "")));
            var issued = CurrentPerson.as(person.get(), () -> welcome.issueFor(id));
            if ("csv".equals(request.getParameter("format"))) {
                writeTable(response, locale, id, issued);
            } else {
                var zone = caller.orElseThrow().zone();
                var cards = new StringBuilder();
                for (var one : issued) {
                    cards.append(
                            "<li><h2>%s</h2><p>%s</p><p class=\"welcome-url\">%s</p><p class=\"quiet-text\">%s</p></li>"
                                    .formatted(
                                            escape(one.name()),
                                            escape(Texts.in(locale, "people.login.is", one.login())),
                                            escape(one.url()),
                                            escape(Texts.in(
                                                    locale,
                                                    "people.welcome.until",
                                                    Times.exact(one.until(), zone, locale)))));
                }
                show(response, locale, lead(locale, issued.size()) + "<ul class=\"welcome-list\">" + cards + "</ul>");
            }
        } catch (Refusal no) {
            response.setStatus(no.kind().status());
            show(response, locale, "<p class=\"notice\" role=\"alert\">" + escape(no.sentence(locale)) + "</p>");
        }
    }

    private static String lead(Locale locale, int links) {
        return links == 0
                ? "<p>" + escape(Texts.in(locale, "people.welcome.none")) + "</p>"
                : "<p>" + escape(Texts.in(locale, "people.welcome.list", links))
                        + "</p><p><button type=\"button\" class=\"primary\" data-print>"
                        + escape(Texts.in(locale, "people.welcome.print")) + "</button></p>";
    }

    private static void show(HttpServletResponse response, Locale locale, String body) throws IOException {
        DoorPage.write(response, DoorPage.html(locale, Texts.in(locale, "people.welcome.list.title"), body));
    }

    private static void writeTable(
            HttpServletResponse response, Locale locale, PeopleImportId id, List<Welcome.Issued> issued)
            throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"links-" + id + ".csv\"");
        try (var table = new Spreadsheet(response.getWriter())) {
            table.line(
                    Texts.in(locale, "people.name"),
                    Texts.in(locale, "people.login"),
                    Texts.in(locale, "people.welcome.link"),
                    Texts.in(locale, "people.welcome.valid"));
            for (var one : issued) {
                table.line(one.name(), one.login(), one.url(), one.until());
            }
        }
    }
}
