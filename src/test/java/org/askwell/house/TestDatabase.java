package org.askwell.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The two databases that everything must work on. PostgreSQL is a real one, durable as in production. */
public enum TestDatabase {
    H2 {
        @Override
        public Map<String, String> settings(Path dataFolder) {
            return Map.of("ASKWELL_DB_URL", h2Url(dataFolder));
        }
    },
    POSTGRES {
        @Override
        public Map<String, String> settings(Path dataFolder) {
            try {
                var name = "t" + Long.toString(System.nanoTime(), 36);
                try (var connection = cluster().getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
                return Map.of(
                        "ASKWELL_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + cluster().getPort() + "/" + name,
                        "ASKWELL_DB_USER",
                        "postgres",
                        "ASKWELL_DB_PASSWORD",
                        "postgres");
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    };

    /** The settings that let a server use a fresh database of this kind. */
    public abstract Map<String, String> settings(Path dataFolder);

    public static String h2Url(Path dataFolder) {
        return "jdbc:h2:file:" + dataFolder.toAbsolutePath()
                + "/db/askwell;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }

    /** Where the PostgreSQL of the tests listens, on loopback. */
    public static int postgresPort() {
        return cluster().getPort();
    }

    private static EmbeddedPostgres cluster;

    private static synchronized EmbeddedPostgres cluster() {
        if (cluster == null) {
            try {
                cluster = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return cluster;
    }
}
