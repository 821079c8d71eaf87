package org.askwell.notification;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a mail in the delivery ledger, such as {@code M-318}. */
public record MailId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("M-[1-9][0-9]{0,17}");

    public MailId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a mail number: " + value);
        }
    }

    static MailId numbered(long number) {
        return new MailId("M-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<MailId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new MailId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static MailId fromString(String text) {
        return new MailId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
