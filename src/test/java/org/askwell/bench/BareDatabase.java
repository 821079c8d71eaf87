package org.askwell.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.askwell.house.TestDatabase;

/**
 * What the database alone can do in the same run: single inserts, each its own commit, without a portal in between.
 *
 * <p>On PostgreSQL it is a second database of the same cluster, on H2 a second file beside the server's, since the first
 * is locked by the server.
 */
final class BareDatabase {

    private final Map<String, String> settings;
    private final TestDatabase database;

    BareDatabase(TestDatabase database, Path folder) throws SQLException {
        this.database = database;
        this.settings = database.settings(folder);
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table bare_ticket (id bigint primary key, number varchar(20) not null unique,"
                    + " subject varchar(200) not null, requester varchar(60) not null, text text not null,"
                    + " opened_at timestamp(6) with time zone not null)");
            statement.execute("create index bare_ticket_by_requester on bare_ticket (requester, opened_at, id)");
        }
    }

    /** How durable a commit is here, in the database's own words. */
    Map<String, String> durability() throws SQLException {
        var told = new LinkedHashMap<String, String>();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (database == TestDatabase.POSTGRES) {
                for (var name : new String[] {"server_version", "fsync", "synchronous_commit", "full_page_writes"}) {
                    try (var result = statement.executeQuery("show " + name)) {
                        result.next();
                        told.put(name, result.getString(1));
                    }
                }
            } else {
                told.put("version", connection.getMetaData().getDatabaseProductVersion());
                told.put("WRITE_DELAY", "0");
                told.put("fsync at commit", "no: survives a killed process, not a power cut");
            }
        }
        return told;
    }

    Load.Figures inserts(int clients, Duration atMost, int atMostEach) throws Exception {
        var connections = new ArrayList<Connection>();
        var inserts = new ArrayList<PreparedStatement>();
        try {
            for (int i = 0; i < clients; i++) {
                connections.add(connect());
                inserts.add(
                        connections.getLast().prepareStatement("insert into bare_ticket values (?, ?, ?, ?, ?, ?)"));
            }
            long base = System.nanoTime();
            return Load.run(clients, atMost, atMostEach, (client, number) -> {
                long id = base + (long) number * clients + client;
                var insert = inserts.get(client);
                insert.setLong(1, id);
                insert.setString(2, Long.toString(id, 36));
                insert.setString(3, "The printer eats paper");
                insert.setString(4, "employee");
                insert.setString(5, "It began with sheet " + number + ", and nobody knows why.");
                insert.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
                return insert.executeUpdate() == 1;
            });
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("ASKWELL_DB_URL"),
                settings.getOrDefault("ASKWELL_DB_USER", "sa"),
                settings.getOrDefault("ASKWELL_DB_PASSWORD", ""));
    }
}
