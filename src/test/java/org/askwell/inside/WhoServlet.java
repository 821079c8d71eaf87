package org.askwell.inside;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.askwell.people.CurrentPerson;

/** Says whom the container recognised, and who acts according to the portal; it is neither a page nor REST. */
@WebServlet("/who")
public class WhoServlet extends HttpServlet {

    @Inject
    CurrentPerson current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter()
                .write(request.getRemoteUser() + " "
                        + current.findId().map(Object::toString).orElse("nobody"));
    }
}
