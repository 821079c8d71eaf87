package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.askwell.common.FileStore;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.AttachmentRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.people.Session;

/**
 * Hands out the files of articles under the rights of their article: {@code /article-attachments/A-318/2/name}. They are
 * saved, never opened: whatever is inside, a browser must not run it.
 */
@WebServlet("/article-attachments/*")
public class ArticleAttachmentServlet extends HttpServlet {

    @Inject
    ArticleAttachments attachments;

    @Inject
    FileStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var principal = request.getUserPrincipal();
        var person = principal == null ? Session.person(request) : PersonId.parse(principal.getName());
        var file = person.flatMap(it -> CurrentPerson.as(it, () -> find(request.getPathInfo())));
        if (file.isEmpty()) {
            response.sendError(404);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setContentType(file.get().type());
        response.setHeader("Content-Disposition", saved(file.get().name()));
        response.setContentLengthLong(file.get().size());
        try (var in = store.open(file.get().stored())) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** Tells a browser to save it under its name. */
    static String saved(String name) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Optional<AttachmentRow> find(String path) {
        var parts = path == null ? new String[0] : path.split("/");
        if (parts.length < 3 || !parts[2].matches("[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        try {
            return ArticleId.parse(parts[1]).map(id -> attachments.take(id, Integer.parseInt(parts[2])));
        } catch (Refusal notForThisPerson) {
            return Optional.empty();
        }
    }
}
