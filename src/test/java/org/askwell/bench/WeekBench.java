package org.askwell.bench;

import static org.askwell.bench.Tables.heading;
import static org.askwell.bench.Tables.note;
import static org.askwell.bench.Tables.row;
import static org.askwell.bench.Tables.tableHead;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.askwell.house.Cable;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;

/**
 * How fast what a first week leaves behind still is: a full inbox, a thousand mails, ten thousand people in one table,
 * a hundred thousand questions in vain, and a backup of a hundred thousand tickets while people write.
 *
 * <p>{@code [--quick] [--json FILE]}. On PostgreSQL; server, database, mail server and clients share the machine.
 */
public final class WeekBench {

    /** How much; the quick plan only shows that everything works. */
    private record Plan(int inbox, int mails, int people, int doublings, int tickets, Duration each) {
        static final Plan FULL = new Plan(10_000, 1_000, 10_000, 17, 100_000, Duration.ofSeconds(10));
        static final Plan QUICK = new Plan(300, 50, 300, 9, 1_000, Duration.ofSeconds(2));
    }

    private static final int WRITERS = 4;
    private static final int MOST = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Plan plan;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Queue<String> numbers = new ConcurrentLinkedQueue<>();

    private WeekBench(Plan plan) {
        this.plan = plan;
    }

