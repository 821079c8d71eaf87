package org.askwell.views;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.askwell.common.db.StatementCount;
import org.askwell.inside.Ground;
import org.askwell.inside.SmallCompany;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.people.SignIn;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;

/** What cases about pages have in common: what somebody else does meanwhile, and what has come of it. */
interface PageCase {

    default <T> T the(Class<T> service) {
        return CDI.current().select(service).get();
    }

    default TicketService tickets() {
        return the(TicketService.class);
    }

    default <T> T as(PersonId person, Supplier<T> something) {
        return CurrentPerson.as(person, something);
    }

    default void as(PersonId person, Runnable something) {
        CurrentPerson.as(person, something);
    }

    /** Somebody does something at another desk, in another thread; it is done when this returns. */
    default void elsewhere(PersonId person, Runnable something) {
        try {
            the(Ground.class)
                    .executor()
                    .submit(() -> CurrentPerson.as(person, something))
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A ticket of the employee's at the first desk. */
    default TicketNumber openTicket(String subject) {
        return as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of(subject, "Please look.", SmallCompany.DESK))
                        .number());
    }

    /** As those who work on it know it. */
    default TicketSheet sheet(TicketNumber number) {
        return as(SmallCompany.AGENT, () -> tickets().ticket(number));
    }

    default List<String> messages(TicketNumber number) {
        return sheet(number).conversation().stream().map(it -> it.text()).toList();
    }

    /** The least of three: who is acting is read anew every two seconds, and that is not the list's doing. */
    static long statements(Supplier<?> something) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = StatementCount.here();
            something.get();
            least = Math.min(least, StatementCount.here() - before);
        }
        return least;
    }

    /** What a program gets that reads something with a token of that person's. */
    default HttpResponse<String> fetch(PersonId person, String path) {
        var token = as(person, () -> the(SignIn.class).issueToken("a test"));
        var request = the(HttpServletRequest.class);
        var url = URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(url)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
