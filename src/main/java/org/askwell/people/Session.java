package org.askwell.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in to the pages, as the HTTP session remembers it. */
public final class Session {

    /** Name of the session attribute; holds the login as a string. */
    public static final String PERSON = "askwell.person";

    private Session() {}

    /** Signs in under a new session id, so that an id known before cannot be used. */
    public static void begin(HttpServletRequest request, PersonId person) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(PERSON, person.value());
    }

    public static Optional<PersonId> person(HttpServletRequest request) {
        return person(request.getSession(false));
    }

    private static Optional<PersonId> person(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : PersonId.parse((String) session.getAttribute(PERSON));
    }
}
