package org.askwell.common;

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
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The file store on the local disk, in the folder {@code files} of the data folder. */
@ApplicationScoped
public class LocalFiles implements FileStore {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final DiskRoom room;

    public LocalFiles() {
        this(Settings.dataFolder().resolve("files"), DiskRoom.ofThisInstallation());
    }

    LocalFiles(Path folder, DiskRoom room) {
        this.folder = folder;
        this.room = room;
    }

    @Override
    public StoredFile keep(String name, InputStream content) {
        room.require();
        var clean = FileKind.nameOf(name);
        Path arriving = null;
        try {
            Files.createDirectories(folder);
            arriving = Files.createTempFile(folder, "arriving", ".tmp");
            var digest = sha256();
            long size = copy(content, arriving, digest);
            if (size == 0) {
                throw Refusal.invalid("file-empty", clean);
            }
            var mediaType = FileKind.require(arriving, clean);
            var hash = HexFormat.of().formatHex(digest.digest());
            var place = place(hash);
            Files.createDirectories(place.getParent());
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new StoredFile(clean, mediaType, size, hash);
        } catch (FileSystemException full) {
            throw Refusal.unavailable("disk-full");
        } catch (IOException failure) {
            if (Trouble.isDiskFull(failure)) {
                throw Refusal.unavailable("disk-full");
            }
            throw new UncheckedIOException(failure);
        } finally {
            forget(arriving);
        }
    }

    @Override
    public InputStream open(String hash) throws IOException {
        if (!HASH.matcher(hash).matches()) {
            throw new IOException("Not a hash: " + hash);
        }
        return Files.newInputStream(place(hash));
    }

    /** What was acknowledged must survive a crash, so the bytes are forced to the disk. */
    private static long copy(InputStream content, Path target, MessageDigest digest) throws IOException {
        long size = 0;
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE);
                var out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            var buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw Refusal.tooLarge("file-too-large", LARGEST / 1024 / 1024);
                }
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return size;
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static void forget(@org.jspecify.annotations.Nullable Path arriving) {
        try {
            if (arriving != null) {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException leftBehind) {
            // An orphan in the store does no harm.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
