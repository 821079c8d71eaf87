package org.askwell.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.askwell.house.Rest;
import org.askwell.house.Server;

/** What an employee and an agent do with tickets again and again, over REST. */
final class TicketSteps {

    private static final int MOST_KEPT = 2_000;

    private final Rest employee;
    private final Rest agent;
    private final List<String> numbers = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    TicketSteps(Server server) {
        this.employee = server.as("employee");
        this.agent = server.as("it-agent");
    }

    boolean create(int client, int number) {
        var reply = employee.post(
                "/api/tickets",
                Map.of(
                        "subject", "The printer eats paper " + number,
                        "text", "It began with sheet " + number + ", and nobody knows why.",
                        "desk", "it"));
        if (opened.incrementAndGet() % 10 == 0 && numbers.size() < MOST_KEPT) {
            numbers.add(reply.text("/number"));
        }
        return reply.status() == 201;
    }

    boolean list(int client, int number) {
        return agent.get("/api/tickets?queue=it-intake&status=active&limit=50").status() == 200;
    }

    boolean read(int client, int number) {
        return agent.get("/api/tickets/" + some(numbers, client, number)).status() == 200;
    }

    boolean reply(int client, int number) {
        return employee.post(
                                "/api/tickets/" + some(numbers, client, number) + "/messages",
                                Map.of("text", "And another sheet, number " + number))
                        .status()
                == 201;
    }

    /** All of them in turn, for a warm-up; something must have been created before. */
    boolean mixed(int client, int number) {
        return switch (number % 4) {
            case 0 -> create(client, number);
            case 1 -> list(client, number);
            case 2 -> read(client, number);
            default -> reply(client, number);
        };
    }

    int opened() {
        return opened.get();
    }

    static String some(List<String> numbers, int client, int step) {
        return numbers.get((client * 131 + step * 17) % numbers.size());
    }
}
