package org.askwell.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How mails leave, from the settings.
 *
 * @param from the sender's address
 * @param patience after how long without an answer the mail server counts as away
 */
record MailSettings(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String from,
        Duration patience) {

    enum Security {
        /** Begins in the clear and refuses to go on without encryption. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** In the clear: for a mail server on this machine. */
        NONE
    }

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Empty when no mail server is named: then nothing is mailed. */
    static Optional<MailSettings> find() {
        return Settings.text("ASKWELL_MAIL_HOST").map(host -> {
            var security = Settings.text("ASKWELL_MAIL_SECURITY")
                    .map(it -> Security.valueOf(it.toUpperCase(Locale.ROOT)))
                    .orElse(Security.STARTTLS);
            int port = Settings.text("ASKWELL_MAIL_PORT")
                    .map(Integer::parseInt)
                    .orElse(
                            switch (security) {
                                case STARTTLS -> 587;
                                case TLS -> 465;
                                case NONE -> 25;
                            });
            return new MailSettings(
                    host,
                    port,
                    security,
                    Settings.text("ASKWELL_MAIL_USER").orElse(null),
                    Settings.text("ASKWELL_MAIL_PASSWORD").orElse(null),
                    Settings.text("ASKWELL_MAIL_FROM").orElse("askwell@" + domain()),
                    PATIENCE);
        });
    }

    /** What the ids of our mails end with. */
    static String domain() {
        return Objects.requireNonNullElse(URI.create(Settings.baseUrl()).getHost(), "localhost");
    }
}
