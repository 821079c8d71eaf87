package org.askwell.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a reserve on the disk of a folder: below it nothing new is written, while everything can still be read.
 *
 * <p>A database file or an index that meets the end of the disk in the middle of a write may not be readable
 * afterwards; who is refused before that has lost nothing.
 *
 * @param reserve in bytes; 0 keeps none
 */
public record DiskRoom(Path folder, long reserve) {

    private static final long MEGABYTE = 1024 * 1024;

    /** The reserve of this installation's data folder: {@code ASKWELL_DISK_RESERVE_MB}, 256 unless told otherwise. */
    public static DiskRoom ofThisInstallation() {
        return new DiskRoom(
                Settings.dataFolder(),
                Settings.text("ASKWELL_DISK_RESERVE_MB").map(Long::parseLong).orElse(256L) * MEGABYTE);
    }

    /** Refuses when there is less room than the reserve. Costs microseconds. */
    public void require() {
        if (free() < reserve) {
            throw Refusal.unavailable("disk-full");
        }
    }

    private long free() {
        try {
            var there = folder.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }
}
