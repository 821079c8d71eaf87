package org.askwell.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this installation, as MicroProfile Config gives them (environment variables first).
 *
 * <p>{@link #check()} runs before the first page can be served: a wrong setting stops the start with one sentence.
 */
public final class Settings {

    /** Exit status of a start that a setting stopped; EX_CONFIG of sysexits.h. */
    public static final int EXIT_STATUS = 78;

    private Settings() {}

    public enum Mode {
        /** Demo accounts exist when the data folder was empty at the first start. */
        DEMO,
        /** No accounts until the set-up page has made the first administrator. */
        EMPTY,
        /** As EMPTY, and weak or missing secrets stop the start. */
        PRODUCTION
    }

    public static Mode mode() {
        return switch (text("ASKWELL_MODE").orElse("demo")) {
            case "demo" -> Mode.DEMO;
            case "empty" -> Mode.EMPTY;
            case "production" -> Mode.PRODUCTION;
            case String other ->
                throw new IllegalArgumentException(
                        "ASKWELL_MODE is '" + other + "'; it must be demo, empty or production.");
        };
    }

    /** The folder that holds everything this installation keeps on disk. */
    public static Path dataFolder() {
        return Path.of(text("ASKWELL_DATA").orElse("data")).toAbsolutePath();
    }

    /** The address people use, for links in mails and exports; ends without a slash. */
    public static String baseUrl() {
        return text("ASKWELL_BASE_URL")
                .map(url -> url.replaceAll("/+$", ""))
                .orElseGet(() -> "http://localhost:" + text("ASKWELL_PORT").orElse("8080"));
    }

    public static boolean embeddingsOn() {
        return !"off".equals(text("ASKWELL_EMBEDDINGS").orElse("on"));
    }

    /** A setting, or empty when it is missing or blank. */
    public static Optional<String> text(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(it -> !it.isBlank());
    }

    /** Throws an IllegalArgumentException with one sentence for the first setting that cannot be right. */
    public static void check() {
        var mode = mode();
        text("ASKWELL_PORT").ifPresent(port -> number("ASKWELL_PORT", port, 1, 65_535));
        var database = text("ASKWELL_DB_URL").orElse("");
        if (!database.isEmpty() && !database.startsWith("jdbc:h2:") && !database.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("ASKWELL_DB_URL must start with jdbc:h2: or jdbc:postgresql:.");
        }
        var password = text("ASKWELL_DB_PASSWORD").orElse("");
        if (mode == Mode.PRODUCTION && database.startsWith("jdbc:postgresql:") && isWeak(password)) {
            throw new IllegalArgumentException(
                    "ASKWELL_DB_PASSWORD is missing or weak; in production it needs at least 12 characters and must not"
                            + " be a common word.");
        }
        text("ASKWELL_BASE_URL").ifPresent(url -> http("ASKWELL_BASE_URL", url));
        text("ASKWELL_AI_BASE_URL").ifPresent(url -> {
            http("ASKWELL_AI_BASE_URL", url);
            if (text("ASKWELL_AI_MODEL").isEmpty()) {
                throw new IllegalArgumentException("ASKWELL_AI_MODEL is missing although ASKWELL_AI_BASE_URL is set.");
            }
        });
        checkMail(mode);
        text("ASKWELL_DISK_RESERVE_MB")
                .ifPresent(reserve -> number("ASKWELL_DISK_RESERVE_MB", reserve, 0, Integer.MAX_VALUE));
        var embeddings = text("ASKWELL_EMBEDDINGS").orElse("on");
        if (!embeddings.equals("on") && !embeddings.equals("off")) {
            throw new IllegalArgumentException("ASKWELL_EMBEDDINGS is '" + embeddings + "'; it must be on or off.");
        }
    }

    private static void checkMail(Mode mode) {
        text("ASKWELL_MAIL_PORT").ifPresent(port -> number("ASKWELL_MAIL_PORT", port, 1, 65_535));
        var security = text("ASKWELL_MAIL_SECURITY").orElse("starttls");
        if (!security.matches("(?i)starttls|tls|none")) {
            throw new IllegalArgumentException(
                    "ASKWELL_MAIL_SECURITY is '" + security + "'; it must be starttls, tls or none.");
        }
        text("ASKWELL_MAIL_FROM")
                .filter(from -> !from.matches("[^\\s@]+@[^\\s@]+"))
                .ifPresent(from -> {
                    throw new IllegalArgumentException(
                            "ASKWELL_MAIL_FROM is '" + from + "'; it must be a mail address.");
                });
        if (text("ASKWELL_MAIL_HOST").isEmpty()) {
            return;
        }
        if (text("ASKWELL_MAIL_USER").isPresent()
                && text("ASKWELL_MAIL_PASSWORD").isEmpty()) {
            throw new IllegalArgumentException("ASKWELL_MAIL_PASSWORD is missing although ASKWELL_MAIL_USER is set.");
        }
        if (mode == Mode.PRODUCTION && text("ASKWELL_MAIL_FROM").isEmpty()) {
            throw new IllegalArgumentException("ASKWELL_MAIL_FROM is missing although ASKWELL_MAIL_HOST is set.");
        }
        if (mode == Mode.PRODUCTION && text("ASKWELL_BASE_URL").isEmpty()) {
            throw new IllegalArgumentException(
                    "ASKWELL_BASE_URL is missing although ASKWELL_MAIL_HOST is set: links in mails would lead nowhere.");
        }
    }

    /** What to tell the operator about a failed start. */
    public static String oneSentence(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
        }
        var message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    private static boolean isWeak(@Nullable String secret) {
        return secret == null
                || secret.length() < 12
                || secret.toLowerCase(java.util.Locale.ROOT).matches(".*(password|askwell|postgres|changeme|123456).*");
    }

    private static void http(String name, String url) {
        try {
            var scheme = URI.create(url).getScheme();
            if ("http".equals(scheme) || "https".equals(scheme)) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(name + " is not a URL: " + url, malformed);
        }
        throw new IllegalArgumentException(name + " must start with http:// or https://.");
    }

    private static void number(String name, String value, int from, int to) {
        try {
            int number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is '" + value + "'; it must be a number.", notANumber);
        }
        throw new IllegalArgumentException(name + " must lie between " + from + " and " + to + ".");
    }
}
