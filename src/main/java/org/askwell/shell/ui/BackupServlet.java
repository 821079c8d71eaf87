package org.askwell.shell.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Session;
import org.askwell.shell.SystemService;

/** Gives a backup to an administrator's browser: {@code /backups/NAME}. */
@WebServlet("/backups/*")
public class BackupServlet extends HttpServlet {

    @Inject
    SystemService system;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = Session.person(request);
        var path = request.getPathInfo();
        if (person.isEmpty() || path == null || path.length() < 2) {
            response.sendError(404);
            return;
        }
        var name = path.substring(1);
        try (var in = CurrentPerson.as(person.get(), () -> system.readBackup(name))) {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            in.transferTo(response.getOutputStream());
        } catch (Refusal no) {
            response.sendError(404);
        }
    }
}
