package org.askwell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes very many rows into one table: by COPY where the database knows it, else in batches. */
abstract class RowWriter implements AutoCloseable {

    /** @param connection its own, until it is closed; closes it, too */
    static RowWriter into(Connection connection, String table, String... columns) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:postgresql:")
                ? new Copy(connection, table, columns)
                : new Batches(connection, table, columns);
    }

    /** @param values as the database reads them from text, in the order of the columns */
    abstract void row(Object... values) throws SQLException;

    @Override
    public abstract void close() throws SQLException;

    private static final class Copy extends RowWriter {

        private static final int PACKET = 1 << 16;

        private final Connection connection;
        private final PGCopyOutputStream out;
        private final StringBuilder line = new StringBuilder();

        Copy(Connection connection, String table, String... columns) throws SQLException {
            this.connection = connection;
            this.out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class),
                    "copy " + table + " (" + String.join(", ", columns) + ") from stdin",
                    PACKET);
        }

        @Override
        void row(Object... values) throws SQLException {
            line.setLength(0);
            for (int i = 0; i < values.length; i++) {
                line.append(i == 0 ? "" : "\t");
                if (values[i] == null) {
                    line.append("\\N");
                } else {
                    escaped(values[i].toString());
                }
            }
            line.append('\n');
            try {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new SQLException(failure);
            }
        }

        private void escaped(String text) {
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                switch (letter) {
                    case '\\' -> line.append("\\\\");
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    case '\t' -> line.append("\\t");
                    default -> line.append(letter);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                out.close();
            } catch (IOException failure) {
                throw new SQLException(failure);
            }
        }
    }

    private static final class Batches extends RowWriter {

        private static final int ROWS = 2_000;

        private final Connection connection;
        private final PreparedStatement insert;
        private int waiting;

        Batches(Connection connection, String table, String... columns) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            this.insert = connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                    + ") values ("
                    + Arrays.stream(columns).map(it -> "?").collect(Collectors.joining(", ")) + ")");
        }

        @Override
        void row(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i] == null ? null : values[i].toString());
            }
            insert.addBatch();
            if (++waiting == ROWS) {
                send();
            }
        }

        private void send() throws SQLException {
            insert.executeBatch();
            connection.commit();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                send();
            }
        }
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
