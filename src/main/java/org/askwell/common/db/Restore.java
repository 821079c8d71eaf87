package org.askwell.common.db;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings a {@link Backup} into an empty installation, on whichever database it is.
 *
 * <p>The schema is first brought to the version the backup has, then the rows come in one transaction, then the schema
 * goes on to the present. So a backup of an older version can be restored, and one of a newer version is refused.
 */
final class Restore {

    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final Flyway schema;
    private final Path dataFolder;

    /** @param schema reads the migrations that this version of the portal knows */
    Restore(DataSource dataSource, Flyway schema, Path dataFolder) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.dataFolder = dataFolder;
    }

    /** An IllegalArgumentException, with one sentence, tells what is wrong with the file or with where it should go. */
    void from(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var head = head(zip, file);
            var version = MigrationVersion.fromVersion(head.path("schema").asText());
            requireKnown(version, file);
            requireEmpty();
            Flyway.configure(Restore.class.getClassLoader())
                    .configuration(schema.getConfiguration())
                    .target(version)
                    .load()
                    .migrate();
            try (var connection = dataSource.getConnection()) {
                load(zip, connection);
            }
            copyFiles(zip);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The backup " + file + " cannot be read; it may be cut short: " + unreadable.getMessage(),
                    unreadable);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The backup " + file + " could not be brought into the database: " + failure.getMessage(), failure);
        }
    }

    private static JsonNode head(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(BackupFormat.HEAD);
        if (entry == null) {
            throw new IllegalArgumentException(file + " is no backup of Askwell.");
        }
        try (var in = zip.getInputStream(entry)) {
            var head = BackupFormat.JSON.readTree(in);
            if (head.path("askwellBackup").asInt() != BackupFormat.VERSION) {
                throw new IllegalArgumentException("The backup " + file
                        + " was made by another version of Askwell; restore it with that version.");
            }
            return head;
        }
    }

    private void requireKnown(MigrationVersion version, Path file) {
        for (var migration : schema.info().all()) {
            if (version.equals(migration.getVersion())) {
                return;
            }
        }
        throw new IllegalArgumentException("The backup " + file + " comes from a newer version of Askwell (schema "
                + version + "); restore it with that version.");
    }

    private void requireEmpty() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            for (var table : BackupFormat.tables(connection)) {
                if (table.equals("person") && count(connection, table) > 0) {
                    throw new IllegalArgumentException(
                            "There are people in this database already; restore into an empty data folder and database.");
                }
            }
        }
    }

    private void load(ZipFile zip, Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        for (var table : BackupFormat.tables(connection)) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("delete from " + table);
            }
        }
        for (var table : BackupFormat.tables(connection)) {
            var entry = zip.getEntry(BackupFormat.TABLES + table + ".jsonl");
            if (entry != null) {
                rows(zip, entry, connection, table);
            }
        }
        goOn(zip, connection);
        connection.commit();
    }

    private static void rows(ZipFile zip, ZipEntry entry, Connection connection, String table)
            throws IOException, SQLException {
        var types = new HashMap<String, BackupFormat.Column>();
        BackupFormat.columns(connection, table).forEach(it -> types.put(it.name(), it));
        try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            var columns = new ArrayList<BackupFormat.Column>();
            for (var name : BackupFormat.JSON.readTree(lines.readLine())) {
                var column = types.get(name.asText());
                if (column == null) {
                    throw new IOException("the table " + table + " has no column " + name.asText());
                }
                columns.add(column);
            }
            insert(lines, connection, table, columns);
        }
    }

    private static void insert(
            BufferedReader lines, Connection connection, String table, List<BackupFormat.Column> columns)
            throws IOException, SQLException {
        var names = columns.stream().map(BackupFormat.Column::name).collect(Collectors.joining(", "));
        var places = columns.stream().map(it -> "?").collect(Collectors.joining(", "));
        try (var statement =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
            int waiting = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = BackupFormat.JSON.readTree(line);
                for (int at = 0; at < columns.size(); at++) {
                    columns.get(at).write(statement, at + 1, row.get(at));
                }
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        }
    }

    /** Goes on behind the number that was free when the backup was made. */
    private static void goOn(ZipFile zip, Connection connection) throws IOException, SQLException {
        var entry = zip.getEntry(BackupFormat.SEQUENCES);
        if (entry == null) {
            throw new IOException(BackupFormat.SEQUENCES + " is missing");
        }
        JsonNode free;
        try (var in = zip.getInputStream(entry)) {
            free = BackupFormat.JSON.readTree(in);
        }
        for (var sequence : BackupFormat.sequences(connection)) {
            if (free.has(sequence)) {
                long next = free.get(sequence).longValue() + step(connection, sequence);
                try (var statement = connection.createStatement()) {
                    statement.execute("alter sequence " + sequence + " restart with " + next);
                }
            }
        }
    }

    private static long step(Connection connection, String sequence) throws SQLException {
        try (var statement = connection.createStatement();
                var increment = statement.executeQuery("select increment from information_schema.sequences where"
                        + " lower(sequence_name) = '" + sequence + "'")) {
            increment.next();
            return Long.parseLong(increment.getString(1));
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void copyFiles(ZipFile zip) throws IOException {
        for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (entry.getName().startsWith(BackupFormat.FILES)
                    || entry.getName().startsWith(BackupFormat.UPLOADS)) {
                var target = dataFolder.resolve(entry.getName()).normalize();
                if (!target.startsWith(dataFolder)) {
                    throw new IOException("the name " + entry.getName() + " leads out of the data folder");
                }
                Files.createDirectories(target.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
