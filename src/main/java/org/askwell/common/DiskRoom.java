package org.askwell.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a reserve on the disk of the data folder: below it nothing new is written, while everything can still be read.
 *
 * <p>A database file or an index that meets the end of the disk in the middle of a write may not be readable
 * afterwards; who is refused before that has lost nothing. The reserve is {@code ASKWELL_DISK_RESERVE_MB}, 256 unless
 * told otherwise; 0 keeps none.
 */
public final class DiskRoom {

    private static final String SETTING = "ASKWELL_DISK_RESERVE_MB";

    private DiskRoom() {}

    /** Refuses when the disk that the folder is or will be on has less room than the reserve. Costs microseconds. */
    public static void require(Path folder) {
        if (free(folder) < Reserve.BYTES) {
            throw Refusal.unavailable("disk-full");
        }
    }

    static long reserveMegabytes() {
        return Settings.text(SETTING).map(Long::parseLong).orElse(256L);
    }

    private static long free(Path folder) {
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

    /** Read once: a setting does not change while the portal runs. */
    private static final class Reserve {
        static final long BYTES = reserveMegabytes() * 1024 * 1024;
    }
}
