package org.askwell.house;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.awaitility.Awaitility;

/**
 * The portal as people get it: the packaged WAR in a server process of its own, started by {@code bin/run}.
 *
 * <p>{@link #with} gives the one server per database that all tests share; {@link #start} one for a test that means to
 * kill it. All are gone when the tests' own process ends.
 */
public final class Server implements AutoCloseable {

    private static final Map<TestDatabase, Server> SHARED = new EnumMap<>(TestDatabase.class);
    private static final Set<TestDatabase> FAILED = EnumSet.noneOf(TestDatabase.class);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Map<String, String> settings;
    private final Path dataFolder;
    private final int port;
    private Process process;

    private Server(Map<String, String> settings, Path dataFolder, int port) {
        this.settings = settings;
        this.dataFolder = dataFolder;
        this.port = port;
    }

    /** The shared server on that database, holding the demo company with a few days of history. */
    public static synchronized Server with(TestDatabase database) {
        if (FAILED.contains(database)) {
            throw new IllegalStateException(
                    "The shared server on " + database + " did not start; see the first failure");
        }
        var server = SHARED.get(database);
        if (server == null) {
            FAILED.add(database);
            server = start(database, Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "3"));
            FAILED.remove(database);
            SHARED.put(database, server);
        }
        return server;
    }

    /** A server of one's own on a fresh database; close it. */
    public static Server start(TestDatabase database, Map<String, String> more) {
        return start(database, more, settings -> {});
    }

    /** The same, where the settings have still to be changed in the light of what they have become. */
    public static Server start(TestDatabase database, Map<String, String> more, Consumer<Map<String, String>> change) {
        try {
            var base = Path.of("target", "servers");
            Files.createDirectories(base);
            var folder = Files.createTempDirectory(
                    base.toAbsolutePath(), database.name().toLowerCase() + "-");
            var settings = new HashMap<>(database.settings(folder));
            settings.putAll(more);
            change.accept(settings);
            var server = new Server(settings, folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
            server.up();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A setting for the next start. */
    public void set(String name, String value) {
        settings.put(name, value);
    }

    /** Starts the process and waits until it says that it is ready. */
    public void up() {
        launch();
        awaitReady();
    }

    public void launch() {
        var command = new ArrayList<String>();
        command.add(Path.of("bin", "run").toAbsolutePath().toString());
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.environment().put("ASKWELL_PORT", String.valueOf(port));
        builder.environment().put("ASKWELL_DATA", dataFolder.toString());
        builder.environment().put("ASKWELL_BUILD", "never");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void awaitReady() {
        Awaitility.await("ready at " + url())
                .atMost(Duration.ofSeconds(300))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The server ended:\n" + logTail());
                    }
                    if (logTail().contains("could not move in")) {
                        throw new IllegalStateException("The demo company could not move in:\n" + logTail());
                    }
                    return status("/health/ready") == 200;
                });
    }

    /** HTTP status of a GET, or 0 when nobody answers. */
    public int status(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(url() + path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** {@code kill -9}: the process gets no chance to tidy up. */
    public void kill() {
        if (process != null && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Moves the present of this server; it never goes back, so only one's own server is to be wound. */
    public void wind(Duration forward) {
        try {
            var agent = Files.createTempFile(dataFolder, "clock", ".jar");
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Agent-Class", ClockAgent.class.getName());
            var entry = ClockAgent.class.getName().replace('.', '/') + ".class";
            try (var jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
                    var code = ClockAgent.class.getClassLoader().getResourceAsStream(entry)) {
                jar.putNextEntry(new JarEntry(entry));
                jar.write(Objects.requireNonNull(code).readAllBytes());
            }
            var server = VirtualMachine.attach(String.valueOf(pid()));
            try {
                server.loadAgent(agent.toString(), forward.toString());
            } finally {
                server.detach();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException failure) {
            throw new IllegalStateException("The clock of the server cannot be reached", failure);
        }
    }

    /** Waits for the process to end by itself and tells its status. */
    public int exitStatus() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server is still running:\n" + logTail());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Rest as(String account) {
        return new Rest(url(), "demo-" + account);
    }

    public Rest withToken(String token) {
        return new Rest(url(), token);
    }

    public Rest anonymous() {
        return new Rest(url(), null);
    }

    /** A way into the database beside the server's own, to hold what it wants to write. Not on H2, whose file has one owner. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                settings.get("ASKWELL_DB_URL"), settings.get("ASKWELL_DB_USER"), settings.get("ASKWELL_DB_PASSWORD"));
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return dataFolder.resolveSibling(dataFolder.getFileName() + ".log");
    }

    public String logTail() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
