package org.askwell.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Kills a server of its own in the middle of its work, again and again, and looks for what it had acknowledged.
 *
 * <p>Clients open tickets, write messages, create and publish articles, and note every reply. After so many replies the
 * process gets a {@code kill -9}; then it is started again on what it left. What was acknowledged must be there, what
 * was not must be there wholly or not at all, and the index must find exactly the articles that the database shows.
 */
public final class CrashRun implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final Server server;
    private final Rest rest;
    private final Map<String, Acknowledged> tickets = new TreeMap<>();
    private final Map<String, Note> notes = new TreeMap<>();
    private int round;

    /** A ticket whose opening was acknowledged, with the texts of the messages that were. */
    private record Acknowledged(String subject, List<String> texts) {}

    /** An article whose creation was acknowledged, and whether its publication was. */
    private record Note(String word, boolean published) {}

    /**
     * What a round came to.
     *
     * @param missing each thing that was acknowledged and is gone, or half there, or found wrongly
     */
    public record Round(
            int number,
            int acknowledged,
            int tickets,
            int messages,
            int articles,
            long restartMillis,
            List<String> missing) {}

    public CrashRun(TestDatabase database) {
        // Without vectors a search finds a word or it does not; with them there are always neighbours.
        server = Server.start(
                database, Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off"));
        rest = server.as("curator");
    }

    /** Works, is killed after so many acknowledgements, starts again, and looks at everything since the first round. */
    public Round round(int killAfter) throws Exception {
        round++;
        int acknowledged = workUntilKilled(killAfter);
        long before = System.nanoTime();
        server.up();
        long restart = Duration.ofNanos(System.nanoTime() - before).toMillis();
        var missing = new ArrayList<String>();
        int messages = lookForTickets(missing);
        lookForHalves(missing);
        lookForArticles(missing);
        return new Round(round, acknowledged, tickets.size(), messages, notes.size(), restart, missing);
    }

    private int workUntilKilled(int killAfter) throws Exception {
        var opened = new ConcurrentLinkedQueue<Map.Entry<String, Acknowledged>>();
        var written = new ConcurrentLinkedQueue<Map.Entry<String, Note>>();
        var count = new AtomicInteger();
        Runnable acknowledged = () -> {
            if (count.incrementAndGet() == killAfter) {
                server.kill();
            }
        };
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                all.add(clients.submit(() -> {
                    try {
                        for (int step = 0; ; step++) {
                            ticket(number + "-" + step, opened, acknowledged);
                            article(word(number, step), written, acknowledged);
                        }
                    } catch (UncheckedIOException killed) {
                        // This is what they wait for: whatever has no reply by now is in doubt.
                    }
                }));
            }
            for (var client : all) {
                client.get();
            }
        }
        opened.forEach(it -> tickets.put(it.getKey(), it.getValue()));
        written.forEach(it -> notes.put(it.getKey(), it.getValue()));
        return count.get();
    }

    private void ticket(
            String name, ConcurrentLinkedQueue<Map.Entry<String, Acknowledged>> opened, Runnable acknowledged) {
        var subject = "The printer eats paper, " + round + "-" + name;
        var texts = new ArrayList<>(List.of("It began with sheet " + name));
        var body = Map.of("subject", subject, "text", texts.getFirst(), "desk", "it");
        var number = created(rest.post("/api/tickets", body)).text("/number");
        opened.add(Map.entry(number, new Acknowledged(subject, texts)));
        acknowledged.run();
        for (int i = 0; i < 2; i++) {
            var text = "And another sheet: " + name + "/" + i;
            created(rest.post("/api/tickets/" + number + "/messages", Map.of("text", text)));
            texts.add(text);
            acknowledged.run();
        }
    }

    private void article(String word, ConcurrentLinkedQueue<Map.Entry<String, Note>> written, Runnable acknowledged) {
        var markdown = "# " + word + "\n\nWhoever hears " + word + " waits for the green light.\n";
        var id = created(rest.post(
                        "/api/articles",
                        Map.of("space", "it", "language", "en", "title", "Signal " + word, "markdown", markdown)))
                .text("/id");
        var draft = Map.entry(id, new Note(word, false));
        written.add(draft);
        acknowledged.run();
        var published = rest.put("/api/articles/" + id + "/publication", Map.of());
        require(published.status() == 200, published);
        written.add(Map.entry(id, new Note(word, true)));
        acknowledged.run();
    }

    private int lookForTickets(List<String> missing) {
        int messages = 0;
        for (var ticket : tickets.entrySet()) {
            var reply = rest.get("/api/tickets/" + ticket.getKey());
            var expected = ticket.getValue();
            var there = texts(reply.body());
            if (reply.status() != 200 || !reply.text("/subject").equals(expected.subject())) {
                missing.add("ticket " + ticket.getKey());
            } else if (there.size() < expected.texts().size()
                    || !there.subList(0, expected.texts().size()).equals(expected.texts())) {
                missing.add("messages of " + ticket.getKey() + ": " + there);
            }
            messages += expected.texts().size();
        }
        return messages;
    }

    /** Tickets whose reply never came are there with their first message and their history, or not at all. */
    private void lookForHalves(List<String> missing) {
        for (var line : all("/api/tickets?requester=me")) {
            var number = line.at("/number").asText();
            if (texts(rest.get("/api/tickets/" + number).body()).isEmpty()
                    || rest.get("/api/tickets/" + number + "/history").body().isEmpty()) {
                missing.add("half of " + number);
            }
        }
    }

    private void lookForArticles(List<String> missing) {
        var shown = new LinkedHashMap<String, Boolean>();
        for (var line : all("/api/articles?space=it")) {
            if (line.at("/title").asText().startsWith("Signal ")) {
                shown.put(
                        line.at("/id").asText() + " "
                                + line.at("/title").asText().substring("Signal ".length()),
                        line.at("/status").asText().equals("PUBLISHED"));
            }
        }
        notes.forEach((id, note) -> {
            var there = shown.get(id + " " + note.word());
            if (there == null || (note.published() && !there)) {
                missing.add((there == null ? "article " : "publication of ") + id);
            }
        });
        shown.forEach((article, published) -> {
            var id = article.substring(0, article.indexOf(' '));
            var word = article.substring(article.indexOf(' ') + 1);
            var expected = published ? new TreeSet<>(List.of(id)) : new TreeSet<String>();
            try {
                // The index follows the database; it may need a moment, and then it has to be right.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> found(word).equals(expected));
            } catch (ConditionTimeoutException late) {
                missing.add("search for " + word + " finds " + found(word) + " instead of " + expected);
            }
        });
    }

    private TreeSet<String> found(String word) {
        var found = new TreeSet<String>();
        rest.get("/api/search?q=" + word)
                .body()
                .at("/items")
                .forEach(it -> found.add(it.at("/article").asText()));
        return found;
    }

    private List<JsonNode> all(String path) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = rest.get(path + "&limit=200" + cursor).body();
            page.at("/items").forEach(all::add);
            var next = page.at("/nextCursor").asText("");
            cursor = next.isEmpty() || next.equals("null") ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> texts(JsonNode ticket) {
        var texts = new ArrayList<String>();
        ticket.at("/messages").forEach(it -> texts.add(it.at("/text").asText()));
        return texts;
    }

    /** A word that stands nowhere else, that no stemmer shortens, and that is no slip of the finger away from another. */
    private String word(int client, int step) {
        var letters = "bcdfghjkmp";
        var random = new Random(round * 1_000_000L + client * 10_000L + step);
        var word = new StringBuilder("qz");
        for (int at = 0; at < 14; at++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.append("x").toString();
    }

    private static Rest.Reply created(Rest.Reply reply) {
        require(reply.status() == 201, reply);
        return reply;
    }

    private static void require(boolean right, Rest.Reply reply) {
        if (!right) {
            throw new IllegalStateException("An unexpected reply: " + reply.status() + " " + reply.text());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