    public static void main(String[] arguments) throws Exception {
        var plan = Plan.FULL;
        var json = Path.of("target", "bench", "week.json");
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--quick" -> plan = Plan.QUICK;
                case "--json" -> json = Path.of(arguments[++at]);
                default -> {
                    System.err.println("Unknown option " + arguments[at] + "; known are --quick, --json FILE.");
                    System.exit(64);
                }
            }
        }
        var bench = new WeekBench(plan);
        bench.measure();
        Files.createDirectories(json.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), bench.figures);
        System.out.println("\nWritten to " + json);
        System.exit(0);
    }

    private void measure() throws Exception {
        heading("The first week, on PostgreSQL");
        note(
                figures,
                "load average before",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try (var server = Server.start(
                TestDatabase.POSTGRES,
                Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off"))) {
            open(server, plan.inbox());
            reading(server, "list an inbox of " + plan.inbox(), "it-agent", "/api/notifications?limit=50");
            people(server);
            gaps(server);
            open(server, plan.tickets() - numbers.size());
            backup(server);
            try (var cable = new Cable(post.getSmtp().getPort())) {
                mails(server, post, cable);
            }
        } finally {
            post.stop();
        }
    }

    private Load.Step create(Server server) {
        var employee = server.as("employee");
        return (client, number) -> {
            var reply = employee.post(
                    "/api/tickets",
                    Map.of("subject", "The lift hums " + number, "text", "Since this morning.", "desk", "it"));
            numbers.add(reply.text("/number"));
            return reply.status() == 201;
        };
    }

    /** Each new ticket is news for the agents of its desk. */
    private void open(Server server, int tickets) throws Exception {
        tableHead("tickets");
        row(figures, "create", Load.run(WRITERS, PATIENCE, tickets / WRITERS, create(server)));
    }

    private void reading(Server server, String what, String account, String path) throws Exception {
        var person = server.as(account);
        Load.Step read = (client, number) -> person.get(path).status() == 200;
        tableHead("reading");
        Load.run(1, plan.each(), MOST, read);
        row(figures, what, Load.run(1, plan.each(), MOST, read));
    }

    private void people(Server server) {
        var admin = server.as("admin");
        var table = new StringBuilder("工号,登录名,姓名,邮箱,上级,办公地点,部门\n");
        for (int i = 0; i < plan.people(); i++) {
            table.append("X%d,mass-%d,欧阳%d,mass-%d@mapleford.example,%s,munich,retail\n"
                    .formatted(i, i, i, i, i == 0 ? "" : "X" + (i - 1) / 8));
        }
        long began = System.nanoTime();
        var id = admin.send(
                        "POST",
                        "/api/people/imports?name=everybody.csv",
                        table.toString(),
                        Map.of("Content-Type", "text/csv"))
                .text("/id");
        awaitState(admin, id, "READY");
        note(figures, "seconds until " + plan.people() + " people were compared", seconds(began));
        admin.put("/api/people/imports/" + id + "/application", Map.of());
        awaitState(admin, id, "DONE");
        note(figures, "seconds until they were imported, all in all", seconds(began));
    }

    private static void awaitState(Rest admin, String id, String state) {
        Awaitility.await(id + " " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        admin.get("/api/people/imports/" + id).text("/state").equals(state));
    }

    /** Beside the portal, in the shape in which it keeps them itself. */
    private void gaps(Server server) throws Exception {
        long first = 500_000_000_000L;
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            statement.execute("insert into gap (id, version, number, language, wording, desk, state, questions, people,"
                    + " unanswered, unhelpful, unfound, departments, first_asked, last_asked, space) values (" + first
                    + ", 1, " + first + ", 'en', 'Where does the hare sleep?', 'it', 'OPEN', 1, 1, 1, 0, 0, '',"
                    + " now() - interval '90 days', now() - interval '90 days', '')");
            for (int i = 0; i < plan.doublings(); i++) {
                long ahead = 1L << i;
                statement.execute("insert into gap (id, version, number, language, wording, desk, state, questions,"
                        + " people, unanswered, unhelpful, unfound, departments, first_asked, last_asked, space) select"
                        + " id + " + ahead + ", 1, number + " + ahead + ", language, wording, case when mod(id, 2) = 0"
                        + " then 'it' else 'hr' end, state, cast(mod(id * 7919, 997) as integer), 1, 1, 0, 0, '',"
                        + " first_asked, last_asked + interval '1 minute' * " + ahead + ", space from gap where id >= "
                        + first);
            }
            statement.execute("analyze gap");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        var what = "list 50 of " + (1 << plan.doublings()) + " gaps, ";
        reading(server, what + "newest first", "curator", "/api/gaps?limit=50");
        reading(server, what + "most asked first", "curator", "/api/gaps?limit=50&order=frequent");
    }

    private void backup(Server server) throws Exception {
        var admin = server.as("admin");
        try (var writing = Executors.newSingleThreadExecutor()) {
            var until = Duration.ofMinutes(3);
            long began = System.nanoTime();
            var name = admin.post("/api/system/backups", null).text("/name");
            var written = writing.submit(() -> Load.run(WRITERS, until, 3_000, create(server)));
            Awaitility.await("backup")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            admin.get("/api/system/backups").text().contains("\"name\":\"" + name + "\",\"size\""));
            note(figures, "seconds for a backup of " + plan.tickets() + " tickets", seconds(began));
            tableHead("meanwhile");
            row(figures, "create during the backup", written.get());
        }
    }

    /** The portal is started once more, with the mail server it did not know before. */
    private void mails(Server server, GreenMail post, Cable cable) throws Exception {
        server.kill();
        server.set("ASKWELL_BASE_URL", "https://help.example.com");
        server.set("ASKWELL_MAIL_HOST", "127.0.0.1");
        server.set("ASKWELL_MAIL_PORT", String.valueOf(cable.port()));
        server.set("ASKWELL_MAIL_SECURITY", "none");
        server.set("ASKWELL_MAIL_FROM", "askwell@example.com");
        server.up();
        var agent = server.as("it-agent");
        Load.Step list = (client, number) ->
                agent.get("/api/tickets?queue=it-intake&status=active&limit=50").status() == 200;
        tableHead("a list of tickets");
        Load.run(1, plan.each(), MOST, list);
        row(figures, "without mails under way", Load.run(1, plan.each(), MOST, list));
        var some = List.copyOf(numbers).subList(0, plan.mails());
        try (var reading = Executors.newSingleThreadExecutor()) {
            // Written while the mail server is away, so that handing them over is all that is measured.
            cable.pull();
            for (var number : some) {
                agent.post(
                        "/api/tickets/" + number + "/messages", Map.of("text", "Looked at.", "visibility", "PUBLIC"));
            }
            cable.plug();
            arrived(post, 1);
            long began = System.nanoTime();
            var meanwhile = reading.submit(() -> Load.run(1, plan.each(), MOST, list));
            arrived(post, plan.mails());
            note(figures, "seconds from the first to the last of " + plan.mails() + " mails", seconds(began));
            row(figures, "with mails under way", meanwhile.get());
        }
    }

    private static void arrived(GreenMail post, int mails) {
        Awaitility.await("mails")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> post.getReceivedMessages().length >= mails);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
