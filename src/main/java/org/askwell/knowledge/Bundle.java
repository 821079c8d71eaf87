package org.askwell.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The files that were handed in: those of a zip, or a single one.
 *
 * <p>Nothing is ever unpacked to the disk, and no header is believed: sizes and ratios are counted while reading. What
 * cannot be taken has a reason instead of a content.
 */
final class Bundle implements Closeable {

    static final int MOST_ENTRIES = 5_000;
    static final int DEEPEST = 20;
    static final int LONGEST_PATH = 400;
    static final long LARGEST_FILE = 25L * 1024 * 1024;
    static final long LARGEST_TOTAL = 500L * 1024 * 1024;
    /** Text packs to about a tenth, repetitive text to a fiftieth; a bomb to a thousandth. */
    static final long HIGHEST_RATIO = 200;
    /** Below this size a high ratio does no harm. */
    static final long RATIO_COUNTS_FROM = 1024 * 1024;

    /** What may be read to find out what a zip holds: names of five thousand files, not of a million. */
    private static final long LARGEST_DIRECTORY = 4L * 1024 * 1024;

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Pattern JUNK =
            Pattern.compile("(^|.*/)(__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\.git/.*)");

    private final Map<String, Found> files = new LinkedHashMap<>();
    private final @Nullable ZipFile zip;
    private long readSoFar;

    /** One file; {@code refusal} says why it cannot be taken, if so. */
    record Found(
            String path,
            @Nullable ZipArchiveEntry entry,
            @Nullable Path file,
            @Nullable Refusal refusal) {}

    private Bundle(@Nullable ZipFile zip) {
        this.zip = zip;
    }

    static Bundle open(Path file, String name) throws IOException {
        return startsLikeZip(file) && ImportKind.of(name) != ImportKind.WORD ? zipped(file) : single(file, name);
    }

    private static Bundle single(Path file, String name) throws IOException {
        var bundle = new Bundle(null);
        var path = name.replace('\\', '/');
        path = path.substring(path.lastIndexOf('/') + 1);
        var kind = ImportKind.of(path);
        var refusal = kind == ImportKind.ARCHIVE
                ? Refusal.invalid("import-name-lies", path)
                : kind.isArticle() ? null : Refusal.invalid("import-kind", path);
        if (Files.size(file) > LARGEST_FILE) {
            refusal = tooLarge(path);
        }
        bundle.files.put(path, new Found(path, null, file, refusal));
        return bundle;
    }

    private static Bundle zipped(Path file) throws IOException {
        var zip = directory(file);
        var bundle = new Bundle(zip);
        try {
            var entries = zip.getEntriesInPhysicalOrder();
            int count = 0;
            while (entries.hasMoreElements()) {
                if (++count > MOST_ENTRIES) {
                    throw Refusal.tooLarge("import-too-many-files", MOST_ENTRIES);
                }
                bundle.look(entries.nextElement());
            }
        } catch (RuntimeException failure) {
            zip.close();
            throw failure;
        }
        return bundle;
    }

    /** Opens a zip without believing how many files it says it has: the memory that takes is bounded. */
    private static ZipFile directory(Path file) throws IOException {
        var channel = new BoundedChannel(Files.newByteChannel(file), LARGEST_DIRECTORY);
        try {
            var zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            channel.unbind();
            return zip;
        } catch (IOException | RuntimeException broken) {
            channel.close();
            if (channel.isExhausted()) {
                throw Refusal.tooLarge("import-too-many-files", MOST_ENTRIES);
            }
            throw broken;
        }
    }

    private void look(ZipArchiveEntry entry) {
        var path = nameOf(entry).replace('\\', '/');
        if (path.endsWith("/") || entry.isDirectory() || JUNK.matcher(path).matches()) {
            return;
        }
        var refusal = refusal(entry, path);
        var shown = path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
        shown = ArticleText.clean(shown).replaceAll("\\p{Cntrl}", "�");
        if (files.containsKey(shown)) {
            var twice = Refusal.invalid("import-twice", shown);
            shown = shown + " (" + files.size() + ")";
            refusal = twice;
        }
        files.put(shown, new Found(shown, entry, null, refusal));
    }

    private static @Nullable Refusal refusal(ZipArchiveEntry entry, String path) {
        if (path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || List.of(path.split("/")).contains("..")) {
            return Refusal.invalid("import-path-outside");
        }
        if (path.length() > LONGEST_PATH || path.chars().filter(it -> it == '/').count() >= DEEPEST) {
            return Refusal.invalid("import-path-too-long", LONGEST_PATH, DEEPEST);
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Refusal.invalid("import-path-outside");
        }
        if (entry.isUnixSymlink()) {
            return Refusal.invalid("import-link");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Refusal.invalid("import-encrypted");
        }
        var kind = ImportKind.of(path);
        if (kind == ImportKind.ARCHIVE) {
            return Refusal.invalid("import-nested");
        }
        if (kind == ImportKind.OTHER) {
            return Refusal.invalid("import-kind", path.substring(path.lastIndexOf('/') + 1));
        }
        if (entry.getSize() > LARGEST_FILE) {
            return tooLarge(path);
        }
        return null;
    }

    /** Windows in Chinese writes names in GBK and says nothing about it. */
    private static String nameOf(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        return SourceText.strictly(StandardCharsets.UTF_8, raw)
                .or(() -> SourceText.strictly(SourceText.CHINESE, raw))
                .orElse(entry.getName());
    }

    /** All files, in the order of their paths. */
    List<Found> files() {
        var sorted = new ArrayList<>(files.values());
        sorted.sort((one, other) -> one.path().compareTo(other.path()));
        return sorted;
    }

    Optional<Found> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The content of a file, or a refusal when it is larger than it may be or a bomb. */
    byte[] read(Found found) throws IOException {
        if (found.refusal() != null) {
            throw found.refusal();
        }
        if (found.file() != null) {
            return Files.readAllBytes(found.file());
        }
        var entry = found.entry();
        if (entry == null || zip == null) {
            throw new IllegalStateException(found.path());
        }
        if (!zip.canReadEntryData(entry)) {
            throw Refusal.invalid("import-unreadable", found.path());
        }
        try (var in = zip.getInputStream(entry)) {
            return bounded(in, Math.max(1, entry.getCompressedSize()), found.path());
        }
    }

    private byte[] bounded(InputStream in, long packed, String path) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            readSoFar += read;
            if (out.size() > LARGEST_FILE) {
                throw tooLarge(path);
            }
            if (out.size() > RATIO_COUNTS_FROM && out.size() / packed > HIGHEST_RATIO) {
                throw Refusal.invalid("import-bomb", path);
            }
            if (readSoFar > LARGEST_TOTAL) {
                throw Refusal.tooLarge("import-too-large-unpacked", LARGEST_TOTAL / 1024 / 1024);
            }
        }
        return out.toByteArray();
    }

    boolean isExhausted() {
        return readSoFar > LARGEST_TOTAL;
    }

    private static Refusal tooLarge(String path) {
        return Refusal.tooLarge("import-file-too-large", path, LARGEST_FILE / 1024 / 1024);
    }

    private static boolean startsLikeZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
