package org.askwell.common.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a backup is laid out: a zip with {@code backup.json} first, one {@code tables/NAME.jsonl} for each table (the names
 * of its columns, then a JSON array for each row), {@code files/...} as they lie in the data folder, and at last {@code
 * sequences.json} with a number from each sequence that was free when everything else had been read.
 *
 * <p>No value depends on the kind of database: times are ISO 8601 UTC to the microsecond, bytes are Base64, so that what
 * was H2 can become PostgreSQL and the other way round.
 */
final class BackupFormat {

    static final int VERSION = 1;
    static final String HEAD = "backup.json";
    static final String TABLES = "tables/";
    static final String SEQUENCES = "sequences.json";
    static final String FILES = "files/";
    static final String UPLOADS = "imports/";

    /** Belongs to the schema, not to what is kept in it. */
    static final String SCHEMA_HISTORY = "flyway_schema_history";

    static final ObjectMapper JSON = new ObjectMapper();

    private BackupFormat() {}

    /** A column as the database tells it. */
    record Column(String name, int type, String typeName) {

        boolean isTime() {
            return type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.TIMESTAMP;
        }

        boolean isBytes() {
            return type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB;
        }

        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            if (row.getObject(at) == null) {
                return null;
            }
            if (isTime()) {
                return row.getObject(at, OffsetDateTime.class).toInstant().toString();
            }
            if (isBytes()) {
                return Base64.getEncoder().encodeToString(row.getBytes(at));
            }
            return switch (type) {
                case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> row.getLong(at);
                case Types.DOUBLE, Types.FLOAT, Types.REAL -> row.getDouble(at);
                case Types.BOOLEAN, Types.BIT -> row.getBoolean(at);
                case Types.DATE -> row.getObject(at, LocalDate.class).toString();
                default -> row.getString(at);
            };
        }

        void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
            if (value.isNull()) {
                statement.setNull(at, type == Types.CLOB ? Types.VARCHAR : type);
            } else if (isTime()) {
                statement.setObject(at, Instant.parse(value.textValue()).atOffset(ZoneOffset.UTC));
            } else if (isBytes()) {
                statement.setBytes(at, Base64.getDecoder().decode(value.textValue()));
            } else {
                switch (type) {
                    case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT ->
                        statement.setLong(at, value.longValue());
                    case Types.DOUBLE, Types.FLOAT, Types.REAL -> statement.setDouble(at, value.doubleValue());
                    case Types.BOOLEAN, Types.BIT -> statement.setBoolean(at, value.booleanValue());
                    case Types.DATE -> statement.setObject(at, LocalDate.parse(value.textValue()));
                    default -> statement.setString(at, value.textValue());
                }
            }
        }
    }

    /** The tables that hold what the portal keeps, by name. */
    static List<String> tables(Connection connection) throws SQLException {
        return names(
                connection,
                "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public' and"
                        + " table_type = 'BASE TABLE' and lower(table_name) <> '" + SCHEMA_HISTORY
                        + "' order by lower(table_name)");
    }

    static List<String> sequences(Connection connection) throws SQLException {
        return names(
                connection,
                "select lower(sequence_name) from information_schema.sequences where lower(sequence_schema) ="
                        + " 'public' order by lower(sequence_name)");
    }

    static List<Column> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            var meta = none.getMetaData();
            var columns = new ArrayList<Column>();
            for (int at = 1; at <= meta.getColumnCount(); at++) {
                columns.add(new Column(
                        meta.getColumnName(at).toLowerCase(java.util.Locale.ROOT),
                        meta.getColumnType(at),
                        meta.getColumnTypeName(at)));
            }
            return columns;
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
