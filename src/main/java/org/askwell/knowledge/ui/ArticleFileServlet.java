package org.askwell.knowledge.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.askwell.common.FileStore;
import org.askwell.common.StoredFile;
import org.askwell.knowledge.ArticleFiles;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.people.Session;

/** Shows the pictures of articles to those who may read them: {@code /article-files/<space>/<hash>/<name>}. */
@WebServlet("/article-files/*")
public class ArticleFileServlet extends HttpServlet {

    @Inject
    ArticleFiles files;

    @Inject
    FileStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = person(request).flatMap(person -> CurrentPerson.as(person, () -> find(request.getPathInfo())));
        if (file.isEmpty()) {
            response.sendError(404);
            return;
        }
        response.setContentType(file.get().mediaType());
        response.setContentLengthLong(file.get().size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        // The address names the content, so that it may be kept; but never by a cache that others share.
        response.setHeader("Cache-Control", "private, max-age=86400, immutable");
        try (var in = store.open(file.get().hash())) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static Optional<PersonId> person(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? Session.person(request) : PersonId.parse(principal.getName());
    }

    private Optional<StoredFile> find(String path) {
        var parts = path == null ? new String[0] : path.split("/");
        return parts.length < 3 ? Optional.empty() : files.find(parts[2]);
    }
}
