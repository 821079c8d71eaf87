package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.DiskRoom;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;

/** Keeps the tables that were handed in until their imports are through. */
@ApplicationScoped
class PeopleUploads {

    static final long LARGEST = 50L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(PeopleUploads.class.getName());

    private final Path folder = Settings.dataFolder().resolve("people-imports");
    private final DiskRoom room = DiskRoom.ofThisInstallation();

    /** Takes the bytes in; a crash from now on loses none of them. The file has no import yet. */
    Path receive(InputStream content) {
        room.require();
        Path arriving = null;
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            arriving = Files.createTempFile(folder, "arriving", ".tmp");
            try (var channel = FileChannel.open(arriving, StandardOpenOption.WRITE);
                    var out = Channels.newOutputStream(channel)) {
                copy(content, out);
                channel.force(true);
            }
            whole = true;
            return arriving;
        } catch (FileSystemException full) {
            throw Refusal.unavailable("disk-full");
        } catch (IOException failure) {
            if (String.valueOf(failure.getMessage()).contains("No space left")) {
                throw Refusal.unavailable("disk-full");
            }
            throw new UncheckedIOException(failure);
        } finally {
            if (!whole && arriving != null) {
                delete(arriving);
            }
        }
    }

    private static void copy(InputStream content, java.io.OutputStream out) throws IOException {
        long size = 0;
        var buffer = new byte[64 * 1024];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > LARGEST) {
                throw Refusal.tooLarge("people-import-too-large", LARGEST / 1024 / 1024);
            }
            out.write(buffer, 0, read);
        }
        if (size == 0) {
            throw Refusal.invalid("people-import-empty");
        }
    }

    void assign(Path received, PeopleImportId id) {
        try {
            Files.move(received, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file(PeopleImportId id) {
        return folder.resolve(id + ".csv");
    }

    void forget(PeopleImportId id) {
        delete(file(id));
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            LOG.log(Level.FINE, "A table was left behind: " + file, leftBehind);
        }
    }
}
