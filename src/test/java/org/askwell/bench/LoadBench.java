package org.askwell.bench;

import static org.askwell.bench.Tables.heading;
import static org.askwell.bench.Tables.note;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;

/**
 * Fills a portal with very many tickets, to see how it does then.
 *
 * <p>{@code [--tickets N] [--messages M] [--seed S] [--database H2|POSTGRES]}. Into the database of {@code ASKWELL_DB_URL}
 * (with {@code ASKWELL_DB_USER} and {@code ASKWELL_DB_PASSWORD}), in which the demo company has moved in; without one,
 * into a portal of its own that stays up to be looked at until this process is ended.
 */
public final class LoadBench {

    static final int TICKETS = 1_000_000;
    static final int MESSAGES_EACH = 5;
    static final long SEED = 20261122;

    private LoadBench() {}

    public static void main(String[] arguments) throws Exception {
        int tickets = TICKETS;
        int messages = 0;
        long seed = SEED;
        var database = TestDatabase.POSTGRES;
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--tickets" -> tickets = Integer.parseInt(arguments[++at]);
                case "--messages" -> messages = Integer.parseInt(arguments[++at]);
                case "--seed" -> seed = Long.parseLong(arguments[++at]);
                case "--database" -> database = TestDatabase.valueOf(arguments[++at]);
                default -> {
                    System.err.println("Unknown option " + arguments[at]
                            + "; known are --tickets N, --messages M, --seed S, --database NAME.");
                    System.exit(64);
                }
            }
        }
        int wanted = messages > 0 ? messages : tickets * MESSAGES_EACH;
        var url = System.getenv("ASKWELL_DB_URL");
        if (url != null) {
            var source = TicketMill.Source.of(
                    url,
                    System.getenv().getOrDefault("ASKWELL_DB_USER", "sa"),
                    System.getenv().getOrDefault("ASKWELL_DB_PASSWORD", ""));
            heading("Load");
            load(source, tickets, wanted, seed, new LinkedHashMap<>());
            System.exit(0);
        }
        if (database == TestDatabase.H2) {
            System.err.println("The file of H2 has one owner: end the portal and give its ASKWELL_DB_URL.");
            System.exit(64);
        }
        try (var server = company(database)) {
            heading("Load");
            load(server::database, tickets, wanted, seed, new LinkedHashMap<>());
            System.out.println("\n" + server.url() + ", as it-agent with the password demo; ends with this process.");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** A portal of its own with the demo company and nothing in it yet. */
    static Server company(TestDatabase database) {
        return Server.start(
                database, Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off"));
    }

    static void load(TicketMill.Source source, int tickets, int messages, long seed, Map<String, Object> of)
            throws IOException, SQLException {
        long began = System.nanoTime();
        var rows = new TicketMill(source, seed).grind(tickets, messages, Instant.now());
        note(of, "seconds to write " + tickets + " tickets", (System.nanoTime() - began) / 1e9);
        note(of, "rows then", rows);
    }
}
