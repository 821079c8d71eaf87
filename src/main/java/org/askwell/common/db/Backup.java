package org.askwell.common.db;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes everything this installation keeps into one zip, as it was at one moment, while others go on writing.
 *
 * <p>The rows come from one read-transaction that sees a single state of the database; files are kept under the hash
 * of what is in them before a row names them, so all that the rows name are there.
 */
final class Backup {

    /** A transaction that sees one state from its first statement on: {@code TRANSACTION_SNAPSHOT} of H2. */
    private static final int H2_SNAPSHOT = 6;

    private static final int FETCH = 1_000;

    /** Is told how far it has got. */
    interface Progress {
        void at(String table, int done, int total);
    }

    /** Somebody has stopped it. */
    static final class Stopped extends Exception {}

    private final Connection connection;
    private final Path dataFolder;
    private final BooleanSupplier stopped;

    /** @param connection its own, used by nobody else; it is left rolled back */
    Backup(Connection connection, Path dataFolder, BooleanSupplier stopped) {
        this.connection = connection;
        this.dataFolder = dataFolder;
        this.stopped = stopped;
    }

    /** @return how many rows of each table are in it */
    Map<String, Long> write(OutputStream out, Instant at, Progress progress) throws IOException, SQLException, Stopped {
        boolean postgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(postgres ? Connection.TRANSACTION_REPEATABLE_READ : H2_SNAPSHOT);
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var tables = BackupFormat.tables(connection);
            head(zip, at);
            var counts = new LinkedHashMap<String, Long>();
            for (var table : tables) {
                progress.at(table, counts.size(), tables.size());
                zip.putNextEntry(new ZipEntry(BackupFormat.TABLES + table + ".jsonl"));
                counts.put(table, rows(zip, table));
                zip.closeEntry();
            }
            files(zip, BackupFormat.FILES);
            files(zip, BackupFormat.UPLOADS);
            sequences(zip);
            return counts;
        } finally {
            connection.rollback();
        }
    }

    private void head(ZipOutputStream zip, Instant at) throws IOException, SQLException {
        var head = new LinkedHashMap<String, Object>();
        head.put("askwellBackup", BackupFormat.VERSION);
        head.put("schema", schemaVersion());
        head.put("at", at.toString());
        zip.putNextEntry(new ZipEntry(BackupFormat.HEAD));
        zip.write(BackupFormat.JSON.writeValueAsBytes(head));
        zip.closeEntry();
    }

    private String schemaVersion() throws SQLException {
        try (var statement = connection.createStatement();
                var version = statement.executeQuery("select \"version\" from \"" + BackupFormat.SCHEMA_HISTORY
                        + "\" where \"success\" = true and \"version\" is not null order by \"installed_rank\" desc")) {
            version.next();
            return version.getString(1);
        }
    }

    /** Each costs the running portal one number, or one block of them. */
    private void sequences(ZipOutputStream zip) throws IOException, SQLException {
        var next = new LinkedHashMap<String, Long>();
        for (var sequence : BackupFormat.sequences(connection)) {
            try (var statement = connection.createStatement();
                    var free = statement.executeQuery("select nextval('" + sequence + "')")) {
                free.next();
                next.put(sequence, free.getLong(1));
            }
        }
        zip.putNextEntry(new ZipEntry(BackupFormat.SEQUENCES));
        zip.write(BackupFormat.JSON.writeValueAsBytes(next));
        zip.closeEntry();
    }

    private long rows(ZipOutputStream zip, String table) throws IOException, SQLException, Stopped {
        var columns = BackupFormat.columns(connection, table);
        var lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        var json = BackupFormat.JSON.getFactory().createGenerator(lines);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setRootValueSeparator(null);
        json.writeStartArray();
        for (var column : columns) {
            json.writeString(column.name());
        }
        json.writeEndArray();
        json.writeRaw('\n');
        long count = 0;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery("select * from " + table + " order by 1")) {
                while (rows.next()) {
                    if (count % FETCH == 0 && stopped.getAsBoolean()) {
                        throw new Stopped();
                    }
                    json.writeStartArray();
                    for (int at = 0; at < columns.size(); at++) {
                        json.writeObject(columns.get(at).read(rows, at + 1));
                    }
                    json.writeEndArray();
                    json.writeRaw('\n');
                    count++;
                }
            }
        }
        json.flush();
        lines.flush();
        return count;
    }

    private void files(ZipOutputStream zip, String folder) throws IOException, Stopped {
        var root = dataFolder.resolve(folder);
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var all = Files.walk(root)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (stopped.getAsBoolean()) {
                    throw new Stopped();
                }
                var name = root.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith(".tmp")) {
                    zip.putNextEntry(new ZipEntry(folder + name));
                    try {
                        Files.copy(file, zip);
                    } catch (NoSuchFileException gone) {
                        // An upload that has just been worked through.
                    }
                    zip.closeEntry();
                }
            }
        }
    }
}
