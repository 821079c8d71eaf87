package org.askwell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.askwell.sla.WorkingCalendar;

/**
 * Years of work that nobody ever did: tickets with their conversations, histories, traces and clocks, written straight
 * into the tables of a portal whose desks and people are there already.
 *
 * <p>The rows are as the portal writes them, and it goes on afterwards: numbers and ids are taken as a node takes them.
 * The same seed on the same company makes the same tickets. Most are closed, one in twenty-five is open or waiting, and
 * those are among the newest fifth.
 */
final class TicketMill {

    private static final int YEARS = 3;
    /** As the entities take them from the sequences. */
    private static final int BLOCK = 1_000;

    private static final int MINUTES_TO_ANSWER = 240;

    /** Of a hundred tickets at a desk, so many lie in its default queue. */
    private static final int IN_INTAKE = 40;

    private static final List<String> CITIES = List.of("上海", "成都", "Shenzhen", "Munich", "Singapore");

    private record Line(String desk, String language, String subject, String text, String reply, String resolution) {}

    private record Person(String login, String office, String language) {}

    private record Desk(String slug, String prefix, String intake, List<String> queues, List<String> agents) {}

    /** How the connections are made; one for each table, so that the database writes them side by side. */
    interface Source {
        Connection connect() throws SQLException;

        static Source of(String url, String user, String password) {
            return () -> DriverManager.getConnection(url, user, password);
        }
    }

    private final Source source;
    private final Random random;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Desk> desks = new ArrayList<>();
    private final String calendar;

    TicketMill(Source source, long seed) throws IOException, SQLException {
        this.source = source;
        this.random = new Random(seed);
        for (var row : Files.readAllLines(Path.of("src/main/resources/demo/tickets.tsv")).stream()
                .skip(1)
                .map(it -> it.split("\t"))
                .toList()) {
            lines.add(new Line(row[0], row[1], row[2], row[3], row[4], row[5]));
        }
        phrases(Path.of("knowledge"));
        try (var connection = source.connect()) {
            company(connection);
            this.calendar = calendar(connection);
        }
        if (people.isEmpty() || desks.stream().allMatch(it -> it.agents().isEmpty())) {
            throw new IllegalStateException(
                    "No desk with people was found; start the portal once with the demo company.");
        }
    }

