package org.askwell.bench;

import static org.askwell.bench.Tables.heading;
import static org.askwell.bench.Tables.note;
import static org.askwell.bench.Tables.row;
import static org.askwell.bench.Tables.tableHead;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.askwell.ai.BgeEmbedder;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.askwell.search.LuceneIndex;
import org.askwell.search.Query;
import org.askwell.search.RawSearch;
import org.awaitility.Awaitility;

/**
 * How fast the portal is on this machine, beside what the database and Lucene do alone in the same run.
 *
 * <p>{@code [--quick] [--passages N] [--database H2|POSTGRES] [--json FILE]}, or {@code --tickets N} for {@link ManyTickets}. Servers, databases and clients share the machine; everything listens
 * on loopback. Tickets are measured on both databases, the library on PostgreSQL.
 */
public final class SpeedBench {

    /** How long and how much; the quick plan only shows that everything works. */
    private record Plan(Duration warmUp, Duration each, int questions, int passages) {
        static final Plan FULL = new Plan(Duration.ofSeconds(120), Duration.ofSeconds(12), 400, 10_000);
        static final Plan QUICK = new Plan(Duration.ofSeconds(8), Duration.ofSeconds(3), 60, 500);
    }

    /** More than this no client sends in one go, whatever the clock says. */
    private static final int MOST = 50_000;

    private static final int[] CLIENTS = {1, 4, 16};
    private static final int ARTICLES_PER_IMPORT = 500;
    private static final Path KNOWLEDGE = Path.of("knowledge");

    private final Plan plan;
    private final Library library;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private SpeedBench(Plan plan) throws IOException {
        this.plan = plan;
        this.library = new Library(KNOWLEDGE);
    }

