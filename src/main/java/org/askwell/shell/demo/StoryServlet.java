package org.askwell.shell.demo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Settings;
import org.askwell.common.Texts;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Session;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketService;

/** Opens the page on which a story of the sign-in page begins, for whoever has just signed in for it: {@code /stories/NAME}. */
@WebServlet("/stories/*")
public class StoryServlet extends HttpServlet {

    /** Only the rule on networks puts tickets into this queue. */
    private static final String MOVED_BY_RULE = "it-network";

    @Inject
    TicketService tickets;

    @Inject
    PeopleService people;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = Session.person(request);
        var path = request.getPathInfo();
        if (Settings.mode() != Settings.Mode.DEMO || person.isEmpty() || path == null || path.length() < 2) {
            response.sendError(404);
            return;
        }
        var begins = CurrentPerson.as(person.get(), () -> begins(path.substring(1), person.get()));
        if (begins.isEmpty()) {
            response.sendError(404);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/" + begins.get());
    }

    private Optional<String> begins(String story, PersonId person) {
        return Optional.ofNullable(
                switch (story) {
                    case "vpn", "leave", "printer" -> "?q=" + text(story, person);
                    case "bands" -> "search?q=" + text(story, person);
                    case "rule" ->
                        tickets.page(TicketFilter.ALL.inQueue(MOVED_BY_RULE), 0, 1).stream()
                                .map(it -> Places.ticket(it.number().toString()))
                                .findFirst()
                                .orElse("queues");
                    case "gap" -> "knowledge/gaps?order=frequent";
                    case "news" -> "inbox";
                    case "leaver" -> "admin/people";
                    case "system" -> "admin/system";
                    default -> null;
                });
    }

    private String text(String story, PersonId person) {
        var locale = Texts.forLanguage(people.profile(person).language());
        return URLEncoder.encode(Texts.in(locale, "shell.story." + story), StandardCharsets.UTF_8);
    }
}
