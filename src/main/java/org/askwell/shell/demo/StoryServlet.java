package org.askwell.shell.demo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Settings;
import org.askwell.common.Texts;
import org.askwell.knowledge.ReviewService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.Session;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketService;

/**
 * Opens the page on which a story of the sign-in page begins, for whoever has just signed in for it and in the language
 * of that page: {@code /stories/NAME}.
 */
@WebServlet("/stories/*")
public class StoryServlet extends HttpServlet {

    /** Only the rule on networks puts tickets into this queue. */
    private static final String MOVED_BY_RULE = "it-network";

    private static final int FEW = 8;
    private static final int MANY = 50;

    @Inject
    TicketService tickets;

    @Inject
    KnownProblemService problems;

    @Inject
    ReviewService reviews;

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
        var language = Texts.languageOf(request.getLocale());
        var begins = CurrentPerson.as(person.get(), () -> {
            people.speak(language);
            return begins(path.substring(1), language);
        });
        if (begins.isEmpty()) {
            response.sendError(404);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/" + begins.get());
    }

    private Optional<String> begins(String story, String language) {
        return Optional.ofNullable(
                switch (story) {
                    case "vpn", "leave", "printer", "problem" -> "?q=" + text(story, language);
                    case "bands" -> "search?q=" + text(story, language);
                    case "pinned" -> Places.desk("hr");
                    case "rule" ->
                        tickets.page(TicketFilter.ALL.inQueue(MOVED_BY_RULE), 0, FEW).stream()
                                .map(TicketRow::number)
                                .min(Comparator.comparing(
                                        it -> problems.find(it).isPresent()))
                                .map(it -> Places.ticket(it.value()))
                                .orElse(Places.QUEUES);
                    case "gap" -> Places.GAPS + "?order=frequent";
                    case "review" -> review(language);
                    case "system" -> Places.ADMIN_SYSTEM;
                    default -> null;
                });
    }

    /** What waits in the reader's language, or in the other one, or the list of what does not wait any more. */
    private String review(String language) {
        return reviews.waitingForMe(null, MANY).items().stream()
                .min(Comparator.comparing(it -> !it.language().equals(language)))
                .map(it -> Places.articleReview(it.article().value()))
                .orElse(Places.KNOWLEDGE);
    }

    private static String text(String story, String language) {
        return URLEncoder.encode(Texts.in(Texts.forLanguage(language), "shell.story." + story), StandardCharsets.UTF_8);
    }
}
