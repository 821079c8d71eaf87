package org.askwell.ticket.rest;

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
import org.askwell.common.StoredFile;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketService;

/**
 * Hands out the files of tickets under the rights of their ticket.
 *
 * <p>Pictures are shown where they stand; everything else is saved. Whatever is inside, a browser must not run it: the
 * type is fixed, and the sandbox has no scripts and no origin.
 */
@WebServlet(urlPatterns = "/files/tickets/*")
public class TicketFiles extends HttpServlet {

    @Inject
    TicketService tickets;

    @Inject
    FileStore files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var principal = request.getUserPrincipal();
        var person = principal == null ? Optional.<PersonId>empty() : PersonId.parse(principal.getName());
        var path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        var file = person.flatMap(it -> visible(it, path));
        if (file.isEmpty()) {
            response.sendError(404);
            return;
        }
        send(file.get(), response);
    }

    private Optional<StoredFile> visible(PersonId person, String token) {
        try {
            return Optional.of(CurrentPerson.as(person, () -> tickets.attachment(token)));
        } catch (Refusal notForThisPerson) {
            return Optional.empty();
        }
    }

    private void send(StoredFile file, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, max-age=3600");
        response.setContentType(file.isImage() ? file.mediaType() : "application/octet-stream");
        var encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader(
                "Content-Disposition", (file.isImage() ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded);
        response.setContentLengthLong(file.size());
        try (var in = files.open(file.hash())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
