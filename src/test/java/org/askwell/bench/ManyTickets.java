package org.askwell.bench;

import static org.askwell.bench.Tables.heading;
import static org.askwell.bench.Tables.note;
import static org.askwell.bench.Tables.row;
import static org.askwell.bench.Tables.tableHead;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;

/**
 * How an agent's work goes with so many tickets, beside how it went with ten thousand on the same portal a while before,
 * and beside what the database does alone.
 */
final class ManyTickets {

    private static final int FEW = 10_000;

    private static final int MOST = 50_000;
    private static final int MOST_PAGES = 200;
    private static final int[] CLIENTS = {1, 4};
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final String LIST = "/api/tickets?queue=it-intake&limit=50";
    private static final String BARE_LIST =
            "select id, number, subject, requester, desk, queue, status, priority, assignee, opened_at, updated_at, due_at"
                    + " from ticket where queue = 'it-intake' and status in ('OPEN', 'WAITING')"
                    + " order by opened_at desc, id desc limit 50";

    private final int many;
    private final Duration warmUp;
    private final Duration each;
    private final Map<String, Object> of;

    /** Something that is read, by so many at once. */
    private record Reading(String name, int clients, int most, Load.Step step) {}

    ManyTickets(int many, Duration warmUp, Duration each, Map<String, Object> of) {
        this.many = many;
        this.warmUp = warmUp;
        this.each = each;
        this.of = of;
    }

    void measure() throws Exception {
        heading("POSTGRES, " + many + " tickets");
        var bare = new BareDatabase(
                TestDatabase.POSTGRES,
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "bare-"));
        note(of, "durability", bare.durability());
        try (var server = LoadBench.company(TestDatabase.POSTGRES)) {
            var steps = new TicketSteps(server);
            load(server, FEW, LoadBench.SEED);
            Load.run(4, warmUp.dividedBy(2), MOST, steps::create);
            Load.run(4, warmUp.dividedBy(2), MOST, steps::mixed);
            reads(server, FEW);
            writes(server, steps, bare, FEW);
            load(server, many - FEW, LoadBench.SEED + 1);
            reads(server, many);
            writes(server, steps, bare, many);
        }
    }

    private void load(Server server, int tickets, long seed) throws Exception {
        LoadBench.load(server::database, tickets, tickets * LoadBench.MESSAGES_EACH, seed, of);
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            // Else the database would be putting these away while the portal is measured.
            statement.execute("checkpoint");
        }
    }

    private void reads(Server server, int tickets) throws Exception {
        var agent = server.as("it-agent");
        var pages = new PageClient(server, "it-agent");
        var readings = readings(server, agent, pages);
        for (var reading : readings) {
            Load.run(reading.clients(), SHORT, reading.most() / 2, reading.step());
        }
        tableHead("reads at " + tickets + " tickets");
        var spent = new LinkedHashMap<String, Double>();
        for (var reading : readings) {
            double cpu = SpeedBench.cpuSeconds(server.pid());
            var figures = Load.run(reading.clients(), each.dividedBy(2), reading.most(), reading.step());
            row(of, reading.name() + " at " + tickets, figures);
            spent.put(
                    reading.name() + ", " + reading.clients(),
                    (SpeedBench.cpuSeconds(server.pid()) - cpu) * 1000 / Math.max(1, figures.count()));
        }
        spent.forEach((name, millis) -> note(of, "server CPU of one " + name + " at " + tickets + ", ms", millis));
        pages.leave();
        try (var connection = server.database();
                var select = connection.prepareStatement(BARE_LIST)) {
            Load.Step list = (client, number) -> {
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("subject");
                    }
                }
                return true;
            };
            Load.run(1, SHORT, MOST, list);
            row(of, "bare list of a queue at " + tickets, Load.run(1, each.dividedBy(2), MOST, list));
        }
        note(
                of,
                "rows of that list at " + tickets,
                agent.get(LIST + "&status=active").body().at("/items").size());
    }

    private static List<Reading> readings(Server server, Rest agent, PageClient pages) throws Exception {
        List<String> numbers;
        List<String> texts;
        try (var connection = server.database()) {
            numbers = RowWriter.strings(
                    connection,
                    "select number from ticket where desk = 'it' and messages between 3 and 8 order by random() limit 500");
            texts = RowWriter.strings(connection, "select text from ticket_message order by random() limit 1000");
        }
        var words = new ArrayList<String>();
        var random = new Random(LoadBench.SEED);
        for (var text : texts) {
            var parts = Arrays.stream(text.split("[\\s,.;:!?，。；：！？、]+"))
                    .filter(it -> it.length() > 1 && it.length() < 20)
                    .toList();
            if (parts.size() > 1) {
                words.add(parts.get(random.nextInt(parts.size())) + " " + parts.get(random.nextInt(parts.size())));
            }
        }
        var readings = new ArrayList<Reading>();
        for (int clients : CLIENTS) {
            readings.add(get("list of a queue, newest first", clients, agent, LIST + "&status=active"));
        }
        readings.add(get("list of a queue, oldest first", 1, agent, LIST + "&status=active&order=oldest"));
        readings.add(get("list of a queue, due first", 1, agent, LIST + "&status=active&order=due"));
        readings.add(get("list of a queue, closed too", 1, agent, LIST));
        readings.add(get("list of what I have", 1, agent, "/api/tickets?assignee=me&status=active&limit=50"));
        readings.add(new Reading(
                "read one",
                1,
                MOST,
                (client, number) -> agent.get("/api/tickets/" + TicketSteps.some(numbers, client, number))
                                .status()
                        == 200));
        readings.add(new Reading(
                "page of a ticket",
                1,
                MOST_PAGES,
                (client, number) -> openTicket(pages, TicketSteps.some(numbers, client, number))));
        readings.add(new Reading(
                "page of a queue", 1, MOST_PAGES, (client, number) -> pages.open("queues/it-intake", "it-intake")));
        for (int clients : CLIENTS) {
            readings.add(new Reading(
                    "search for two words",
                    clients,
                    MOST_PAGES,
                    (client, number) -> agent.get("/api/search/groups?limit=10&q="
                                            + URLEncoder.encode(
                                                    TicketSteps.some(words, client, number), StandardCharsets.UTF_8))
                                    .status()
                            == 200));
        }
        return readings;
    }

    private static boolean openTicket(PageClient pages, String number) throws Exception {
        return pages.open("tickets/" + number, number);
    }

    private static Reading get(String name, int clients, Rest agent, String path) {
        return new Reading(
                name, clients, MOST, (client, number) -> agent.get(path).status() == 200);
    }

    private void writes(Server server, TicketSteps steps, BareDatabase bare, int tickets) throws Exception {
        tableHead("writes at " + tickets + " tickets");
        for (int clients : CLIENTS) {
            double cpu = SpeedBench.cpuSeconds(server.pid());
            var creates = Load.run(clients, each, MOST, steps::create);
            double spent = (SpeedBench.cpuSeconds(server.pid()) - cpu) * 1000 / Math.max(1, creates.count());
            row(of, "create at " + tickets, creates);
            note(of, "server CPU per create at " + tickets + " with " + clients + " clients, ms", spent);
        }
        for (int clients : CLIENTS) {
            row(of, "reply at " + tickets, Load.run(clients, each, MOST, steps::reply));
        }
        for (int clients : CLIENTS) {
            row(of, "bare insert with commit beside " + tickets, bare.inserts(clients, each.dividedBy(2), MOST));
        }
    }
}
