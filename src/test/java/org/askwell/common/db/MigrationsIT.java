package org.askwell.common.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.askwell.house.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas that already hold a firm's data are brought up to date without harm. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationsIT {

    private static final int SMALL_BLOCK = 50;
    private static final int LARGE_BLOCK = 1_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void larger_blocks_of_ids_begin_above_every_id_that_was_given(TestDatabase database) throws SQLException {
        var source = source(database);
        upTo("12", source);
        long given = 0;
        for (int block = 0; block < 3; block++) {
            given = draw(source, "ticket_seq");
        }

        upTo("13", source);

        long first = draw(source, "ticket_seq");
        long second = draw(source, "ticket_seq");
        assertThat(given).isEqualTo(3 * SMALL_BLOCK);
        assertThat(first - LARGE_BLOCK).isGreaterThanOrEqualTo(given);
        assertThat(second - first).isEqualTo(LARGE_BLOCK);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void in_an_empty_schema_every_block_begins_above_nought(TestDatabase database) throws SQLException {
        var source = source(database);
        upTo("13", source);

        assertThat(draw(source, "ticket_message_seq")).isGreaterThan(LARGE_BLOCK);
        assertThat(draw(source, "ticket_history_seq")).isGreaterThan(LARGE_BLOCK);
        assertThat(draw(source, "routing_trace_seq")).isGreaterThan(LARGE_BLOCK);
    }

    private PortalDataSource source(TestDatabase database) {
        var settings = database.settings(folder);
        var source = new PortalDataSource();
        source.setUrl(settings.get("ASKWELL_DB_URL"));
        source.setUser(settings.getOrDefault("ASKWELL_DB_USER", "sa"));
        source.setPassword(settings.getOrDefault("ASKWELL_DB_PASSWORD", ""));
        return source;
    }

    private static void upTo(String version, PortalDataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static long draw(PortalDataSource source, String sequence) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var values = statement.executeQuery("select nextval('" + sequence + "')")) {
            values.next();
            return values.getLong(1);
        }
    }
}
