package org.askwell.common;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Says what a file really is: the content decides, and a name that claims something else is refused. */
final class FileKind {

    private static final int LONGEST_NAME = 150;

    /** What a double click would run. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "dll", "lnk", "vbs", "vbe", "js", "jse", "wsf",
            "wsh", "ps1", "psm1", "hta", "cpl", "reg", "jar", "sh", "bash", "app", "command", "desktop", "elf", "so",
            "apk");

    private static final Set<String> PROGRAM_TYPES = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-msi",
            "application/x-ms-installer",
            "application/x-ms-shortcut",
            "application/x-bat",
            "application/x-sh",
            "application/java-vm",
            "application/x-java-applet");

    private static final MimeTypes TYPES;
    private static final MediaTypeRegistry REGISTRY;

    static {
        try {
            var config = new TikaConfig(FileKind.class.getClassLoader());
            TYPES = config.getMimeRepository();
            REGISTRY = TYPES.getMediaTypeRegistry();
        } catch (TikaException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private FileKind() {}

    /** The last part of a path, without control characters and what file systems dislike. */
    static String nameOf(String given) {
        var name = given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .trim();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw Refusal.invalid("file-name");
        }
        if (name.length() > LONGEST_NAME) {
            int dot = name.lastIndexOf('.');
            var ending = dot > name.length() - 12 && dot > 0 ? name.substring(dot) : "";
            name = name.substring(0, LONGEST_NAME - ending.length()) + ending;
        }
        return name;
    }

    /** The media type of the content; refuses programs and names that lie. */
    static String require(Path file, String name) throws IOException {
        var real = ofContent(file);
        var claimed = ofName(name);
        if (PROGRAMS.contains(ending(name)) || isProgram(real) || isProgram(claimed)) {
            throw Refusal.invalid("file-program", name);
        }
        if (claimed.equals(MediaType.OCTET_STREAM) || claimed.equals(real)) {
            return real.toString();
        }
        if (isA(claimed, real)) {
            // A .docx is a zip, a .md is text: the name says it more exactly than the first bytes can.
            return claimed.toString();
        }
        if (isA(real, claimed) || bothText(real, claimed)) {
            return real.toString();
        }
        if (real.equals(MediaType.OCTET_STREAM) && !hasMark(claimed)) {
            return MediaType.OCTET_STREAM.toString();
        }
        throw Refusal.invalid("file-lies", name, real.toString());
    }

    private static MediaType ofContent(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            return TYPES.detect(in, new Metadata());
        }
    }

    private static MediaType ofName(String name) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return TYPES.detect(null, metadata);
    }

    private static boolean isA(MediaType special, MediaType general) {
        return !general.equals(MediaType.OCTET_STREAM) && REGISTRY.isInstanceOf(special, general);
    }

    private static boolean bothText(MediaType real, MediaType claimed) {
        return REGISTRY.isInstanceOf(real, MediaType.TEXT_PLAIN)
                && REGISTRY.isInstanceOf(claimed, MediaType.TEXT_PLAIN);
    }

    /** Types whose files begin with a mark; without it they are something else. */
    private static boolean hasMark(MediaType type) {
        return type.getType().equals("image")
                || type.getType().equals("video")
                || type.getType().equals("audio")
                || type.getType().equals("text")
                || type.getBaseType().equals(MediaType.application("pdf"))
                || REGISTRY.isInstanceOf(type, MediaType.APPLICATION_ZIP);
    }

    private static boolean isProgram(MediaType type) {
        return PROGRAM_TYPES.stream().anyMatch(it -> REGISTRY.isInstanceOf(type, MediaType.parse(it)));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
