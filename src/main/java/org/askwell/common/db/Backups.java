package org.askwell.common.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.askwell.common.DiskRoom;
import org.askwell.common.Job;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The backups of this installation: one file each, in the folder {@code backups} of the data folder, made while the
 * portal goes on working. {@code bin/run --restore FILE} brings one into an empty installation.
 */
@ApplicationScoped
public class Backups implements Job {

    private static final Logger LOG = Logger.getLogger(Backups.class.getName());
    private static final String NAME = "backup";
    private static final int BUFFER = 256 * 1024;
    private static final Pattern SHAPE = Pattern.compile("askwell-\\d{4}-\\d{2}-\\d{2}T\\d{6}\\.zip");
    private static final DateTimeFormatter NAMING =
            DateTimeFormatter.ofPattern("'askwell-'yyyy-MM-dd'T'HHmmss'.zip'").withZone(ZoneOffset.UTC);

    /** @param size in bytes */
    public record File(String name, long size, Instant at) implements Serializable {}

    /**
     * One that is being made.
     *
     * @param done tables of {@code total} that are in it
     */
    public record Running(String name, Instant since, int done, int total) implements Serializable {}

    /** A backup has begun, got on or ended. */
    public record Moved() {}

    @Inject
    Jobs jobs;

    @Inject
    Event<Moved> events;

    @Inject
    Clock clock;

    private volatile @Nullable Running running;
    private volatile boolean stopped;
    private volatile @Nullable String failure;

    @Override
    public String name() {
        return NAME;
    }

    /** Asks for a backup, which begins at once; while one is being made, that one is it. */
    public String begin() {
        var now = running;
        if (now != null) {
            return now.name();
        }
        DiskRoom.ofThisInstallation().require();
        var name = NAMING.format(clock.instant());
        failure = null;
        jobs.schedule(NAME, name);
        return name;
    }

    public Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    /** Why the last one on this node was not finished. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops the one that is being made; nothing of it stays. */
    public void stop() {
        stopped = true;
    }

    /** The newest first. */
    public List<File> list() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (var files = Files.list(folder())) {
            return files.filter(it -> SHAPE.matcher(it.getFileName().toString()).matches())
                    .map(Backups::file)
                    .sorted(Comparator.comparing(File::name).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The content of one; NOT_FOUND when there is none of that name. */
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(require(name));
    }

    public void delete(String name) {
        try {
            Files.delete(require(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path require(String name) {
        var file = folder().resolve(name);
        if (!SHAPE.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw Refusal.notFound("backup-unknown", name);
        }
        return file;
    }

    /** Begins anew when it was cut off: what is half written bears another name. */
    @Override
    public void run(String name) {
        var target = folder().resolve(name);
        if (Files.exists(target)) {
            return;
        }
        var unfinished = folder().resolve(name + ".tmp");
        stopped = false;
        var since = clock.instant();
        running = new Running(name, since, 0, 0);
        try {
            Files.createDirectories(folder());
            try (var connection = connection();
                    var out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
                var counts = new Backup(connection, Settings.dataFolder(), () -> stopped)
                        .write(out, since, (table, done, total) -> {
                            running = new Running(name, since, done, total);
                            events.fire(new Moved());
                        });
                LOG.log(Level.INFO, "Backup {0} holds {1}", new Object[] {name, counts});
            }
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            failure = null;
        } catch (Backup.Stopped onRequest) {
            forget(unfinished);
        } catch (IOException | SQLException failed) {
            forget(unfinished);
            failure = String.valueOf(failed.getMessage());
            LOG.log(Level.WARNING, "Backup " + name + " failed", failed);
        } finally {
            running = null;
            events.fire(new Moved());
        }
    }

    /** One of its own: those of the pool would keep its isolation. */
    private static Connection connection() throws SQLException {
        var source = new PortalDataSource();
        source.setUrl(Settings.text("ASKWELL_DB_URL").orElseThrow(() -> new SQLException("ASKWELL_DB_URL is not set")));
        source.setUser(Settings.text("ASKWELL_DB_USER").orElse("sa"));
        source.setPassword(Settings.text("ASKWELL_DB_PASSWORD").orElse(""));
        return source.getConnection();
    }

    private static Path folder() {
        return Settings.dataFolder().resolve("backups");
    }

    private static File file(Path file) {
        try {
            return new File(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void forget(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException left) {
            LOG.log(Level.FINE, "Left behind", left);
        }
    }
}
