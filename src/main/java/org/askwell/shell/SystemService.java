package org.askwell.shell;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.askwell.ai.Embedder;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.askwell.common.Texts;
import org.askwell.common.db.Backups;
import org.askwell.common.db.Database;
import org.askwell.notification.MailLedger;
import org.askwell.notification.MailState;
import org.askwell.people.CurrentPerson;
import org.askwell.search.SearchService;
import org.jspecify.annotations.Nullable;

/** How this installation is, for its administrators: what works, what does not, since when, what to do. */
@ApplicationService
public class SystemService {

    private static final long MEGABYTE = 1024 * 1024;

    @Resource(lookup = Database.JNDI_NAME)
    DataSource dataSource;

    @Inject
    SearchService search;

    @Inject
    Embedder embedder;

    @Inject
    MailLedger mails;

    @Inject
    Backups backups;

    @Inject
    CurrentPerson current;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** Whether somebody has to do something. */
    public enum State {
        FINE,
        /** Works; it could be better, or is on its way. */
        NOTE,
        TROUBLE
    }

    /**
     * One part of the installation.
     *
     * @param name key of the part: {@code database}
     * @param says a sentence in the reader's language: how it is, and what to do
     * @param since when it has been like this, where that is known
     */
    public record Part(
            String name, State state, String says, @Nullable Instant since) implements Serializable {}

    public List<Part> parts() {
        current.get().requireAdmin();
        var locale = current.get().locale();
        var parts = new ArrayList<Part>();
        parts.add(database(locale));
        parts.add(disk(locale));
        parts.add(index(locale));
        parts.add(models(locale));
        parts.add(mail(locale));
        parts.add(jobs(locale));
        parts.add(backup(locale));
        return parts;
    }

    private Part database(Locale locale) {
        try (var connection = dataSource.getConnection()) {
            var meta = connection.getMetaData();
            var name = meta.getDatabaseProductName() + " " + meta.getDatabaseProductVersion();
            return fine("database", locale, name, schemaVersion());
        } catch (SQLException away) {
            return new Part(
                    "database",
                    State.TROUBLE,
                    Texts.in(locale, "shell.system.database.away", String.valueOf(away.getMessage())),
                    null);
        }
    }

    private String schemaVersion() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var version = statement.executeQuery("select \"version\" from \"flyway_schema_history\" where"
                        + " \"version\" is not null order by \"installed_rank\" desc")) {
            return version.next() ? version.getString(1) : "-";
        }
    }

    private static Part disk(Locale locale) {
        try {
            var folder = Settings.dataFolder();
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            boolean little = free < 2 * 1024;
            return new Part(
                    "disk",
                    little ? State.TROUBLE : State.FINE,
                    Texts.in(locale, little ? "shell.system.disk.little" : "shell.system.disk", folder, free),
                    null);
        } catch (IOException unreadable) {
            return new Part("disk", State.TROUBLE, String.valueOf(unreadable.getMessage()), null);
        }
    }

    private Part index(Locale locale) {
        var progress = search.progress();
        if (progress.failure() != null) {
            return new Part(
                    "index", State.TROUBLE, Texts.in(locale, "shell.system.index.failure", progress.failure()), null);
        }
        if (progress.rebuilding() || progress.withoutVectors() > 0) {
            return new Part(
                    "index",
                    State.NOTE,
                    Texts.in(locale, "shell.system.index.busy", progress.pages(), progress.withoutVectors()),
                    null);
        }
        return fine("index", locale, progress.pages());
    }

    private Part models(Locale locale) {
        if (!Settings.embeddingsOn()) {
            return new Part("models", State.NOTE, Texts.in(locale, "shell.system.models.off"), null);
        }
        return embedder.available()
                ? fine("models", locale, embedder.name())
                : new Part("models", State.TROUBLE, Texts.in(locale, "shell.system.models.missing"), null);
    }

    private Part mail(Locale locale) {
        var way = mails.way();
        var counts = mails.counts();
        if (!way.open()) {
            return new Part("mail", State.NOTE, Texts.in(locale, "shell.system.mail.off"), null);
        }
        long waiting = counts.getOrDefault(MailState.QUEUED, 0L);
        long doubtful = counts.getOrDefault(MailState.DOUBTFUL, 0L) + counts.getOrDefault(MailState.FAILED, 0L);
        if (way.since() != null) {
            return new Part(
                    "mail",
                    State.TROUBLE,
                    Texts.in(locale, "shell.system.mail.away", String.valueOf(way.reason()), waiting),
                    way.since());
        }
        return doubtful > 0
                ? new Part("mail", State.NOTE, Texts.in(locale, "shell.system.mail.doubtful", doubtful), null)
                : fine("mail", locale, counts.getOrDefault(MailState.SENT, 0L), waiting);
    }

    private Part jobs(Locale locale) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*), sum(case when consecutive_failures > 0 then 1 else 0"
                        + " end), min(case when consecutive_failures > 0 then last_failure end) from"
                        + " scheduled_tasks")) {
            row.next();
            long failing = row.getLong(2);
            var since = row.getTimestamp(3);
            return failing > 0
                    ? new Part(
                            "jobs",
                            State.TROUBLE,
                            Texts.in(locale, "shell.system.jobs.failing", failing),
                            since == null ? null : since.toInstant())
                    : fine("jobs", locale, row.getLong(1));
        } catch (SQLException away) {
            return new Part(
                    "jobs",
                    State.TROUBLE,
                    Texts.in(locale, "shell.system.database.away", String.valueOf(away.getMessage())),
                    null);
        }
    }

    private Part backup(Locale locale) {
        var failure = backups.failure();
        if (failure.isPresent()) {
            return new Part(
                    "backup", State.TROUBLE, Texts.in(locale, "shell.system.backup.failure", failure.get()), null);
        }
        var last = backups.list().stream().findFirst();
        if (last.isEmpty()) {
            return new Part("backup", State.NOTE, Texts.in(locale, "shell.system.backup.none"), null);
        }
        return new Part(
                "backup",
                State.FINE,
                Texts.in(locale, "shell.system.backup", last.get().name()),
                last.get().at());
    }

    private static Part fine(String name, Locale locale, Object... arguments) {
        return new Part(name, State.FINE, Texts.in(locale, "shell.system." + name, arguments), null);
    }

    /** The version of the portal, as it was built. */
    public String version() {
        var built = SystemService.class.getPackage().getImplementationVersion();
        return built == null ? Texts.in(current.get().locale(), "shell.system.version.unknown") : built;
    }

    public List<Backups.File> backups() {
        current.get().requireAdmin();
        return backups.list();
    }

    public java.util.Optional<Backups.Running> runningBackup() {
        current.get().requireAdmin();
        return backups.running();
    }

    /** @return its name; the file is there when it is finished */
    public String backUp() {
        current.get().requireAdmin();
        var name = backups.begin();
        deeds.fire(Deed.of(Deed.Kind.BACKUP, Deed.What.ADDED, name));
        return name;
    }

    public void stopBackup() {
        current.get().requireAdmin();
        backups.stop();
    }

    public void deleteBackup(String name) {
        current.get().requireAdmin();
        backups.delete(name);
        deeds.fire(Deed.of(Deed.Kind.BACKUP, Deed.What.DELETED, name));
    }

    /** The content of a backup. */
    public InputStream readBackup(String name) {
        current.get().requireAdmin();
        try {
            deeds.fire(Deed.of(Deed.Kind.BACKUP, Deed.What.DOWNLOADED, name));
            return backups.open(name);
        } catch (IOException gone) {
            throw Refusal.notFound("backup-unknown", name);
        }
    }
}
