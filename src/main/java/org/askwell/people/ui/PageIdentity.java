package org.askwell.people.ui;

import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.askwell.people.CallerSource;
import org.askwell.people.PersonId;
import org.askwell.people.Session;

/** In a page, the person is the one whose session it is, on whatever thread the page is being changed. */
@ApplicationScoped
public class PageIdentity implements CallerSource {

    @Override
    public Optional<PersonId> callerId() {
        var session = VaadinSession.getCurrent();
        if (session == null || session.getSession() == null) {
            return Optional.empty();
        }
        return PersonId.parse((String) session.getSession().getAttribute(Session.PERSON));
    }
}