    public static void main(String[] arguments) throws Exception {
        var plan = Plan.FULL;
        int passages = 0;
        int tickets = 0;
        var databases = TestDatabase.values();
        Path json = null;
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--quick" -> plan = Plan.QUICK;
                case "--tickets" -> tickets = Integer.parseInt(arguments[++at]);
                case "--passages" -> passages = Integer.parseInt(arguments[++at]);
                case "--database" -> databases = new TestDatabase[] {TestDatabase.valueOf(arguments[++at])};
                case "--json" -> json = Path.of(arguments[++at]);
                default -> {
                    System.err.println("Unknown option " + arguments[at]
                            + "; known are --quick, --tickets N, --passages N, --database NAME," + " --json FILE.");
                    System.exit(64);
                }
            }
        }
        if (passages > 0) {
            plan = new Plan(plan.warmUp(), plan.each(), plan.questions(), passages);
        }
        var bench = new SpeedBench(plan);
        bench.machine();
        if (tickets > 0) {
            new ManyTickets(tickets, plan.warmUp(), plan.each(), bench.figures).measure();
        } else {
            for (var database : databases) {
                bench.measure(database);
            }
        }
        bench.overall(
                "load average at the end",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (json == null) {
            json = Path.of("target", "bench", tickets > 0 ? "tickets.json" : "speed.json");
        }
        Files.createDirectories(json.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), bench.figures);
        System.out.println("\nWritten to " + json);
        System.exit(0);
    }

    private void machine() {
        heading("Machine");
        var system = ManagementFactory.getOperatingSystemMXBean();
        overall("processors", system.getAvailableProcessors());
        overall("java", System.getProperty("java.version"));
        overall("load average before", system.getSystemLoadAverage());
        overall("plan", plan.toString());
    }

    private void measure(TestDatabase database) throws Exception {
        heading(database.name());
        var of = new LinkedHashMap<String, Object>();
        figures.put(database.name(), of);
        long before = System.nanoTime();
        try (var server = Server.start(database, Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0"))) {
            note(of, "first start with the demo company, seconds", seconds(before));
            tickets(database, server, of);
            if (database == TestDatabase.POSTGRES) {
                knowledge(server, of);
            }
            pages(server, of);
            note(of, "resident memory after the load, MB", residentMegabytes(server.pid()));
            server.kill();
            if (database == TestDatabase.POSTGRES) {
                aloneWithTheIndex(server, of);
            }
            long again = System.nanoTime();
            server.up();
            note(of, "start on existing data, seconds", seconds(again));
            note(of, "resident memory after that start, MB", residentMegabytes(server.pid()));
        }
    }

    private void tickets(TestDatabase database, Server server, Map<String, Object> of) throws Exception {
        var steps = new TicketSteps(server);
        var bare = new BareDatabase(database, Files.createTempDirectory(Path.of("target", "servers"), "bare-"));
        note(of, "durability", bare.durability());
        Load.run(4, plan.warmUp().dividedBy(2), MOST, steps::create);
        Load.run(4, plan.warmUp().dividedBy(2), MOST, steps::mixed);
        tableHead("tickets over REST, " + database);
        for (int clients : CLIENTS) {
            creates(server, steps, clients, of);
        }
        // After the creates: the database would still be busy putting these away.
        for (int clients : CLIENTS) {
            row(of, "bare insert with commit", bare.inserts(clients, plan.each(), MOST));
        }
        for (int clients : CLIENTS) {
            row(of, "list 50 of a queue", Load.run(clients, plan.each(), MOST, steps::list));
        }
        for (int clients : CLIENTS) {
            row(of, "read one", Load.run(clients, plan.each(), MOST, steps::read));
        }
        for (int clients : CLIENTS) {
            row(of, "reply", Load.run(clients, plan.each(), MOST, steps::reply));
        }
        note(of, "tickets then", steps.opened());
    }

    private void creates(Server server, TicketSteps steps, int clients, Map<String, Object> of) throws Exception {
        double cpu = cpuSeconds(server.pid());
        var creates = Load.run(clients, plan.each(), MOST, steps::create);
        double each = (cpuSeconds(server.pid()) - cpu) * 1000 / Math.max(1, creates.count());
        row(of, "create", creates);
        note(of, "server CPU per create with " + clients + (clients == 1 ? " client" : " clients") + ", ms", each);
    }

    private void knowledge(Server server, Map<String, Object> of) throws Exception {
        var curator = server.as("curator");
        int articles = plan.passages() / Library.PASSAGES_EACH;
        long began = System.nanoTime();
        for (int from = 0; from < articles; from += ARTICLES_PER_IMPORT) {
            importArticles(curator, from, Math.min(articles, from + ARTICLES_PER_IMPORT));
        }
        note(of, "articles imported and published per second", articles / seconds(began));
        long vectors = System.nanoTime();
        var index = server.dataFolder().resolve("index");
        Awaitility.await("vectors")
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> waitingForVectors(index) == 0);
        note(of, "seconds until every passage had its vectors, after that", seconds(vectors));

        var employee = server.as("employee");
        var answered = new AtomicInteger();
        var asking = new AtomicInteger();
        Load.Step ask = (client, number) -> {
            var reply = employee.post("/api/questions", Map.of("text", library.question(asking.getAndIncrement())));
            answered.addAndGet("ANSWERED".equals(reply.text("/outcome")) ? 1 : 0);
            return reply.status() == 201;
        };
        Load.Step search =
                (client, number) -> employee.get("/api/search?limit=10&q=" + encode(library.searchFor(number)))
                                .status()
                        == 200;
        Load.run(
                1,
                plan.warmUp(),
                plan.questions() * 4,
                (client, number) -> number % 2 == 0 ? ask.run(client, number) : search.run(client, number));
        tableHead("library over REST");
        answered.set(0);
        var asked = Load.run(1, plan.each().multipliedBy(4), plan.questions(), ask);
        row(of, "question never asked before, to answer", asked);
        note(of, "of them answered", answered.get() + " of " + asked.count());
        for (int clients : CLIENTS) {
            row(of, "search", Load.run(clients, plan.each(), MOST, search));
        }
    }

    private void importArticles(Rest curator, int from, int to) throws IOException {
        var reply = curator.send(
                "POST", "/api/spaces/it/imports", library.zip(from, to), Map.of("Content-Type", "application/zip"));
        if (reply.status() != 202) {
            throw new IllegalStateException("The import was refused: " + reply.text());
        }
        var id = reply.text("/id");
        Awaitility.await("import " + id)
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    var state = curator.get("/api/imports/" + id).text("/state");
                    if (state.equals("FAILED") || state.equals("CANCELLED")) {
                        throw new IllegalStateException("The import ended as " + state);
                    }
                    return state.equals("DONE");
                });
    }

    /** The index as the killed server left it, in this process: once through our own search, once through plain Lucene. */
    private void aloneWithTheIndex(Server server, Map<String, Object> of) throws Exception {
        var copy = Files.createTempDirectory(Path.of("target", "servers"), "index-");
        try (var files = Files.list(server.dataFolder().resolve("index"))) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.deleteIfExists(copy.resolve("write.lock"));
        tableHead("the same index in the bench's own process");
        try (var raw = new RawSearch(copy)) {
            note(of, "passages", raw.passages());
            Load.Step find = (client, number) -> raw.find(library.searchFor(number)) >= 0;
            Load.run(1, plan.each(), MOST, find);
            row(of, "plain Lucene, words only", Load.run(1, plan.each(), MOST, find));
            var embedder = new BgeEmbedder();
            Load.Step all = (client, number) -> raw.findAll(library.searchFor(number), embedder) >= 0;
            Load.run(1, plan.each(), MOST, all);
            row(of, "plain Lucene, the same question", Load.run(1, plan.each(), MOST, all));
        }
        try (var index = LuceneIndex.open(copy, new BgeEmbedder())) {
            Load.Step find = (client, number) -> !index.pages(
                            Query.of(library.searchFor(number), java.util.Set.of("everyone"), 10))
                    .isEmpty();
            Load.run(1, plan.each(), MOST, find);
            row(of, "our index, words, vectors and rights", Load.run(1, plan.each(), MOST, find));
        }
    }

    /**
     * What a page costs at the server: the first document, and the request in which the page is put together. What the
     * browser asks for afterwards is not here; the REST reads of the same things are in the tables above.
     */
    private void pages(Server server, Map<String, Object> of) throws Exception {
        var client = new PageClient(server, "it-agent");
        tableHead("pages, as it-agent");
        for (var path : List.of("", "?v-r=init&location=", "?v-r=init&location=my", "api/me")) {
            Load.Step get = (one, number) -> client.get(path);
            Load.run(1, plan.each(), 20, get);
            row(of, "GET /" + path, Load.run(1, plan.each(), 40, get));
        }
    }

    private static int waitingForVectors(Path index) {
        try {
            return RawSearch.waitingForVectors(index);
        } catch (IOException changingMeanwhile) {
            return Integer.MAX_VALUE;
        }
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** User and system time of a process so far, from /proc; a tick is 10 ms on every Linux we know. */
    static double cpuSeconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(it -> it.startsWith("VmRSS:"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void overall(String name, Object value) {
        note(figures, name, value);
    }
}