    private void phrases(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                Files.readAllLines(file).stream()
                        .map(it -> it.replaceAll("[#*`|>\\[\\]_]+", " ").strip())
                        .filter(it -> it.length() > 12 && it.length() < 160)
                        .forEach(phrases::add);
            }
        }
    }

    private void company(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select login, office, language from person where active = true order by login")) {
            while (rows.next()) {
                people.add(new Person(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select slug, prefix, default_queue from desk order by id")) {
            while (rows.next()) {
                var slug = rows.getString(1);
                desks.add(new Desk(
                        slug,
                        rows.getString(2),
                        rows.getString(3),
                        RowWriter.strings(
                                connection, "select slug from desk_queue where desk = '" + slug + "' order by id"),
                        RowWriter.strings(
                                connection,
                                "select distinct person from role_grant where scope = '" + slug
                                        + "' and role in ('AGENT', 'DESK_OWNER') order by person")));
            }
        }
        desks.removeIf(it -> it.agents().isEmpty() || it.queues().isEmpty());
    }

    /** By the clocks of these tickets every minute counts. */
    private static String calendar(Connection connection) throws SQLException {
        var text = WorkingCalendar.always(ZoneOffset.UTC).toString();
        var code = hash(text);
        if (RowWriter.strings(connection, "select code from working_calendar where code = '" + code + "'")
                .isEmpty()) {
            try (var insert = connection.prepareStatement("insert into working_calendar (code, text) values (?, ?)")) {
                insert.setString(1, code);
                insert.setString(2, text);
                insert.executeUpdate();
            }
        }
        return code;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The tables that are written, open. */
    private record Tables(RowWriter tickets, RowWriter messages, RowWriter history, RowWriter traces, RowWriter clocks)
            implements AutoCloseable {

        static Tables open(Source source) throws SQLException {
            return new Tables(
                    RowWriter.into(
                            source.connect(),
                            "ticket",
                            ("id version number subject requester opened_by desk queue status priority assignee tags office"
                                            + " language confidential messages opened_at updated_at answered_at hold_since"
                                            + " hold_by hold_reason resolved_at resolved_by resolution hold_for_requester"
                                            + " closes_at reminds_at due_at breached active")
                                    .split(" ")),
                    RowWriter.into(
                            source.connect(),
                            "ticket_message",
                            "id ticket position author visibility text at".split(" ")),
                    RowWriter.into(
                            source.connect(),
                            "ticket_history",
                            "id ticket kind by_person at value_before value_after note".split(" ")),
                    RowWriter.into(source.connect(), "routing_trace", "id ticket trace".split(" ")),
                    RowWriter.into(
                            source.connect(),
                            "clock_entry",
                            "id ticket position clock what cause at by_person minutes calendar policy due_at late"
                                    .split(" ")));
        }

        @Override
        public void close() throws SQLException {
            tickets.close();
            messages.close();
            history.close();
            traces.close();
            clocks.close();
        }
    }

    /** Ids that nobody else will get, one after the other. */
    private static final class Ids {

        private long next;
        private final long last;

        Ids(Connection connection, String sequence, long howMany) throws SQLException {
            long drawn = Long.parseLong(RowWriter.strings(connection, "select nextval('" + sequence + "')")
                    .getFirst());
            long blocks = howMany / BLOCK + 1;
            this.next = drawn + 1;
            this.last = drawn + blocks * BLOCK;
            try (var statement = connection.createStatement()) {
                statement.execute("alter sequence " + sequence + " restart with " + (last + BLOCK));
            }
        }

        long next() {
            if (next > last) {
                throw new IllegalStateException("More rows than ids were taken for");
            }
            return next++;
        }
    }

    private record AllIds(Ids tickets, Ids messages, Ids history, Ids traces, Ids clocks) {}

    /**
     * Writes so many tickets that end now, and lets the database look at them.
     *
     * @return rows written, by table
     */
    Map<String, Long> grind(int howMany, int messages, Instant until) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        AllIds ids;
        var numbers = new LinkedHashMap<String, Long>();
        try (var connection = source.connect()) {
            ids = new AllIds(
                    new Ids(connection, "ticket_seq", howMany),
                    new Ids(connection, "ticket_message_seq", messages + (long) howMany),
                    new Ids(connection, "ticket_history_seq", messages + 4L * howMany),
                    new Ids(connection, "routing_trace_seq", howMany),
                    new Ids(connection, "clock_entry_seq", 5L * howMany));
            for (var desk : desks) {
                numbers.put(desk.prefix(), takeNumbers(connection, desk.prefix(), howMany));
            }
        }
        try (var tables = Tables.open(source)) {
            var start = until.minus(YEARS * 365L, ChronoUnit.DAYS);
            double step = (double) ChronoUnit.SECONDS.between(start, until.minusSeconds(3_600)) / howMany;
            int swing = 0;
            for (int i = 0; i < howMany; i++) {
                int said = (int) ((i + 1L) * messages / howMany - (long) i * messages / howMany);
                // Every second ticket gives to the next what it does not say itself.
                if (i % 2 == 0) {
                    swing = i + 1 < howMany && said > 1 ? random.nextInt(said) : 0;
                    said -= swing;
                } else {
                    said += swing;
                }
                var desk = desk();
                long number = numbers.merge(desk.prefix(), 1L, Long::sum) - 1;
                var opened = start.plusSeconds((long) (i * step)).truncatedTo(ChronoUnit.SECONDS);
                new OneTicket(
                                desk,
                                desk.prefix() + "-" + number,
                                opened,
                                until,
                                (double) i / howMany,
                                Math.max(1, said))
                        .write(tables, ids);
            }
        }
        try (var connection = source.connect()) {
            boolean postgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
            for (var table : List.of("ticket", "ticket_message", "ticket_history", "routing_trace", "clock_entry")) {
                try (var statement = connection.createStatement()) {
                    // What autovacuum would do within the next minutes.
                    statement.execute((postgres ? "vacuum (analyze) " : "analyze table ") + table);
                }
                counts.put(
                        table,
                        Long.parseLong(RowWriter.strings(connection, "select count(*) from " + table)
                                .getFirst()));
            }
        }
        return counts;
    }

    /** As a node takes a block of numbers. */
    private static long takeNumbers(Connection connection, String prefix, int howMany) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into ticket_number_block (prefix, next_number) values ('" + prefix
                    + "', 1001) on conflict do nothing");
            statement.execute("update ticket_number_block set next_number = next_number + " + howMany
                    + " where prefix = '" + prefix + "'");
        }
        return Long.parseLong(RowWriter.strings(
                                connection,
                                "select next_number from ticket_number_block where prefix = '" + prefix + "'")
                        .getFirst())
                - howMany;
    }

    /** The first desk has nearly half of all, each other half of what is left. */
    private Desk desk() {
        for (var desk : desks) {
            if (random.nextInt(100) < 45) {
                return desk;
            }
        }
        return desks.getLast();
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One ticket from its first word to the state in which it is left. */
    private final class OneTicket {

        private final Desk desk;
        private final String number;
        private final Instant opened;
        private final Instant until;
        private final int said;
        private final Person requester = one(people);
        private final String agent;
        private final String status;
        private final Line line;
        private final String code = String.valueOf(10_000 + random.nextInt(90_000));

        OneTicket(Desk desk, String number, Instant opened, Instant until, double age, int said) {
            this.desk = desk;
            this.number = number;
            this.opened = opened;
            this.until = until;
            this.said = said;
            this.agent = one(desk.agents());
            this.status = status(age);
            var fitting = lines.stream()
                    .filter(it -> it.language().equals(requester.language())
                            && it.desk().equals(desk.slug()))
                    .toList();
            this.line = one(fitting.isEmpty() ? lines : fitting);
        }

        private String status(double age) {
            int dice = random.nextInt(100);
            if (age > 0.95 && dice < 20) {
                return "RESOLVED";
            }
            if (age > 0.8 && dice >= 80) {
                return dice < 94 ? "OPEN" : "WAITING";
            }
            return dice < 3 ? "WITHDRAWN" : "CLOSED";
        }

        private boolean isActive() {
            return status.equals("OPEN") || status.equals("WAITING");
        }

        private boolean isSolved() {
            return status.equals("RESOLVED") || status.equals("CLOSED");
        }

        private String filled(String text) {
            return text.replace("{city}", one(CITIES))
                    .replace("{side}", "东")
                    .replace("{floor}", String.valueOf(2 + random.nextInt(8)))
                    .replace("{code}", code);
        }

        void write(Tables tables, AllIds ids) throws SQLException {
            boolean taken = said > 1 || isSolved();
            var queue = random.nextInt(100) < IN_INTAKE ? desk.intake() : one(desk.queues());
            tell(tables, ids, "OPENED", requester.login(), opened, null, queue, null);
            var last = opened;
            Instant answered = null;
            var resolution = filled(line.resolution());
            if (taken) {
                tell(tables, ids, "ASSIGNED", agent, opened.plusSeconds(60), null, agent, null);
            }
            for (int position = 1; position <= said; position++) {
                boolean byAgent = position % 2 == 0 || (position == said && isSolved() && position > 1);
                var author = position == 1 ? requester.login() : byAgent ? agent : requester.login();
                boolean solves = isSolved() && position == said && position > 1;
                var text = position == 1
                        ? filled(line.text()) + " " + one(phrases)
                        : solves
                                ? resolution
                                : position == 2 ? filled(line.reply()) : one(phrases) + " " + one(phrases);
                last = position == 1 ? opened : soon(last);
                if (byAgent && answered == null) {
                    answered = last;
                }
                tables.messages().row(ids.messages().next(), number, position, author, "PUBLIC", text, last);
                if (position > 1 && !solves) {
                    tell(tables, ids, "REPLIED", author, last, null, null, null);
                }
            }
            boolean waits = status.equals("WAITING");
            if (waits) {
                tell(tables, ids, "HELD", agent, last, null, null, filled(line.subject()));
            }
            if (isSolved()) {
                tell(tables, ids, "RESOLVED", agent, last, null, null, resolution);
            }
            if (status.equals("CLOSED")) {
                tell(tables, ids, "CONFIRMED", requester.login(), last, null, null, null);
            }
            if (status.equals("WITHDRAWN")) {
                tell(tables, ids, "WITHDRAWN", requester.login(), last, null, null, null);
            }
            var due = isActive() ? clocks(tables, ids, answered, waits ? last : null) : null;
            boolean resolved = status.equals("RESOLVED");
            tables.tickets()
                    .row(
                            ids.tickets().next(),
                            said,
                            number,
                            filled(line.subject()) + " " + code,
                            requester.login(),
                            requester.login(),
                            desk.slug(),
                            queue,
                            status,
                            random.nextInt(10) == 0 ? "HIGH" : "NORMAL",
                            taken ? agent : null,
                            random.nextInt(8) == 0 ? "vip" : "",
                            requester.office(),
                            requester.language(),
                            false,
                            said,
                            opened,
                            last,
                            answered,
                            waits ? last : null,
                            waits ? agent : null,
                            waits ? filled(line.subject()) : null,
                            isSolved() ? last : null,
                            isSolved() ? agent : null,
                            isSolved() ? resolution : null,
                            waits ? "false" : null,
                            resolved ? until.plus(5, ChronoUnit.DAYS) : null,
                            resolved ? until.plus(4, ChronoUnit.DAYS) : null,
                            due,
                            false,
                            isActive() ? 1 : 0);
            tables.traces()
                    .row(
                            ids.traces().next(),
                            number,
                            "{\"at\":\"" + opened + "\",\"reason\":\"DEFAULT_QUEUE\",\"desk\":\"" + desk.slug()
                                    + "\",\"queue\":\"" + queue
                                    + "\",\"companyRules\":0,\"deskRules\":0,\"tried\":[],\"left\":0}");
        }

        /** The next word is said within a few hours, and not in the future. */
        private Instant soon(Instant before) {
            var after = before.plus(1L + random.nextInt(MINUTES_TO_ANSWER), ChronoUnit.MINUTES);
            return after.isAfter(until) ? until.truncatedTo(ChronoUnit.SECONDS) : after;
        }

        private void tell(
                Tables tables, AllIds ids, String kind, String by, Instant at, String before, String after, String note)
                throws SQLException {
            tables.history().row(ids.history().next(), number, kind, by, at, before, after, note);
        }

        /** @return when the ticket is due next; null while it waits */
        private Instant clocks(Tables tables, AllIds ids, Instant answered, Instant paused) throws SQLException {
            int first = 60 * (1 + random.nextInt(24));
            int whole = 60 * 24 * (10 + random.nextInt(200));
            var firstDue = opened.plus(first, ChronoUnit.MINUTES);
            var due = opened.plus(whole, ChronoUnit.MINUTES);
            int position = 0;
            clock(tables, ids, position++, "FIRST_RESPONSE", "STARTED", "OPENED", opened, first, firstDue, false);
            clock(tables, ids, position++, "RESOLUTION", "STARTED", "OPENED", opened, whole, due, false);
            if (answered != null) {
                boolean late = answered.isAfter(firstDue);
                clock(tables, ids, position++, "FIRST_RESPONSE", "MET", "REPLIED", answered, null, firstDue, late);
            }
            if (paused != null) {
                if (answered == null) {
                    clock(tables, ids, position++, "FIRST_RESPONSE", "PAUSED", "HELD", paused, null, null, false);
                }
                clock(tables, ids, position, "RESOLUTION", "PAUSED", "HELD", paused, null, null, false);
                return null;
            }
            return answered == null && firstDue.isBefore(due) ? firstDue : due;
        }

        private void clock(
                Tables tables,
                AllIds ids,
                int position,
                String clock,
                String what,
                String cause,
                Instant at,
                Integer minutes,
                Instant due,
                boolean late)
                throws SQLException {
            boolean starts = minutes != null;
            tables.clocks()
                    .row(
                            ids.clocks().next(),
                            number,
                            position,
                            clock,
                            what,
                            cause,
                            at,
                            requester.login(),
                            minutes,
                            starts ? calendar : null,
                            starts ? "bench" : null,
                            due,
                            late);
        }
    }
}
