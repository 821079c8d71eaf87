package org.askwell.audit.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.askwell.audit.AuditTable;
import org.askwell.audit.AuditTrail;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Session;

/** Gives the lines that an administrator sees on the page as a table: {@code /audit-table?kind=DESK}. */
@WebServlet("/audit-table")
public class AuditTableServlet extends HttpServlet {

    @Inject
    AuditTrail trail;

    @Inject
    AuditTable table;

    @Inject
    CurrentPerson current;

    @Inject
    AuditAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = Session.person(request);
        if (person.isEmpty()) {
            response.sendError(404);
            return;
        }
        try {
            var filter = CurrentPerson.as(person.get(), () -> {
                var asked = address.filter(name -> request.getParameter(name));
                trail.noteExport(asked);
                return asked;
            });
            response.setContentType("text/csv;charset=utf-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            var out = response.getWriter();
            CurrentPerson.as(person.get(), () -> {
                try {
                    table.write(filter, current.get().locale(), out);
                } catch (IOException gone) {
                    throw new java.io.UncheckedIOException(gone);
                }
            });
            out.flush();
        } catch (Refusal no) {
            response.sendError(404);
        } catch (java.io.UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
