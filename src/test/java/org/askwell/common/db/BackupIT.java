package org.askwell.common.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.askwell.house.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was backed up stands elsewhere as it stood here, whichever database is here and there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupIT {

    private static final Instant AT = Instant.parse("2026-11-02T01:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRES", "POSTGRES, H2", "POSTGRES, POSTGRES"})
    void what_was_backed_up_is_equal_row_by_row_and_numbers_go_on_behind_it(TestDatabase from, TestDatabase to)
            throws Exception {
        var source = database(from, "source");
        schema(source).migrate();
        fill(source);
        var files = Files.createDirectories(folder.resolve("source/files/ab"));
        Files.writeString(files.resolve("abc"), "printer.png");
        var backup = folder.resolve("one.zip");
        write(source, backup, folder.resolve("source"));

        var target = database(to, "target");
        new Restore(target, schema(target), folder.resolve("target")).from(backup);
        schema(target).migrate();

        var again = folder.resolve("two.zip");
        write(target, again, folder.resolve("target"));
        assertThat(tables(again)).isEqualTo(tables(backup)).containsKey("tables/ticket.jsonl");
        assertThat(folder.resolve("target/files/ab/abc")).hasContent("printer.png");
        assertThat(next(target, "ticket_seq")).isGreaterThan(next(source, "ticket_seq"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_backup_shows_one_moment_while_others_go_on_writing(TestDatabase kind) throws Exception {
        var source = database(kind, "busy");
        schema(source).migrate();
        fill(source);
        var out = new ByteArrayOutputStream();
        try (var connection = source.getConnection()) {
            new Backup(connection, folder, () -> false).write(out, AT, (table, done, total) -> {
                if (table.equals("notice")) {
                    run(source, "insert into ticket_number_block (prefix, next_number) values ('LATE', 1)");
                }
            });
        }
        var file = folder.resolve("busy.zip");
        Files.write(file, out.toByteArray());
        assertThat(tables(file).get("tables/ticket_number_block.jsonl")).doesNotContain("LATE");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_cannot_be_restored_is_told_in_a_sentence_and_changes_nothing(TestDatabase kind) throws Exception {
        var source = database(kind, "source");
        schema(source).migrate();
        fill(source);
        var backup = folder.resolve("one.zip");
        write(source, backup, folder.resolve("source"));
        var cut = folder.resolve("cut.zip");
        var bytes = Files.readAllBytes(backup);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        var text = folder.resolve("text.zip");
        Files.writeString(text, "no zip at all");

        var target = database(kind, "target");
        var restore = new Restore(target, schema(target), folder.resolve("target"));
        assertThatThrownBy(() -> restore.from(cut)).hasMessageContaining("cut short");
        assertThatThrownBy(() -> restore.from(text)).hasMessageContaining("cut short");
        assertThatThrownBy(() -> new Restore(source, schema(source), folder.resolve("source")).from(backup))
                .hasMessageContaining("empty data folder");
        restore.from(backup);
    }

    private static Flyway schema(DataSource dataSource) {
        return Flyway.configure(BackupIT.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
    }

    private DataSource database(TestDatabase kind, String name) throws IOException {
        var settings = kind.settings(Files.createDirectories(folder.resolve(name)));
        var source = new PortalDataSource();
        source.setUrl(settings.get("ASKWELL_DB_URL"));
        source.setUser(settings.getOrDefault("ASKWELL_DB_USER", "sa"));
        source.setPassword(settings.getOrDefault("ASKWELL_DB_PASSWORD", ""));
        return source;
    }

    private static void fill(DataSource source) {
        run(
                source,
                "insert into person (id, version, login, name, language, zone, employment_type, active, failed_sign_ins, sort_key,"
                        + " found_by) values (1, 1, 'wang.hai', '王海 😀', 'zh', 'Asia/Shanghai', 'FULL_TIME', true, 0, 'wang', 'wang')");
        run(
                source,
                "insert into ticket (id, version, number, subject, requester, opened_by, queue, status, priority, tags, language,"
                        + " confidential, messages, opened_at, updated_at, resolution) values (7, 2, 'IT-1042', 'The printer', 'wang.hai',"
                        + " 'wang.hai', 'unrouted', 'RESOLVED', 'NORMAL', '', 'zh', false, 1, timestamp with time zone"
                        + " '2026-11-02 09:00:00.123456+08:00', timestamp with time zone '2026-11-02 09:00:00+08:00', 'a\\n\"quoted\"')");
    }

    private static void run(DataSource source, String statement) {
        try (var connection = source.getConnection();
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void write(DataSource source, Path file, Path dataFolder) throws Exception {
        try (var connection = source.getConnection();
                var out = Files.newOutputStream(file)) {
            new Backup(connection, dataFolder, () -> false).write(out, AT, (table, done, total) -> {});
        }
    }

    private static long next(DataSource source, String sequence) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var next = statement.executeQuery("select nextval('" + sequence + "')")) {
            next.next();
            return next.getLong(1);
        }
    }

    private static Map<String, String> tables(Path backup) throws IOException {
        var tables = new TreeMap<String, String>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry :
                    (Iterable<java.util.zip.ZipEntry>) zip.stream().map(java.util.zip.ZipEntry.class::cast)::iterator) {
                if (entry.getName().startsWith(BackupFormat.TABLES)) {
                    try (var in = zip.getInputStream(entry)) {
                        tables.put(
                                entry.getName(),
                                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                        .lines()
                                        .sorted()
                                        .collect(Collectors.joining("\n")));
                    }
                }
            }
        }
        return tables;
    }
}
